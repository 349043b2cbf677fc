using Avance.Testing;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions;

public sealed class TimerTakeoverTests(AzuriteFixture azurite)
{
    private const string Timer = "EveryFiveMinutes";

    [Fact]
    public async Task Timer_OtherInstanceDiedHoldingTheLock_TakesOverWhenItLapses()
    {
        var start = new DateTimeOffset(2024, 3, 4, 10, 2, 0, TimeSpan.Zero);
        var clock = new ManualTimeProvider(start);
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), [Timer], clock: clock);
        await host.TimerIsReadyAsync(Timer);
        var lease = host.HostContainer.GetBlobClient($"locks/local-tests/{Timer}.Timer").GetBlobLeaseClient();
        await Eventually.TrueAsync(() => TryAcquireAsync(lease), "the lock is free");

        clock.Advance(TimeSpan.FromMinutes(3));
        await host.Probe.StaysAtAsync(0);

        ((TimerInfo)(await host.Probe.WaitForAsync(1))[0]).IsPastDue.ShouldBeTrue();
    }

    private static async Task<bool> TryAcquireAsync(BlobLeaseClient lease)
    {
        try
        {
            await lease.AcquireAsync(
                TimeSpan.FromSeconds(15),
                cancellationToken: TestContext.Current.CancellationToken
            );
            return true;
        }
        catch (Azure.RequestFailedException held) when (held.Status == 409)
        {
            return false;
        }
    }
}
