using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Avance.Samples;

/// <summary>Prints the report and compares it with what the ministry published.</summary>
internal sealed class DemoCheck(IReadOnlyList<ReferenceProgress> reference, string folder)
{
    // 46 of 65 is 70.77 %: the source prints 70.7, see docs/source-discrepancies.md.
    private const string PrintedLevel = "70.7";
    private const string ComputedLevel = "70.8";

    // 86 of 70 is 122.86 %: the source prints 122, see docs/source-discrepancies.md.
    private static readonly (int Activity, int Year, int Computed) PrintedWrongly = (34, 2022, 123);

    public static void Print(IAnsiConsole console, JsonNode report)
    {
        var plan = report["plan"]!;
        var table = new Table().Title($"Cumplimiento por unidad, {SamplePlan.Id}, {SamplePlan.Period}");
        table.AddColumn(new TableColumn("N°").RightAligned());
        table.AddColumns("Unidad", "Semáforo");
        table.AddColumn(new TableColumn("Cumplimiento").RightAligned());
        table.AddColumn(new TableColumn("Actividades al 100 %").RightAligned());
        foreach (var unit in Ranked(report))
        {
            table.AddRow(
                Text(unit["rank"]),
                Text(unit["unit"]),
                Light((string)unit["trafficLight"]!),
                $"{Text(unit["complianceShown"])} %",
                $"{Text(unit["fullyExecuted"])} de {Text(unit["programmed"])}"
            );
        }

        console.Write(table);
        console.MarkupLineInterpolated(
            $"Actividades programadas: {Text(plan["programmed"])}. Ejecutadas al 100 %: {Text(plan["fullyExecuted"])}. Por debajo: {Text(plan["belowFullExecution"])}. Nivel de ejecución: {Text(plan["executionLevelShown"])} %."
        );
    }

    /// <exception cref="DemoException">A figure is not the published one: the first that is not.</exception>
    public void Compare(JsonNode report)
    {
        var published = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "publicado-2023.json")))!;
        var plan = report["plan"]!;
        Same("programmed", published["programmed"], plan["programmed"]);
        Same("fullyExecuted", published["fullyExecuted"], plan["fullyExecuted"]);
        Same("belowFullExecution", published["belowFullExecution"], plan["belowFullExecution"]);
        Same("published executionLevel", PrintedLevel, published["executionLevel"]);
        Same("executionLevel", ComputedLevel, plan["executionLevelShown"]);
        var expected = published["units"]!.AsArray();
        var units = Ranked(report);
        Same("units", expected.Count, units.Count);
        for (var place = 0; place < units.Count; place++)
        {
            Same($"unit {place + 1}", expected[place]!["unit"], units[place]["unit"]);
            Same($"compliance of unit {place + 1}", expected[place]!["compliance"], units[place]["complianceShown"]);
        }

        CompareGoals(report["goals"]!.AsArray());
    }

    private void CompareGoals(JsonArray goals)
    {
        var computed = goals.ToDictionary(
            goal => ((int)goal!["activity"]!, (int)goal["goalYear"]!),
            goal => goal!["percentShown"]
        );
        var printed = reference.Where(goal => goal.PublishedPercent is not null).ToList();
        Same("goals with a printed percent", 65, printed.Count);
        foreach (var goal in printed)
        {
            var key = (goal.Activity, goal.GoalYear);
            var expected =
                key == (PrintedWrongly.Activity, PrintedWrongly.Year) ? PrintedWrongly.Computed : goal.PublishedPercent;
            Same($"percent of activity {goal.Activity}, goal of {goal.GoalYear}", expected, computed[key]);
        }
    }

    private static List<JsonNode> Ranked(JsonNode report) =>
        [.. report["units"]!.AsArray().OfType<JsonNode>().OrderBy(unit => (int)unit["rank"]!)];

    private static void Same(string what, JsonNode? expected, JsonNode? actual)
    {
        if (Text(expected) != Text(actual))
        {
            throw new DemoException($"{what} should be {Text(expected)} and is {Text(actual)}.");
        }
    }

    private static string Text(JsonNode? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Light(string light) =>
        light switch
        {
            "Green" => "[green]● verde[/]",
            "Amber" => "[yellow]● ámbar[/]",
            "Red" => "[red]● rojo[/]",
            _ => "sin dato",
        };
}
