namespace Avance.Functions.Reports.History;

/// <summary>The figures of a closed year that was not reported in Avance, as a document gives them.</summary>
/// <param name="Plan">The name of the plan of that year.</param>
/// <param name="Source">The document that gives the figures.</param>
/// <param name="Programmed">Activities in the count, 0 to 9,999.</param>
/// <param name="FullyExecuted">Those of them with every goal at 100 % or more.</param>
/// <param name="Units">Each unit at most once; may be empty.</param>
/// <param name="Activities">Each activity at most once; may be empty.</param>
/// <param name="Version">1 for the first import, then one more for each correction.</param>
/// <param name="By">Who imported it, as the audit names them.</param>
public sealed record ImportedYear(
    int Year,
    string Plan,
    string Source,
    int Programmed,
    int FullyExecuted,
    ValueList<ImportedUnit> Units,
    ValueList<ImportedActivity> Activities,
    int Version,
    string By,
    DateTimeOffset At
);
