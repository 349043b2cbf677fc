using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Avance.Samples;

/// <summary>All bodies side by side: consolidated, and compared with what the sources print.</summary>
internal sealed class DemoNation(ApiClient api)
{
    private const string Caller = "national-secretariat";

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    /// <exception cref="DemoException">A figure is not the published one, or nothing was consolidated in time.</exception>
    public async Task<string> ConsolidateAsync(CancellationToken cancellationToken)
    {
        var plan = await WaitAsync(SamplePlan.Period, SamplePlan.Id, cancellationToken);
        Compare("The country's plan", plan, ("programmed", 65), ("fullyExecuted", 46));
        var policy = await WaitAsync(PolicySample.Period, PolicySample.Id, cancellationToken);
        Compare(
            "The country's policy",
            policy,
            ("indicatorsExceeded", 10),
            ("indicatorsNotMet", 13),
            ("indicatorsNoInformation", 11)
        );
        var nation = await api.GetAsync($"api/national/{SamplePlan.Period}", Caller, cancellationToken);
        var totals = nation["totals"]!;
        return $"{totals["bodies"]} entidades, {totals["bodiesReported"]} informó; 46 de 65 actividades, "
            + $"34 indicadores: 10, 13 y 11; {ReasonOf(plan)}";
    }

    /// <summary>The demo reopens the period, so that its figures may still change.</summary>
    private static string ReasonOf(JsonNode plan) =>
        (string)plan["notComparable"]! == "Open"
            ? "no se compara con otros mientras su periodo está abierto"
            : throw new DemoException($"A plan whose period is open is called comparable: {plan["notComparable"]}.");

    private async Task<JsonNode> WaitAsync(string period, string id, CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < MaxWait; )
        {
            await api.SendAsync(
                HttpMethod.Post,
                "admin/functions/ConsolidateNation",
                null,
                SamplePlan.JsonContentOf(new JsonObject { ["input"] = "" }),
                cancellationToken: cancellationToken
            );
            await Task.Delay(500, cancellationToken);
            var nation = await api.FindAsync($"api/national/{period}", Caller, cancellationToken);
            if (
                nation?["plans"]?.AsArray().FirstOrDefault(plan => (string?)plan!["plan"] == id) is { } found
                && (int)found["sent"]! > 0
            )
            {
                return found;
            }
        }

        throw new DemoException($"{id} was not consolidated within {MaxWait.TotalSeconds} s.");
    }

    private static void Compare(string what, JsonNode row, params (string Name, int Expected)[] figures)
    {
        foreach (var (name, expected) in figures)
        {
            if ((int)row[name]! != expected)
            {
                throw new DemoException($"{what} has {row[name]} of {name} instead of {expected}.");
            }
        }
    }
}
