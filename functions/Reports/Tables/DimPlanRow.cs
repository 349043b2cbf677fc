namespace Avance.Functions.Reports.Tables;

/// <summary>A plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Body">The public body.</param>
/// <param name="BodyKey">Its row in dimbody.</param>
/// <param name="WorkingGroup">The working group that follows it.</param>
/// <param name="LegalBasis">The norm that approved it.</param>
/// <param name="FirstYear">First year that it covers.</param>
/// <param name="LastYear">Last year that it covers.</param>
/// <param name="GreenFrom">Percent from which the traffic light is green.</param>
/// <param name="AmberFrom">Percent from which it is amber.</param>
public sealed record DimPlanRow(
    string Name,
    string Body,
    string BodyKey,
    string WorkingGroup,
    string LegalBasis,
    int FirstYear,
    int LastYear,
    double GreenFrom,
    double AmberFrom
) : IReportRow
{
    public string Key => "";
}
