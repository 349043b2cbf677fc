using System.Text.Json.Nodes;

namespace Avance.Samples.Figures;

/// <summary>The figures of the report as the API answers them.</summary>
internal static class JsonFigures
{
    public static ReportFigures Of(JsonNode report)
    {
        var plan = report["plan"]!;
        return new ReportFigures(
            (decimal)plan["programmed"]!,
            (decimal)plan["fullyExecuted"]!,
            (decimal)plan["belowFullExecution"]!,
            (decimal)plan["executionLevelShown"]!,
            [.. Ranked(report).Select(unit => ((string)unit["unit"]!, (decimal)unit["complianceShown"]!))],
            report["goals"]!
                .AsArray()
                .ToDictionary(
                    goal => ((int)goal!["activity"]!, (int)goal["goalYear"]!),
                    goal => (decimal?)goal!["percentShown"]
                ),
            []
        );
    }

    public static IReadOnlyList<JsonNode> Ranked(JsonNode report) =>
        [.. report["units"]!.AsArray().OfType<JsonNode>().OrderBy(unit => (int)unit["rank"]!)];
}
