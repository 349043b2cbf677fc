using System.Text.Json.Serialization;

namespace Avance.Functions.Plans;

/// <summary>The name, legal basis, years and settings of a plan. They are data because they change by law.</summary>
/// <param name="Name">Full name of the plan.</param>
/// <param name="Body">The public body, for example "MIMP".</param>
/// <param name="WorkingGroup">The working group that follows it, for example "CSIG-MIMP".</param>
/// <param name="LegalBasis">The norm that approved it.</param>
/// <param name="FirstYear">First year that it covers.</param>
/// <param name="LastYear">Last year that it covers.</param>
/// <param name="Settings">What it decides about its figures, reminders and achievements.</param>
public sealed record PlanHeader(
    string Name,
    string Body,
    string WorkingGroup,
    string LegalBasis,
    int FirstYear,
    int LastYear,
    PlanSettings Settings
)
{
    /// <summary>What it is made of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PlanKind Kind { get; init; }
}
