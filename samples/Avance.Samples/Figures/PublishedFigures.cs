using System.Globalization;
using System.Text.Json.Nodes;

namespace Avance.Samples.Figures;

/// <summary>What the ministry published of the sample plan, and the two figures of it that are wrong, as they should be.</summary>
internal sealed class PublishedFigures
{
    // 46 of 65 is 70.77 %: the source prints 70.7, see docs/source-discrepancies.md.
    private const decimal PrintedLevel = 70.7m;
    private const decimal RightLevel = 70.8m;

    // 86 of 70 is 122.86 %: the source prints 122, see docs/source-discrepancies.md.
    private const int RightPercent = 123;
    private static readonly (int Activity, int GoalYear) PrintedWrongly = (34, 2022);

    private readonly ReportFigures figures;

    private PublishedFigures(ReportFigures figures, IReadOnlyList<ReferenceProgress> reference)
    {
        this.figures = figures;
        Reference = reference;
    }

    /// <summary>Activities in the plan's count.</summary>
    public decimal Programmed => figures.Programmed;

    /// <summary>Those with every goal at 100 % or more.</summary>
    public decimal FullyExecuted => figures.FullyExecuted;

    /// <summary>What the units reported.</summary>
    public IReadOnlyList<ReferenceProgress> Reference { get; }

    /// <param name="folder">Of the sample plan.</param>
    public static PublishedFigures Read(string folder)
    {
        var published = Content(folder);
        var reference = ReferenceProgress.Read(folder);
        var right = new ReportFigures(
            (decimal)published["programmed"]!,
            (decimal)published["fullyExecuted"]!,
            (decimal)published["belowFullExecution"]!,
            Right((decimal)published["executionLevel"]!),
            [.. published["units"]!.AsArray().Select(unit => ((string)unit!["unit"]!, (decimal)unit["compliance"]!))],
            reference
                .Where(goal => goal.PublishedPercent is not null)
                .Select(goal => (Key: (goal.Activity, goal.GoalYear), goal.PublishedPercent))
                .ToDictionary(
                    goal => goal.Key,
                    goal => (decimal?)(goal.Key == PrintedWrongly ? RightPercent : goal.PublishedPercent)
                ),
            [.. published["balance"]!.AsArray().Select(year => YearOf(year!))]
        );
        return new PublishedFigures(right, reference);
    }

    /// <summary>The published figures of a year as they are imported.</summary>
    public static JsonObject HistoryOf(string folder, int year)
    {
        var published = Content(folder)["balance"]!.AsArray().Single(one => (int)one!["year"]! == year)!;
        var names = new[] { "plan", "source", "programmed", "fullyExecuted" };
        return new JsonObject(names.Select(name => KeyValuePair.Create(name, published[name]?.DeepClone())));
    }

    /// <param name="where">What shows the figures, for the message.</param>
    /// <param name="hasBalance">False for what shows one year only.</param>
    /// <exception cref="DemoException">A figure is not the published one: the first that is not.</exception>
    public void Compare(ReportFigures found, string where, bool hasBalance)
    {
        Same("programmed activities", figures.Programmed, found.Programmed);
        Same("fully executed activities", figures.FullyExecuted, found.FullyExecuted);
        Same("activities below full execution", figures.BelowFullExecution, found.BelowFullExecution);
        Same("execution level", figures.ExecutionLevel, found.ExecutionLevel);
        Same("units", figures.Units.Count, found.Units.Count);
        foreach (var (place, (expected, actual)) in figures.Units.Zip(found.Units).Index())
        {
            Same($"unit {place + 1}", expected.Unit, actual.Unit);
            Same($"compliance of {expected.Unit}", expected.Compliance, actual.Compliance);
        }

        Same("goals", Reference.Count, found.Percents.Count);
        foreach (var (goal, percent) in figures.Percents)
        {
            Same(
                $"percent of activity {goal.Activity}, goal of {goal.GoalYear}",
                percent,
                found.Percents.GetValueOrDefault(goal)
            );
        }

        if (hasBalance && !figures.Balance.SequenceEqual(found.Balance))
        {
            Same("balance", string.Join("; ", figures.Balance), string.Join("; ", found.Balance));
        }

        void Same<T>(string what, T expected, T actual)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                throw new DemoException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{where}: {what} should be {expected} and is {actual}."
                    )
                );
            }
        }
    }

    private static JsonNode Content(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "publicado-2023.json")))!;

    private static YearFigures YearOf(JsonNode year) =>
        new(
            (int)year["year"]!,
            (decimal)year["programmed"]!,
            (decimal)year["fullyExecuted"]!,
            Right((decimal)year["executionLevel"]!)
        );

    private static decimal Right(decimal level) => level == PrintedLevel ? RightLevel : level;
}
