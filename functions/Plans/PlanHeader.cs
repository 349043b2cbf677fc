namespace Avance.Functions.Plans;

/// <summary>What a plan says of itself. All of it is data: names and legal bases change by law.</summary>
/// <param name="Name">Full name of the plan.</param>
/// <param name="Body">The public body, for example "MIMP".</param>
/// <param name="WorkingGroup">The working group that follows it, for example "CSIG-MIMP".</param>
/// <param name="LegalBasis">The norm that approved it.</param>
/// <param name="FirstYear">First year that it covers.</param>
/// <param name="LastYear">Last year that it covers.</param>
/// <param name="Settings">What it decides about its figures and reminders.</param>
public sealed record PlanHeader(
    string Name,
    string Body,
    string WorkingGroup,
    string LegalBasis,
    int FirstYear,
    int LastYear,
    PlanSettings Settings
);
