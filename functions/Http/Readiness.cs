using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Avance.Functions.Http;

/// <summary>What a replica says of its dependencies: no address, no key, no text of an exception.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> if something is missing that the app can do without, or <c>unavailable</c>.</param>
/// <param name="Dependencies">By name.</param>
public sealed record Readiness(string Status, ValueList<DependencyState> Dependencies)
{
    [JsonIgnore]
    public bool IsReady => Status != WordOf(HealthStatus.Unhealthy);

    public static Readiness Of(HealthReport report) =>
        new(
            WordOf(report.Status),
            [
                .. report
                    .Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry => new DependencyState(
                        entry.Key,
                        WordOf(entry.Value.Status),
                        (long)entry.Value.Duration.TotalMilliseconds
                    )),
            ]
        );

    private static string WordOf(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "ok",
            HealthStatus.Degraded => "degraded",
            _ => "unavailable",
        };
}
