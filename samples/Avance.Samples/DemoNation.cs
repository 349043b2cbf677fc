using System.Text.Json.Nodes;
using Avance.Samples.Figures;

namespace Avance.Samples;

/// <summary>All bodies side by side: consolidated, and compared with what the sources print.</summary>
internal sealed class DemoNation(ApiClient api, PublishedFigures published, PublishedPolicy publishedPolicy)
{
    private const string Caller = "national-secretariat";

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    /// <exception cref="DemoException">A figure is not the published one, or nothing was consolidated in time.</exception>
    public async Task<string> ConsolidateAsync(CancellationToken cancellationToken)
    {
        var plan = await WaitAsync(SamplePlan.Period, SamplePlan.Id, cancellationToken);
        Compare(SamplePlan.Id, plan, ("programmed", published.Programmed), ("fullyExecuted", published.FullyExecuted));
        var policy = await WaitAsync(PolicySample.Period, PolicySample.Id, cancellationToken);
        Compare(
            PolicySample.Id,
            policy,
            ("indicatorsExceeded", publishedPolicy.CountOf("exceeded")),
            ("indicatorsNotMet", publishedPolicy.CountOf("notMet")),
            ("indicatorsNoInformation", publishedPolicy.CountOf("noInformation"))
        );
        var nation = await api.GetAsync($"api/national/{SamplePlan.Period}", Caller, cancellationToken);
        var totals = nation["totals"]!;
        return $"{totals["bodies"]} entidades, {totals["bodiesReported"]} informó; "
            + $"{plan["fullyExecuted"]} de {plan["programmed"]} actividades; indicadores: {policy["indicatorsExceeded"]}, "
            + $"{policy["indicatorsNotMet"]} y {policy["indicatorsNoInformation"]}; {ReasonOf(plan)}";
    }

    private static void Compare(string plan, JsonNode row, params (string Name, decimal Published)[] figures)
    {
        foreach (var (name, expected) in figures)
        {
            if ((decimal)row[name]! != expected)
            {
                throw new DemoException(
                    $"At the national level {plan} has {row[name]} of {name} instead of {expected}."
                );
            }
        }
    }

    /// <summary>The demo reopens the period, so that its figures may still change.</summary>
    private static string ReasonOf(JsonNode plan) =>
        (string)plan["notComparable"]! == "Open"
            ? "no se compara con otros mientras su periodo está abierto"
            : throw new DemoException($"A plan whose period is open is called comparable: {plan["notComparable"]}.");

    private Task<JsonNode> WaitAsync(string period, string id, CancellationToken cancellationToken) =>
        Waiting.ForAsync(
            async () =>
            {
                // Another run may be at work: then this one does nothing.
                await api.SendAsync(
                    HttpMethod.Post,
                    "admin/functions/ConsolidateNation",
                    null,
                    SamplePlan.JsonContentOf(new JsonObject { ["input"] = "" }),
                    cancellationToken: cancellationToken
                );
                var nation = await api.FindAsync($"api/national/{period}", Caller, cancellationToken);
                var plans = nation?["plans"]?.AsArray() ?? [];
                return plans.FirstOrDefault(plan => (string?)plan!["plan"] == id && (int)plan["sent"]! > 0);
            },
            MaxWait,
            () => $"{id} was not consolidated within {MaxWait.TotalSeconds} s.",
            cancellationToken
        );
}
