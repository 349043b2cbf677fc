namespace Avance.Functions.Plans;

/// <summary>What an activity promised for a year.</summary>
/// <param name="Year">The year that it was promised for; with the activity it is the goal's key.</param>
/// <param name="Target">How much, in the activity's unit of measure (or in percent); greater than 0.</param>
/// <param name="Measure">Whether periods add up.</param>
/// <param name="CarriedTo">The later year that it was carried over to, if any: it counts in both years.</param>
public sealed record Goal(ActivityNumber Activity, int Year, decimal Target, GoalMeasure Measure, int? CarriedTo = null)
{
    /// <summary>
    /// The largest target, above any country's population. With 4 decimals it fits the 15 digits that tables keep.
    /// </summary>
    public const decimal MaxTarget = 1_000_000_000;

    /// <summary>The fields (see <see cref="PlanField"/>) that an amendment set: an import leaves them as they are.</summary>
    public ValueList<string> AmendedFields { get; init; } = [];

    /// <summary>True if the goal counts in the reports of that year.</summary>
    public bool CountsIn(int year) => Year == year || CarriedTo == year;
}
