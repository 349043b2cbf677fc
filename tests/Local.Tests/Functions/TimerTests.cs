using System.Net;
using System.Text;
using System.Text.Json;
using Avance.Testing;
using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions;

public sealed class TimerTests(AzuriteFixture azurite)
{
    private const string Timer = "EveryFiveMinutes";
    private static readonly DateTimeOffset Start = new(2024, 3, 4, 10, 2, 0, TimeSpan.Zero);

    private readonly string storage = azurite.NewAccount();
    private readonly ManualTimeProvider clock = new(Start);
    private readonly Probe probe = new();

    [Fact]
    public async Task Timer_DueInstantComes_FiresOnceEach()
    {
        await using var host = await StartAsync(Timer);
        await host.TimerIsReadyAsync(Timer);

        clock.SetUtcNow(Start.AddMinutes(3).AddSeconds(-1));
        await probe.StaysAtAsync(0);
        clock.SetUtcNow(Start.AddMinutes(3));
        var first = (TimerInfo)(await probe.WaitForAsync(1))[0];
        await NextIsAsync(host, Start.AddMinutes(8));
        clock.SetUtcNow(Start.AddMinutes(8));
        var second = (TimerInfo)(await probe.WaitForAsync(2))[1];

        first.IsPastDue.ShouldBeFalse();
        first.ScheduleStatus!.Next.ShouldBe(Start.AddMinutes(8).UtcDateTime);
        second.IsPastDue.ShouldBeFalse();
        second.ScheduleStatus!.Last.ShouldBe(Start.AddMinutes(3).UtcDateTime);
    }

    [Fact]
    public async Task Timer_MissedWhileNothingRan_FiresOncePastDue()
    {
        await using (var before = await StartAsync(Timer))
        {
            await before.TimerIsReadyAsync(Timer);
        }

        clock.Advance(TimeSpan.FromHours(3));
        await using var host = await StartAsync(Timer);

        ((TimerInfo)(await probe.WaitForAsync(1))[0]).IsPastDue.ShouldBeTrue();
        await probe.StaysAtAsync(1);
        await NextIsAsync(host, Start.AddHours(3).AddMinutes(3));
    }

    [Fact]
    public async Task Timer_MissedButNotMonitored_WaitsForTheNext()
    {
        await using (var before = await StartAsync("Unmonitored"))
        {
            await before.TimerIsReadyAsync("Unmonitored");
        }

        clock.Advance(TimeSpan.FromHours(3));
        await using var host = await StartAsync("Unmonitored");
        await probe.StaysAtAsync(0);
        clock.Advance(TimeSpan.FromMinutes(3));

        ((TimerInfo)(await probe.WaitForAsync(1))[0]).ScheduleStatus.ShouldBeNull();
    }

    [Fact]
    public async Task Timer_TwoInstances_OneFires()
    {
        await using var one = await StartAsync(Timer);
        await using var two = await StartAsync(Timer);
        await one.TimerIsReadyAsync(Timer);
        await probe.StaysAtAsync(0);

        clock.SetUtcNow(Start.AddMinutes(3));

        await probe.WaitForAsync(1);
        await probe.StaysAtAsync(1);
    }

    [Fact]
    public async Task Timer_FunctionThrows_AdvancesAllTheSame()
    {
        probe.During = (_, _) => throw new InvalidOperationException("no");
        await using var host = await StartAsync(Timer);
        await host.TimerIsReadyAsync(Timer);

        clock.SetUtcNow(Start.AddMinutes(3));
        await probe.WaitForAsync(1);

        await NextIsAsync(host, Start.AddMinutes(8));
        await probe.StaysAtAsync(1);
    }

    [Fact]
    public async Task Timer_WithRetries_TriesAgainAndTellsSo()
    {
        await using var host = await StartAsync("Retried");
        await host.TimerIsReadyAsync("Retried");

        clock.SetUtcNow(Start.AddMinutes(3));

        (await probe.WaitForAsync(3)).ShouldBe([0, 1, 2]);
        await probe.StaysAtAsync(3);
    }

    [Fact]
    public async Task Timer_RunOnStartup_FiresAtStart()
    {
        await using var host = await StartAsync("AtStart");

        ((TimerInfo)(await probe.WaitForAsync(1))[0]).IsPastDue.ShouldBeFalse();
    }

    [Fact]
    public async Task Timer_RunOnStartupOfTwoInstances_FiresOnce()
    {
        await using var one = await StartAsync("AtStart");
        await using var two = await StartAsync("AtStart");

        await probe.WaitForAsync(1);
        await probe.StaysAtAsync(1);
    }

