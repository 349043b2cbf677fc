using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Avance.Samples;

/// <summary>Puts a sample plan into the app as its secretariat does.</summary>
/// <param name="plan">Its id, and the name of its workbook.</param>
/// <param name="period">The period that is reported.</param>
internal sealed class SampleImport(ApiClient api, string samples, string plan, string period)
{
    public string Secretariat { get; } = $"secretariat {plan}";

    public async Task<JsonNode> ImportAsync(bool dryRun, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(
            await File.ReadAllBytesAsync(Path.Combine(samples, $"{plan}.xlsx"), cancellationToken)
        );
        content.Headers.ContentType = new MediaTypeHeaderValue(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        );
        return await api.SendAsync(
                HttpMethod.Post,
                $"api/plans/{plan}/import?dryRun={(dryRun ? "true" : "false")}",
                Secretariat,
                content,
                cancellationToken: cancellationToken
            ) ?? throw new DemoException("The import answered nothing.");
    }

    /// <summary>The sample's periods closed long ago: the secretariat reopens the last one for a month, once.</summary>
    /// <returns>False if it was open.</returns>
    public async Task<bool> ReopenAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var stored = await api.GetAsync($"api/plans/{plan}", Secretariat, cancellationToken);
        var reopened = stored["periods"]!.AsArray().Single(one => (string?)one!["id"] == period)!;
        if ((string?)reopened["state"] != "closed")
        {
            return false;
        }

        var amendment = new JsonObject
        {
            ["kind"] = "reopenPeriod",
            ["id"] = Guid.NewGuid(),
            ["reason"] = "Los periodos del plan de muestra ya cerraron: se reabre para probar.",
            ["period"] = period,
            ["closes"] = clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", null),
        };
        await api.SendAsync(
            HttpMethod.Post,
            $"api/plans/{plan}/amendments",
            Secretariat,
            SamplePlan.JsonContentOf(amendment),
            cancellationToken: cancellationToken
        );
        return true;
    }

    /// <summary>A form link, as the secretariat makes it.</summary>
    /// <param name="unit">The unit; null for a link to the secretariat's desk, which a developer's machine alone has.</param>
    public async Task<string> LinkAsync(string? unit, CancellationToken cancellationToken)
    {
        var link = new JsonObject();
        if (unit is not null)
        {
            link["unit"] = unit;
            link["period"] = period;
        }

        var made = await api.SendAsync(
            HttpMethod.Post,
            $"api/plans/{plan}/links",
            Secretariat,
            SamplePlan.JsonContentOf(link),
            cancellationToken: cancellationToken
        );
        return (string?)made?["url"] ?? throw new DemoException("The link has no address.");
    }
}
