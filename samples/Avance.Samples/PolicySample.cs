using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Avance.Samples;

/// <summary>The sample policy: imported, reported by its bodies, compiled.</summary>
internal sealed class PolicySample(ApiClient api, string samples)
{
    public const string Id = "pnig-2021";
    public const string Period = "2021-II";
    public const string Secretariat = $"secretariat {Id}";
    private const string Reports = $"api/plans/{Id}/reports";

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    private readonly SampleImport import = new(api, samples, Id, Period);

    public string Folder { get; } = Path.Combine(samples, Id);

    /// <summary>Imports the policy and reopens its period, once.</summary>
    public async Task ImportAsync(CancellationToken cancellationToken)
    {
        await import.ImportAsync(dryRun: false, cancellationToken);
        await import.ReopenAsync(TimeProvider.System, cancellationToken);
    }

    /// <summary>Sends what the bodies reported of 2021, but for indicators of which something is there already.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var activities = await api.GetAsync(
            $"api/plans/{Id}/activities?period={Period}",
            Secretariat,
            cancellationToken
        );
        var bodies = activities
            .AsArray()
            .ToDictionary(
                activity => Demo.Number(activity!["activity"]!["number"]!),
                activity => (string)activity!["activity"]!["responsibleUnit"]!
            );
        var sent = 0;
        foreach (var row in PolicyProgress.Read(Folder).Where(row => bodies.ContainsKey(row.Activity)))
        {
            var address = $"api/plans/{Id}/periods/{Period}/activities/{row.Activity}/progress";
            var progress = await api.GetAsync(address, Secretariat, cancellationToken);
            if ((int)progress["version"]! > 0)
            {
                continue;
            }

            await api.SendAsync(
                HttpMethod.Put,
                address,
                $"unit-reporter {Id} {bodies[row.Activity]}",
                SamplePlan.JsonContentOf(row.ToSubmission(IdOf(row))),
                0,
                cancellationToken
            );
            sent++;
        }

        return sent;
    }

    /// <summary>Asks for the report, waits for it, and gives it.</summary>
    public async Task<JsonNode> CompileAsync(CancellationToken cancellationToken)
    {
        var before = await api.FindAsync(Reports, Secretariat, cancellationToken);
        await api.SendAsync(HttpMethod.Post, Reports, Secretariat, cancellationToken: cancellationToken);
        await Waiting.ForAsync(
            async () =>
                await api.FindAsync(Reports, Secretariat, cancellationToken) is { } compilation
                && !(bool)compilation["running"]!
                && (string?)compilation["runId"] != (string?)before?["runId"]
                    ? compilation
                    : null,
            MaxWait,
            () => $"The report of {Id} was not compiled within {MaxWait.TotalSeconds} s.",
            cancellationToken
        );
        return await api.GetAsync($"{Reports}/{Period}", Secretariat, cancellationToken);
    }

    /// <summary>Waits until a target is called implausible for each indicator with such a published percent, and for no other.</summary>
    /// <returns>These findings.</returns>
    public async Task<IReadOnlyList<JsonNode>> ImplausibleAsync(
        IEnumerable<string> codes,
        CancellationToken cancellationToken
    )
    {
        var expected = PolicyProgress
            .Read(Folder)
            .Where(row => codes.Contains(row.Code, StringComparer.Ordinal))
            .Select(row => row.Activity)
            .Order()
            .ToList();
        var found = new List<JsonNode>();
        return await Waiting.ForAsync(
            async () =>
            {
                var all = await api.GetAsync(
                    $"api/plans/{Id}/periods/{Period}/findings",
                    Secretariat,
                    cancellationToken
                );
                found =
                [
                    .. all.AsArray()
                        .OfType<JsonNode>()
                        .Where(finding => (string?)finding["code"] == "target-implausible"),
                ];
                return found.Select(finding => Demo.Number(finding["activity"]!)).Order().SequenceEqual(expected)
                    ? found
                    : null;
            },
            MaxWait,
            () => $"{found.Count} targets of {Id} are called implausible, and not the {expected.Count} that are.",
            cancellationToken
        );
    }

    /// <summary>True if the national secretariat finds the policy among all plans.</summary>
    public async Task<bool> IsInNationalOverviewAsync(CancellationToken cancellationToken)
    {
        var plans = await api.GetAsync("api/overview", "national-secretariat", cancellationToken);
        return plans.AsArray().Any(plan => (string?)plan!["id"] == Id);
    }

    /// <inheritdoc cref="SampleImport.LinkAsync"/>
    public Task<string> LinkAsync(string? body, CancellationToken cancellationToken) =>
        import.LinkAsync(body, cancellationToken);

    /// <summary>The same id each time, so that sending again is the same submission.</summary>
    private static Guid IdOf(PolicyProgress row) =>
        new(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}|{row.Code}|{row.Year}"))
                )
                .AsSpan(0, 16)
        );
}
