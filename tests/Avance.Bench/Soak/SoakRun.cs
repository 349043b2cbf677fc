using Avance.Bench.Evidence;

namespace Avance.Bench.Soak;

/// <summary>
/// The last hour of many units under faults, with real processes: first a host that is killed again and again, then a storage
/// that fails for minutes. Anything lost, doubled or untrue ends the run.
/// </summary>
internal sealed class SoakRun(int units, CancellationToken token)
{
    private const int FilesPerUnit = 3;
    private const int Kills = 20;

    /// <summary>What each unit is answered if nothing fails: two drafts, its files, its submission twice.</summary>
    private const int AnswersPerUnit = 4 + FilesPerUnit;

    // A host that was killed leaves its messages invisible for ten minutes.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan OutageTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        await KillAsync(azurite, report);
        foreach (var fault in new[] { StorageFault.ServerBusy, StorageFault.TooManyRequests, StorageFault.Hang })
        {
            await FailAsync(azurite, fault, report);
        }
    }

    private async Task KillAsync(Azurite azurite, Report report)
    {
        Console.WriteLine($"{units:N0} units report while the host is killed {Kills} times…");
        var storage = azurite.NewAccount();
        await using var host = new KilledHost(storage, Settings(storage), token);
        var hour = new KilledLastHour(units, FilesPerUnit, Kills, token)
        {
            AnswersBetweenKills = Math.Max(1, units * AnswersPerUnit / (Kills + 1)),
        };
        var since = Stopwatch.GetTimestamp();
        await hour.RunAsync(host);
        var sent = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await WaitAsync(host, storage, hour);
        report.Note(
            $"soak: {units:N0} units reported in {sent:N0} s while host and worker were killed {host.Kills} times; they sent "
                + $"{hour.Repeated:N0} requests again. {units:N0} submissions and {units * FilesPerUnit:N0} files are there, once "
                + $"each and as the receipts say; all were read and examined {Stopwatch.GetElapsedTime(since).TotalSeconds:N0} s "
                + "after the first unit came."
        );
    }

    /// <summary>The storage fails while the units report.</summary>
    private async Task FailAsync(Azurite azurite, StorageFault fault, Report report)
    {
        Console.WriteLine($"{units:N0} units report while the storage fails ({fault})…");
        var storage = azurite.NewAccount();
        await using var proxy = await StorageProxy.StartAsync(storage);
        await using var host = new KilledHost(storage, Settings(proxy.ConnectionString), token);
        var hour = new KilledLastHour(units, FilesPerUnit, kills: 0, token);
        var failed = 0;
        var reporting = hour.RunAsync(host);
        while (!reporting.IsCompleted && hour.Answers < units)
        {
            await Task.Delay(LookEvery, token);
        }

        proxy.Decide = _ =>
        {
            Interlocked.Increment(ref failed);
            return fault;
        };
        await Task.Delay(OutageTime, token);
        proxy.Decide = _ => StorageFault.None;
        await reporting;
        await WaitAsync(host, storage, hour);
        report.Note(
            $"soak: {units:N0} units reported while the storage failed for {OutageTime.TotalMinutes:N0} minutes ({fault}, "
                + $"{failed:N0} requests); they sent {hour.Repeated:N0} requests again. Everything is there, once each and as the "
                + "receipts say, and was read and examined."
        );
    }

    private Task<double> WaitAsync(KilledHost host, string storage, KilledLastHour hour) =>
        new EvidenceStore(storage, token).WaitAsync(host.App, hour.Plan, hour.Claims, units * FilesPerUnit, MaxWait);

    /// <summary>The sweep comes often; what it waits for before it takes a file for lost stays as it is.</summary>
    private static Dictionary<string, string> Settings(string storage)
    {
        var settings = AppProcess.Settings(storage);
        settings["Evidence__SweepSchedule"] = "0 * * * * *";
        return settings;
    }
}
