using System.Text.Json.Serialization;
using Avance.Functions.Http;
using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Plans.Amendments;

/// <summary>A product of a work plan is due in other semesters.</summary>
public sealed record RescheduleProduct : Amendment
{
    /// <summary>The number of the product.</summary>
    public required int Product { get; init; }

    /// <summary>When it is due now: at least one semester, all of the plan's years.</summary>
    public required ValueList<Period> Semesters { get; init; }

    [JsonIgnore]
    public override string Subject => $"{Product}";

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (plan.WorkPlan is not { } work || work.FindProduct(Product) is not { } product)
        {
            return Error.Invalid("amendment-product-unknown", "product", Product);
        }

        var semesters = Semesters.Distinct().Order().ToValueList();
        var (first, last) = (plan.Header.FirstYear, plan.Header.LastYear);
        if (semesters.Count == 0 || semesters.Any(semester => semester.Year < first || semester.Year > last))
        {
            return Error.Invalid("amendment-semesters", "semesters", first, last);
        }

        if (semesters.Equals(product.Semesters))
        {
            return Error.Invalid("amendment-semesters-same", "semesters");
        }

        var changed = product with
        {
            Semesters = semesters,
            AmendedFields = PlanEdits.Amended(product.AmendedFields, PlanField.Semesters),
        };
        var rescheduled = work with
        {
            Products = [.. work.Products.Select(other => other == product ? changed : other)],
        };
        return plan with { WorkPlan = rescheduled, Goals = WorkPlanRules.GoalsOf(rescheduled) };
    }
}
