using Avance.Bench.Evidence;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure.Storage.Blobs;

namespace Avance.Bench.Soak;

/// <summary>
/// All units of a plan report in the last hour while the host is killed again and again. Afterwards everything has to be there
/// that they were given a receipt for, once, and each receipt has to be true.
/// </summary>
/// <param name="units">Each with one activity.</param>
/// <param name="filesPerUnit">Short ones.</param>
/// <param name="kills">How often the host is killed at least; it goes on until all units are done.</param>
internal sealed class KilledLastHour(int units, int filesPerUnit, int kills, CancellationToken token)
{
    private static readonly PlanId Id = new("plan-de-la-ultima-hora");
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private int answers;

    /// <summary>Between the tries of a unit; the pages' own unless said otherwise.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } =
    [.. new[] { 0.8, 2.5, 4, 8, 15 }.Select(TimeSpan.FromSeconds)];

    /// <summary>How many answers of the app come between two kills.</summary>
    public int AnswersBetweenKills { get; init; } = 60;

    /// <summary>How often a unit has sent something again.</summary>
    public int Repeated { get; private set; }

    /// <summary>How many answers the units have had so far.</summary>
    public int Answers => Volatile.Read(ref answers);

    public Plan Plan { get; } = CreatePlan(units);

    public IReadOnlyList<ProgressAddress> Claims =>
        [.. Enumerable.Range(1, units).Select(activity => SamplePlan.Claim(Id, activity))];

    /// <exception cref="InvalidOperationException">Something was lost, is there twice, or a receipt is wrong.</exception>
    public async Task RunAsync(KilledHost host)
    {
        await Seeding.PlansAsync(host.Storage, [Plan], token);
        await host.StartAsync();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 64 };
        using var client = new HttpClient(handler) { BaseAddress = host.Address, Timeout = RequestTimeout };
        var files = BenchFiles.Small(units * filesPerUnit).Chunk(Math.Max(1, filesPerUnit)).ToList();
        var visits = Claims
            .Select(
                (claim, place) =>
                    new SoakUnit(client, claim, files[place], Pauses, () => Interlocked.Increment(ref answers), token)
                    {
                        Units = units,
                    }
            )
            .ToList();
        var done = Task.WhenAll(visits.Select(visit => Task.Run(visit.RunAsync, token)));
        var killedAt = 0;
        while (!done.IsCompleted && host.Kills < kills)
        {
            if (Answers - killedAt >= AnswersBetweenKills)
            {
                await host.KillAsync();
                killedAt = Answers;
            }

            await Task.Delay(20, token);
        }

        await done;
        Repeated = visits.Sum(visit => visit.Repeated);
        foreach (var visit in visits)
        {
            await VerifyAsync(host.Storage, visit);
        }
    }

    private async Task VerifyAsync(string storage, SoakUnit unit)
    {
        var tables = new TableServiceClient(storage);
        var versions = await new ProgressTable(tables).VersionsAsync(unit.Claim, token);
        Require(versions is [{ State: ProgressState.Submitted }], unit, $"{versions.Count} versions");
        Require((int)unit.Receipt["version"]! == versions[0].Version, unit, "a receipt of another version");

        var rows = await new EvidenceTable(tables).ListAsync(unit.Claim, token).ToListAsync(token);
        var hashes = rows.Select(row => row.Sha256).Order(StringComparer.Ordinal);
        Require(hashes.SequenceEqual(unit.Hashes), unit, $"{rows.Count} files in place of {filesPerUnit}");
        var blobs = new EvidenceBlobs(new BlobServiceClient(storage));
        foreach (var row in rows)
        {
            var stored = await blobs.HashAsync(unit.Claim, row.Id, token);
            Require(stored == row.Sha256, unit, $"another content of {row.Name}");
        }

        var manifest = (await unit.ReadReceiptAsync())["evidence"]!.AsArray().Select(file => (string)file!["sha256"]!);
        Require(manifest.Order(StringComparer.Ordinal).SequenceEqual(unit.Hashes), unit, "a receipt with other files");
    }

    private static void Require(bool isSo, SoakUnit unit, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException($"Activity {unit.Claim.Activity} has {otherwise}.");
        }
    }

    private static Plan CreatePlan(int units)
    {
        var inAnHour = TimeProvider.System.GetUtcNow().AddHours(1);
        var plan = SamplePlan.Create(Id, units, units);
        return plan with { Periods = [plan.Periods[1] with { Due = inAnHour, Closes = inAnHour }] };
    }
}
