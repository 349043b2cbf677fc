namespace Avance.Functions.Plans.Policies;

/// <summary>A service that a body gives under a guideline.</summary>
/// <param name="Code">As the policy writes it, for example <c>S.01.02.03</c>.</param>
/// <param name="Guideline">The code of its guideline.</param>
/// <param name="ResponsibleBody">The body that gives it: a unit of the plan.</param>
/// <param name="Protocol">The state of its protocol.</param>
/// <param name="ProtocolDocument">The norm that approved the protocol; empty if none did.</param>
/// <param name="ProtocolDate">The day from which the protocol is in force; null if it is not known, and then it always was.</param>
public sealed record Service(
    string Code,
    string Guideline,
    string Title,
    UnitCode ResponsibleBody,
    ProtocolState Protocol = ProtocolState.None,
    string ProtocolDocument = "",
    DateOnly? ProtocolDate = null
)
{
    /// <summary>The fields (see <see cref="PlanField"/>) that an amendment set: an import leaves them as they are.</summary>
    public ValueList<string> AmendedFields { get; init; } = [];

    /// <summary>True if its protocol was in force at the end of that year: only then it is evaluated for the year.</summary>
    public bool HasProtocolIn(int year) => HasProtocolBy(new DateOnly(year, 12, 31));

    /// <summary>True if its protocol was in force on that day.</summary>
    public bool HasProtocolBy(DateOnly day) =>
        Protocol == ProtocolState.Approved && (ProtocolDate is not { } date || date <= day);
}
