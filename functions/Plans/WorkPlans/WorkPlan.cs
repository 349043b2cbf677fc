namespace Avance.Functions.Plans.WorkPlans;

/// <summary>
/// What a commission's work plan consists of. What one body owes of one product is an activity of the plan, so that bodies
/// report it as units report activities.
/// </summary>
/// <param name="Policy">The plan whose services say which bodies have an approved protocol; null if no product asks.</param>
/// <param name="Products">By number.</param>
/// <param name="Deliveries">By activity.</param>
public sealed record WorkPlan(PlanId? Policy, ValueList<Product> Products, ValueList<Delivery> Deliveries)
{
    /// <summary>The delivery that an activity is; null if it is none.</summary>
    public Delivery? FindDelivery(ActivityNumber activity) =>
        Deliveries.FirstOrDefault(delivery => delivery.Activity == activity);

    public Product? FindProduct(int number) => Products.FirstOrDefault(product => product.Number == number);

    /// <summary>The semesters in which an activity is due, the first one first.</summary>
    public ValueList<Period> SemestersOf(ActivityNumber activity) =>
        FindDelivery(activity) is { } delivery
            ? delivery.Semesters ?? FindProduct(delivery.Product)?.Semesters ?? []
            : [];
}