    [Fact]
    public async Task Timer_RunOnStartupAndMissed_FiresOnceOfTwoInstances()
    {
        await using (var before = await StartAsync("AtStart"))
        {
            await probe.WaitForAsync(1);
            await before.TimerIsReadyAsync("AtStart");
        }

        clock.Advance(TimeSpan.FromDays(400));
        await using var one = await StartAsync("AtStart");
        ((TimerInfo)(await probe.WaitForAsync(2))[1]).IsPastDue.ShouldBeTrue();
        await using var two = await StartAsync("AtStart");

        await probe.StaysAtAsync(2);
    }

    [Fact]
    public async Task Timer_RunOnStartupAfterTheAppStopped_FiresAgain()
    {
        await using (await StartAsync("AtStart"))
        {
            await probe.WaitForAsync(1);
        }

        await using var again = await StartAsync("AtStart");

        await probe.WaitForAsync(2);
    }

    [Theory]
    [InlineData("30 * * * * *", 30)]
    [InlineData("* * * * *", 60)]
    public async Task Timer_ScheduleInASetting_IsReadWithFiveOrSixFields(string schedule, int seconds)
    {
        await using var host = await StartAsync("FromSetting", ("Test:Schedule", schedule));
        await host.TimerIsReadyAsync("FromSetting");

        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await probe.StaysAtAsync(0);
        clock.Advance(TimeSpan.FromSeconds(1));

        await probe.WaitForAsync(1);
    }

    [Fact]
    public async Task Timer_WithZone_IsDueByItsClocks()
    {
        await using var host = await StartAsync(
            "FromSetting",
            ("Test:Schedule", "0 30 5 * * *"),
            ("WEBSITE_TIME_ZONE", "America/Lima")
        );
        await host.TimerIsReadyAsync("FromSetting");

        clock.SetUtcNow(Start.AddMinutes(28));

        await probe.WaitForAsync(1);
    }

    [Fact]
    public void Build_SettingMissing_Throws()
    {
        var (builder, _) = TestHost.Prepare(storage, ["FromSetting"]);

        Should.Throw<InvalidOperationException>(() => builder.Build()).Message.ShouldContain("Test:Schedule");
    }

    [Fact]
    public async Task Admin_Timer_RunsInTheBackgroundEvenIfDisabled()
    {
        await using var host = await StartAsync(Timer, ($"AzureWebJobs.{Timer}.Disabled", "true"));
        using var body = new StringContent("""{"input":""}""", Encoding.UTF8, "application/json");

        var reply = await host.PostAsync($"/admin/functions/{Timer}", body);

        reply.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await probe.WaitForAsync(1);
        (await host.PostAsync("/admin/functions/Nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Admin_TwiceAndDueOnTwoInstances_RunsOneAtATime()
    {
        var running = 0;
        var most = 0;
        probe.During = async (_, cancellationToken) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(300, cancellationToken);
            Interlocked.Decrement(ref running);
        };
        await using var one = await StartAsync(Timer);
        await using var two = await StartAsync(Timer);
        await one.TimerIsReadyAsync(Timer);

        await one.PostAsync($"/admin/functions/{Timer}");
        await two.PostAsync($"/admin/functions/{Timer}");
        clock.SetUtcNow(Start.AddMinutes(3));

        await probe.WaitForAsync(3);
        most.ShouldBe(1);
    }

    [Fact]
    public async Task Stop_TimerRunning_LetsItFinishAndNotesIt()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        probe.During = async (_, _) =>
        {
            entered.TrySetResult();
            await leave.Task;
        };
        await using var host = await StartAsync(Timer);
        await host.TimerIsReadyAsync(Timer);
        clock.SetUtcNow(Start.AddMinutes(3));
        await entered.Task;

        var stop = host.StopAsync();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        stop.IsCompleted.ShouldBeFalse();
        leave.SetResult();
        await stop;

        await NextIsAsync(host, Start.AddMinutes(8));
    }

    private Task<TestHost> StartAsync(string function, params (string, string)[] settings) =>
        TestHost.StartAsync(storage, [function], probe: probe, clock: clock, settings: settings);

    /// <summary>Waits until the schedule in storage shows this as the next instant.</summary>
    private static Task NextIsAsync(TestHost host, DateTimeOffset next) =>
        Eventually.TrueAsync(
            async () =>
            {
                var blob = host.HostContainer.GetBlobClient($"timers/local-tests/{Timer}/status");
                var content = await blob.DownloadContentAsync(TestContext.Current.CancellationToken);
                var status = JsonDocument.Parse(content.Value.Content);
                return status.RootElement.GetProperty("Next").GetDateTime() == next.UtcDateTime;
            },
            $"the next is {next:u}"
        );
}
