using Avance.Bench;
using Avance.Bench.Soak;

namespace Avance.Functions.Tests.Faults;

/// <summary>Real processes of the host and the app die in the midst of the last hour. <c>./bench --only soak</c> has 200 units.</summary>
public sealed class KilledHostTests(AzuriteFixture azurite)
{
    private const int Kills = 2;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LastHour_HostKilledInItsMidst_LosesNothingAndDoublesNothing()
    {
        var storage = azurite.NewAccount();
        await using var host = new KilledHost(storage, Settings(storage), Cancel);
        var hour = new KilledLastHour(units: 6, filesPerUnit: 1, Kills, Cancel)
        {
            AnswersBetweenKills = 6,
            Pauses = [TimeSpan.FromMilliseconds(100)],
        };

        // It compares what is stored with what the units were answered.
        await Should.NotThrowAsync(() => hour.RunAsync(host));

        host.Kills.ShouldBe(Kills);
        hour.Repeated.ShouldBeGreaterThan(0);
    }

    /// <summary>Only what people wait for: a queue's message that a host had when it died stays invisible for minutes.</summary>
    private static Dictionary<string, string> Settings(string storage)
    {
        var settings = AppProcess.Settings(storage);
        foreach (var function in new[] { "ReadEvidence", "ReadEvidenceAgain", "CheckClaim", "PlanReceipt" })
        {
            settings[$"AzureWebJobs.{function}.Disabled"] = "true";
        }

        return settings;
    }
}
