namespace Avance.Functions.Plans.WorkPlans;

/// <summary>What an activity of a work plan yields.</summary>
/// <param name="Number">Its number in the plan, 1 to <see cref="MaxNumber"/>.</param>
/// <param name="Objective">The objective that it serves, as the plan writes it.</param>
/// <param name="Activity">What is done.</param>
/// <param name="Title">What is delivered, for example "Informe anual".</param>
/// <param name="Owners">Who owes it.</param>
/// <param name="Bodies">Those who owe it where they are named; else empty.</param>
/// <param name="Semesters">When it is due: once in each, the first one first.</param>
/// <param name="EvidenceRequirement">The document that shows the delivery, in the plan's words.</param>
public sealed record Product(
    int Number,
    string Objective,
    string Activity,
    string Title,
    ProductOwners Owners,
    ValueList<UnitCode> Bodies,
    ValueList<Period> Semesters,
    string EvidenceRequirement
)
{
    public const int MaxNumber = 999;

    /// <summary>The fields (see <see cref="PlanField"/>) that an amendment set: an import leaves them as they are.</summary>
    public ValueList<string> AmendedFields { get; init; } = [];
}
