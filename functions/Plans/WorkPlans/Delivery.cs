using System.Text.Json.Serialization;

namespace Avance.Functions.Plans.WorkPlans;

/// <summary>What one body owes of a product: the activity's unit is the body.</summary>
/// <param name="Product">The number of the product.</param>
public sealed record Delivery(ActivityNumber Activity, int Product)
{
    /// <summary>When this body owes it, as <see cref="WorkPlanRules.Resolve"/> found out; null for the product's semesters.</summary>
    [JsonIgnore]
    public ValueList<Period>? Semesters { get; init; }
}
