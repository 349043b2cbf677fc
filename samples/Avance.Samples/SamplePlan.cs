using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Avance.Samples.Figures;

namespace Avance.Samples;

/// <summary>The sample plan as both commands put it into the app.</summary>
internal sealed class SamplePlan(ApiClient api, string samples)
{
    public const string Id = "psig-2022-2023";
    public const string Period = "2023-II";
    public const int YearBefore = 2022;
    public const string Secretariat = $"secretariat {Id}";

    public string Samples => samples;

    public string Folder { get; } = Path.Combine(samples, Id);

    public static string Reporter(string unit) => $"unit-reporter {Id} {unit}";

    public async Task<JsonNode> ImportAsync(bool dryRun, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(await File.ReadAllBytesAsync($"{Folder}.xlsx", cancellationToken));
        content.Headers.ContentType = new MediaTypeHeaderValue(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        );
        return await api.SendAsync(
                HttpMethod.Post,
                $"api/plans/{Id}/import?dryRun={(dryRun ? "true" : "false")}",
                Secretariat,
                content,
                cancellationToken: cancellationToken
            ) ?? throw new DemoException("The import answered nothing.");
    }

    /// <summary>The sample's periods closed long ago: the secretariat reopens the last one for a month, once.</summary>
    /// <returns>False if it was open.</returns>
    public async Task<bool> ReopenAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var plan = await api.GetAsync($"api/plans/{Id}", Secretariat, cancellationToken);
        var period = plan["periods"]!.AsArray().Single(one => (string?)one!["id"] == Period)!;
        if ((string?)period["state"] != "closed")
        {
            return false;
        }

        var amendment = new JsonObject
        {
            ["kind"] = "reopenPeriod",
            ["id"] = Guid.NewGuid(),
            ["reason"] = "Los periodos del plan de muestra ya cerraron: se reabre para probar.",
            ["period"] = Period,
            ["closes"] = clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", null),
        };
        await api.SendAsync(
            HttpMethod.Post,
            $"api/plans/{Id}/amendments",
            Secretariat,
            JsonContentOf(amendment),
            cancellationToken: cancellationToken
        );
        return true;
    }

    /// <summary>Imports the published figures of 2022, to stand beside those of 2023; once.</summary>
    /// <returns>False if some were there.</returns>
    public async Task<bool> ImportBalanceAsync(CancellationToken cancellationToken)
    {
        var history = await api.GetAsync($"api/plans/{Id}/history", Secretariat, cancellationToken);
        if (history.AsArray().Any(year => (int)year!["year"]! == YearBefore))
        {
            return false;
        }

        await api.SendAsync(
            HttpMethod.Put,
            $"api/plans/{Id}/history/{YearBefore}",
            Secretariat,
            JsonContentOf(PublishedFigures.HistoryOf(Folder, YearBefore)),
            0,
            cancellationToken
        );
        return true;
    }

    /// <summary>Records the sample's achievements, which are invented; those that are there already stay as they are.</summary>
    /// <returns>The titles of all of them.</returns>
    public async Task<IReadOnlyList<string>> RecordAchievementsAsync(CancellationToken cancellationToken)
    {
        const string Address = $"api/plans/{Id}/achievements";
        var file = Path.Combine(Folder, "achievements.json");
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken))!.AsArray();
        var recorded = (await api.GetAsync(Address, Secretariat, cancellationToken))["achievements"]!
            .AsArray()
            .Select(one => (string)one!["id"]!)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var achievement in sample.Select(one => one!.AsObject()))
        {
            var id = (string)achievement["id"]!;
            if (recorded.Contains(id))
            {
                continue;
            }

            var body = achievement.DeepClone().AsObject();
            body.Remove("id");
            await api.SendAsync(
                HttpMethod.Put,
                $"{Address}/{id}",
                Secretariat,
                JsonContentOf(body),
                0,
                cancellationToken
            );
        }

        return [.. sample.Select(one => (string)one!["title"]!)];
    }

    /// <summary>The code that a unit of the sample has now: amendments may have given it another.</summary>
    public async Task<string> CodeOfAsync(string unit, CancellationToken cancellationToken)
    {
        var plan = await api.GetAsync($"api/plans/{Id}", Secretariat, cancellationToken);
        var units = plan["units"]!.AsArray().Select(one => one!).ToList();
        var found =
            units.Find(one => (string?)one["code"] == unit)
            ?? units.Find(one => one["aliases"]!.AsArray().Any(alias => (string?)alias == unit));
        return (string?)found?["code"] ?? throw new DemoException($"The plan has no unit {unit}.");
    }

    /// <summary>A form link, as the secretariat makes it.</summary>
    /// <param name="unit">The unit; null for a link to the secretariat's desk, which a developer's machine alone has.</param>
    public async Task<string> LinkAsync(string? unit, CancellationToken cancellationToken)
    {
        var link = new JsonObject();
        if (unit is not null)
        {
            link["unit"] = unit;
            link["period"] = Period;
        }

        var made = await api.SendAsync(
            HttpMethod.Post,
            $"api/plans/{Id}/links",
            Secretariat,
            JsonContentOf(link),
            cancellationToken: cancellationToken
        );
        return (string?)made?["url"] ?? throw new DemoException("The link has no address.");
    }

    public static StringContent JsonContentOf(JsonNode body) =>
        new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
