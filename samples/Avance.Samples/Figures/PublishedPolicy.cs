using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Avance.Samples.Figures;

/// <summary>What the compliance report of the sample policy printed of 2021, from <c>publicado-2021.json</c>.</summary>
internal sealed class PublishedPolicy(JsonNode published)
{
    private const decimal ImplausiblePercent = 1_000;

    public static PublishedPolicy Read(string folder) =>
        new(JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "publicado-2021.json")))!);

    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["Ratio"] = "obtenido ÷ esperado",
        ["InverseRatio"] = "esperado ÷ obtenido",
        ["BaselineGap"] = "avance desde la línea de base",
        ["AccumulatedRatio"] = "acumulado ÷ esperado acumulado",
    };

    /// <summary>The indicators whose printed percent is ten times the target or more, with it.</summary>
    public IReadOnlyDictionary<string, decimal> Implausible =>
        published["percents"]!
            .AsObject()
            .Where(percent => (decimal)percent.Value! >= ImplausiblePercent)
            .ToDictionary(percent => percent.Key, percent => (decimal)percent.Value!, StringComparer.Ordinal);

    /// <param name="count">exceeded, notMet or noInformation.</param>
    /// <returns>How many of all indicators are so.</returns>
    public decimal CountOf(string count) => (decimal)published["all"]![count]!;

    /// <summary>Compares each published count and percent with the compiled report, and gives them beside each other.</summary>
    /// <param name="report">As the API gives it.</param>
    /// <exception cref="DemoException">A figure is not the published one: the first that is not.</exception>
    public Table Compare(JsonNode report)
    {
        var table = new Table().Title("Política: lo publicado y lo calculado, 2021");
        table.AddColumn("Cifra");
        foreach (var title in new[] { "Publicado", "Calculado", "Tolerancia" })
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        var indicators = report["indicators"]!.AsArray().Select(row => row!).ToList();
        Counts(table, "objectiveIndicators", "Indicadores de objetivos", indicators.FindAll(IsOf("Objective")));
        Counts(table, "serviceIndicators", "Indicadores de servicios", indicators.FindAll(IsOf("Service")));
        Counts(table, "all", "Todos los indicadores", indicators);
        var (objectives, services) = (report["objectives"]!.AsArray(), report["services"]!.AsArray());
        Same(table, "Objetivos", published["policy"]!["objectives"]!, objectives.Count);
        Same(table, "Servicios", published["policy"]!["services"]!, services.Count);
        Same(table, "Con protocolo vigente", published["policy"]!["servicesWithProtocol"]!, Sum(services!, "inForce"));
        Same(table, "Que se evalúan", published["policy"]!["servicesEvaluated"]!, Sum(services!, "evaluated"));
        foreach (var (code, percent) in published["percents"]!.AsObject())
        {
            Percent(table, code, (decimal)percent!, indicators.Find(row => (string?)row["indicator"] == code));
        }

        return table;
    }

    private void Counts(Table table, string name, string title, List<JsonNode> rows)
    {
        var expected = published[name]!;
        Same(table, title, expected["total"]!, rows.Count);
        foreach (
            var (count, said) in new[]
            {
                ("exceeded", "alcanzaron"),
                ("notMet", "no alcanzaron"),
                ("noInformation", "sin información"),
            }
        )
        {
            Same(table, $"  {said}", expected[count]!, Sum(rows, count));
        }

        if (expected["withInformation"] is { } informed)
        {
            Same(table, "  con información", informed, Sum(rows, "exceeded") + Sum(rows, "notMet"));
        }
    }

    private static void Percent(Table table, string code, decimal printed, JsonNode? row)
    {
        if (row is null || (int)row["reproduced"]! != 1 || (decimal)row["percentPublished"]! != printed)
        {
            throw new DemoException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The policy's report: {printed} % of {code} is not reproduced, computed is {row?["percentShown"]}."
                )
            );
        }

        table.AddRow(
            $"% de {code}: {Methods[(string)row["method"]!]}{((int)row["baselineInferred"]! == 1 ? " inferida" : "")}",
            printed.ToString(CultureInfo.InvariantCulture),
            Text((decimal)row["percentShown"]!),
            $"{Text((decimal)row["percentLeast"]!)} a {Text((decimal)row["percentLargest"]!)}"
        );
    }

    private static void Same(Table table, string what, JsonNode expected, int actual)
    {
        if ((int)expected != actual)
        {
            throw new DemoException($"The policy's report: {what} should be {expected} and is {actual}.");
        }

        table.AddRow(what, expected.ToString(), actual.ToString(CultureInfo.InvariantCulture), "");
    }

    private static Predicate<JsonNode> IsOf(string level) => row => (string?)row["level"] == level;

    private static int Sum(IEnumerable<JsonNode> rows, string column) => rows.Sum(row => (int)row[column]!);

    private static string Text(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
