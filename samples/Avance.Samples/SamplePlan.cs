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

    private readonly SampleImport import = new(api, samples, Id, Period);

    public string Samples => samples;

    public string Folder { get; } = Path.Combine(samples, Id);

    public static string Reporter(string unit) => $"unit-reporter {Id} {unit}";

    public Task<JsonNode> ImportAsync(bool dryRun, CancellationToken cancellationToken) =>
        import.ImportAsync(dryRun, cancellationToken);

    /// <inheritdoc cref="SampleImport.ReopenAsync"/>
    public Task<bool> ReopenAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        import.ReopenAsync(clock, cancellationToken);

    /// <inheritdoc cref="SampleImport.LinkAsync"/>
    public Task<string> LinkAsync(string? unit, CancellationToken cancellationToken) =>
        import.LinkAsync(unit, cancellationToken);

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

    public static StringContent JsonContentOf(JsonNode body) =>
        new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
