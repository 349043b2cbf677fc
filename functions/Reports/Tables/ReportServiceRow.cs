namespace Avance.Functions.Reports.Tables;

/// <summary>A service of a policy, with its indicators counted.</summary>
/// <param name="Service">Its code.</param>
/// <param name="Title">What is given.</param>
/// <param name="Guideline">Code of its guideline.</param>
/// <param name="Objective">Code of its objective.</param>
/// <param name="Unit">Code of the body that gives it.</param>
/// <param name="UnitKey">Its row in dimunit.</param>
/// <param name="Protocol">Where its protocol stands: None, InProgress or Approved.</param>
/// <param name="ProtocolDocument">The norm that approved the protocol; empty if none did.</param>
/// <param name="ProtocolDate">The day from which it is in force; empty if it is not known.</param>
/// <param name="InForce">1 if it was in force at the end of the year, else 0.</param>
/// <param name="Evaluated">1 if besides an indicator of it has a target in the year, else 0.</param>
/// <param name="Indicators">Its indicators that are evaluated in the year.</param>
/// <param name="Exceeded">Those at their target or beyond it.</param>
/// <param name="NotMet">Those short of it.</param>
/// <param name="NoInformation">Those of which that cannot be told.</param>
public sealed record ReportServiceRow(
    string Service,
    string Title,
    string Guideline,
    string Objective,
    string Unit,
    string UnitKey,
    string Protocol,
    string ProtocolDocument,
    string ProtocolDate,
    int InForce,
    int Evaluated,
    int Indicators,
    int Exceeded,
    int NotMet,
    int NoInformation
) : IReportRow
{
    public string Key => ReportKeys.OfCode(Service);
}
