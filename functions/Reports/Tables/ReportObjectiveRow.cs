namespace Avance.Functions.Reports.Tables;

/// <summary>A priority objective of a policy, with its indicators and those of its services counted.</summary>
/// <param name="Objective">Its code.</param>
/// <param name="Title">What is to be reached.</param>
/// <param name="Services">Its services.</param>
/// <param name="ServicesWithProtocol">Those with a protocol in force in the year.</param>
/// <param name="ServicesEvaluated">Those of them with an indicator that has a target in the year.</param>
/// <param name="Indicators">Its own indicators that are evaluated in the year.</param>
/// <param name="Exceeded">Those at their target or beyond it.</param>
/// <param name="NotMet">Those short of it.</param>
/// <param name="NoInformation">Those of which that cannot be told.</param>
/// <param name="PercentExceeded">Exceeded in whole percents of Indicators, rounded so that the three add up to 100; 0 without any.</param>
/// <param name="PercentNotMet">The same of NotMet.</param>
/// <param name="PercentNoInformation">The same of NoInformation.</param>
/// <param name="ServiceIndicators">Indicators of its services that are evaluated in the year.</param>
/// <param name="ServiceExceeded">Those at their target or beyond it.</param>
/// <param name="ServiceNotMet">Those short of it.</param>
/// <param name="ServiceNoInformation">Those of which that cannot be told.</param>
public sealed record ReportObjectiveRow(
    string Objective,
    string Title,
    int Services,
    int ServicesWithProtocol,
    int ServicesEvaluated,
    int Indicators,
    int Exceeded,
    int NotMet,
    int NoInformation,
    int PercentExceeded,
    int PercentNotMet,
    int PercentNoInformation,
    int ServiceIndicators,
    int ServiceExceeded,
    int ServiceNotMet,
    int ServiceNoInformation
) : IReportRow
{
    public string Key => ReportKeys.OfCode(Objective);
}
