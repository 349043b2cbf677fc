using System.Globalization;
using System.Text.Json.Nodes;
using Avance.Samples.Figures;
using Spectre.Console;

namespace Avance.Samples;

/// <summary>Prints the report as the ministry published it: its units by their compliance.</summary>
internal static class DemoTable
{
    public static void Print(IAnsiConsole console, JsonNode report)
    {
        var plan = report["plan"]!;
        var table = new Table().Title($"Cumplimiento por unidad, {SamplePlan.Id}, {SamplePlan.Period}");
        table.AddColumn(new TableColumn("N°").RightAligned());
        table.AddColumns("Unidad", "Semáforo");
        table.AddColumn(new TableColumn("Cumplimiento").RightAligned());
        table.AddColumn(new TableColumn("Actividades al 100 %").RightAligned());
        foreach (var unit in JsonFigures.Ranked(report))
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
