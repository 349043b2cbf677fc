namespace Avance.Functions.Plans.Import;

/// <summary>What an import does to a plan. It never removes anything.</summary>
/// <param name="Added">Rows that the plan did not have.</param>
/// <param name="Changed">Fields that take the file's value.</param>
/// <param name="Unchanged">How many rows of the file are as the plan has them.</param>
/// <param name="KeptByAmendment">Fields in which the plan stays as an amendment left it, whatever the file says.</param>
/// <param name="NotInFile">Rows of the plan that the file does not have: they stay.</param>
public sealed record ImportChanges(
    ValueList<RowName> Added,
    ValueList<FieldChange> Changed,
    int Unchanged,
    ValueList<FieldChange> KeptByAmendment,
    ValueList<RowName> NotInFile
);
