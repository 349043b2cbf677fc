namespace Avance.Functions.Plans;

/// <summary>An activity of a plan.</summary>
/// <param name="Number">Its number, unique in the plan.</param>
/// <param name="Title">What is done.</param>
/// <param name="ResponsibleUnit">The unit that reports on it.</param>
/// <param name="SubUnit">The office within that unit, as the plan writes it; empty if it names none.</param>
/// <param name="SupportingUnits">Units that help and do not report.</param>
/// <param name="UnitOfMeasure">What its goals count, for example "Número de personas capacitadas".</param>
/// <param name="EvidenceRequirement">The evidence that the plan asks for, in its own words.</param>
/// <param name="Status">Whether it still counts.</param>
/// <param name="MergedInto">The activity that it was merged into when it was suspended.</param>
public sealed record Activity(
    ActivityNumber Number,
    string Title,
    UnitCode ResponsibleUnit,
    string SubUnit,
    ValueList<UnitCode> SupportingUnits,
    string UnitOfMeasure,
    string EvidenceRequirement,
    ActivityStatus Status = ActivityStatus.Active,
    ActivityNumber? MergedInto = null
);
