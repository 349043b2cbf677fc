using System.Net;

namespace Avance.FunctionsHost.Tests.Hosts;

/// <summary>One host with settings of its own: what it logs at its start, and what the settings change.</summary>
public sealed class SettingsTests(SharedHost shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithSettings_FollowsThemAndSaysWhatItServes()
    {
        await using var host = await HostProcess.StartAsync(
            shared.NewAccount(),
            ("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "1000"),
            ("AzureWebJobs.EverySecond.Disabled", "true"),
            ("AzureWebJobs.NoRoute.Disabled", "1")
        );
        var app = host.App;

        // What is served and where.
        await host.WaitForLineAsync($"Echo: [GET,POST] {app.Address}Echo/{{word}}");
        await host.WaitForLineAsync("Messages: queueTrigger messages");
        await host.WaitForLineAsync("Blobs: blobTrigger inbox/{name}");
        await host.WaitForLineAsync("LeapDay: timerTrigger 0 0 0 29 2 *");
        await host.WaitForLineAsync("EverySecond: timerTrigger * * * * * * (disabled)");
        host.Output.ShouldNotContain("NoRoute: ");
        // What is not.
        var broken = await host.WaitForLineAsync("The function Broken could not be loaded");
        broken.ShouldContain("NoSuchMethod", Case.Sensitive, broken);
        await host.WaitForLineAsync("never-made");
        await host.WaitForLineAsync("No Event Grid here: the container inbox is looked through");

        (await app.Http.GetStringAsync("noroute", Cancel)).ShouldBe("catch-all");
        (await SendAsync(1_000)).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(1_001)).ShouldBe(HttpStatusCode.InternalServerError);
        // A function that is disabled can still be started out of turn.
        (await app.StartAsync("EverySecond")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        async Task<HttpStatusCode> SendAsync(int length)
        {
            using var content = new ByteArrayContent(new byte[length]);
            using var answer = await app.Http.PostAsync("echo/word", content, Cancel);
            return answer.StatusCode;
        }
    }
}
