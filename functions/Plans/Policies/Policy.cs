namespace Avance.Functions.Plans.Policies;

/// <summary>
/// What a national policy consists of. Its indicators are activities of the plan as well, and their targets are goals, so that
/// bodies report them as units report activities.
/// </summary>
/// <param name="Objectives">By code.</param>
/// <param name="Guidelines">By code.</param>
/// <param name="Services">By code.</param>
/// <param name="Indicators">By activity.</param>
/// <param name="Published">By activity and year.</param>
public sealed record Policy(
    ValueList<PriorityObjective> Objectives,
    ValueList<Guideline> Guidelines,
    ValueList<Service> Services,
    ValueList<PolicyIndicator> Indicators,
    ValueList<PublishedResult> Published
)
{
    public PolicyIndicator? FindIndicator(ActivityNumber activity) =>
        Indicators.FirstOrDefault(indicator => indicator.Activity == activity);

    public PublishedResult? FindPublished(ActivityNumber activity, int year) =>
        Published.FirstOrDefault(result => result.Activity == activity && result.Year == year);

    public Service? FindService(string code) => Services.FirstOrDefault(service => IsSame(service.Code, code));

    /// <summary>False for an indicator of a service whose protocol was not in force at the end of that year.</summary>
    public bool IsEvaluated(ActivityNumber activity, int year) =>
        FindIndicator(activity) is not { } indicator || FindService(indicator.Of)?.HasProtocolIn(year) != false;

    /// <summary>The objective that an indicator measures with that code, itself or by one of its services.</summary>
    public PriorityObjective? FindObjectiveOf(string code)
    {
        var guideline = FindService(code)?.Guideline;
        var objective = Guidelines
            .FirstOrDefault(one => guideline is not null && IsSame(one.Code, guideline))
            ?.Objective;
        return Objectives.FirstOrDefault(one => IsSame(one.Code, objective ?? code));
    }

    /// <summary>Codes are compared without regard to case.</summary>
    internal static bool IsSame(string code, string other) => code.Equals(other, StringComparison.OrdinalIgnoreCase);
}
