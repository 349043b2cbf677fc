using System.Globalization;
using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Successors;

/// <summary>The years of the next plan, and which year of the plan each of them repeats.</summary>
/// <param name="First">First year of the next plan.</param>
/// <param name="Last">Last year of it.</param>
public sealed record SuccessorYears(int First, int Last)
{
    /// <summary>Most years of a plan.</summary>
    public const int MaxYears = 10;

    private const int LastYear = 2099;

    /// <summary>The years as the address gives them; as many years as the plan has, right after it, unless it says otherwise.</summary>
    public static Result<SuccessorYears> Read(PlanHeader plan, string? first, string? last)
    {
        var from = string.IsNullOrEmpty(first) ? plan.LastYear + 1 : Parse(first);
        var to = string.IsNullOrEmpty(last) ? from + plan.LastYear - plan.FirstYear : Parse(last);
        var least = plan.FirstYear + 1;
        var errors = new List<Error>();
        if (from is null || from < least || from > LastYear)
        {
            errors.Add(Error.Invalid("successor-first-year", "firstYear", least, LastYear));
        }

        if (to is null || to < from || to >= from + MaxYears || to > LastYear)
        {
            errors.Add(Error.Invalid("successor-last-year", "lastYear", MaxYears, LastYear));
        }

        return errors.Count > 0 ? Error.All(errors) : new SuccessorYears(from!.Value, to!.Value);
    }

    public bool Contains(int year) => year >= First && year <= Last;

    /// <summary>
    /// Each year with the year of the plan that it repeats: the first one the plan's first, and after its last year its
    /// first again.
    /// </summary>
    public IEnumerable<(int Year, int Source)> From(PlanHeader plan) =>
        Enumerable
            .Range(First, Last - First + 1)
            .Select(year => (year, plan.FirstYear + ((year - First) % (plan.LastYear - plan.FirstYear + 1))));

    private static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
