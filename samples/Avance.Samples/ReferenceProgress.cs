using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Avance.Samples;

/// <summary>What the units of the sample plan reported of one goal of 2023, from <c>avances-2023.csv</c>.</summary>
/// <param name="Activity">Number of the activity.</param>
/// <param name="GoalYear">Year of the goal.</param>
/// <param name="Executed">How much; null where no number was given.</param>
/// <param name="Outcome">The outcome as the API calls it.</param>
/// <param name="Documents">Documents cited.</param>
/// <param name="PublishedPercent">The percent that the ministry printed; null where it printed none.</param>
internal sealed partial record ReferenceProgress(
    int Activity,
    int GoalYear,
    decimal? Executed,
    string Outcome,
    IReadOnlyList<string> Documents,
    int? PublishedPercent
)
{
    public static IReadOnlyList<ReferenceProgress> Read(string folder)
    {
        using var csv = new CsvReader(
            new StreamReader(Path.Combine(folder, "avances-2023.csv")),
            CultureInfo.InvariantCulture
        );
        var rows = new List<ReferenceProgress>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(
                new ReferenceProgress(
                    csv.GetField<int>(0),
                    csv.GetField<int>(1),
                    csv.GetField<decimal?>(2),
                    csv.GetField(3)!,
                    Split(csv.GetField(4)!),
                    csv.GetField<int?>(5)
                )
            );
        }

        return rows;
    }

    /// <summary>The goal as a submission says it.</summary>
    public JsonObject ToEntry()
    {
        var entry = new JsonObject { ["year"] = GoalYear, ["outcome"] = Word(Outcome) };
        if (Executed is { } executed)
        {
            entry["executed"] = executed;
        }
        else
        {
            entry["reason"] = "Así consta en el reporte anual de 2023.";
        }

        return entry;
    }

    // not_quantified in the file is notQuantified in the API.
    private static string Word(string outcome) =>
        UnderscoreLetter().Replace(outcome, match => match.Groups["letter"].Value.ToUpperInvariant());

    private static List<string> Split(string documents) =>
        [.. BetweenDocuments().Split(documents).Select(text => text.Trim(' ', '•')).Where(text => text.Length > 0)];

    [GeneratedRegex(
        "_(?<letter>[a-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex UnderscoreLetter();

    [GeneratedRegex(@"•|(?<=[\.\)])\s+(?=\p{Lu})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenDocuments();
}
