using System.Net;
using Avance.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Local.Tests.Functions;

/// <summary>Who may use the host's own addresses: this machine and no other.</summary>
public sealed class AdminTests(AzuriteFixture azurite)
{
    private const string Timer = "Unmonitored";

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("::ffff:203.0.113.7")]
    [InlineData("2001:db8::7")]
    [InlineData(null)]
    public async Task Send_CallerIsNotThisMachine_IsRefused(string? caller)
    {
        await using var host = await StartAsync(caller);

        (await host.PostAsync($"/admin/functions/{Timer}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.GetAsync("/admin/host/status")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await host.Probe.StaysAtAsync(0);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task Send_CallerIsThisMachine_IsServed(string caller)
    {
        await using var host = await StartAsync(caller);

        (await host.PostAsync($"/admin/functions/{Timer}")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await host.GetAsync("/admin/host/status")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.Probe.WaitForAsync(1);
    }

    private Task<TestHost> StartAsync(string? caller) =>
        TestHost.StartAsync(
            azurite.NewAccount(),
            [Timer],
            builder => builder.Services.AddSingleton<IStartupFilter>(new ComesFrom(caller)),
            // No schedule may run the timer while a test looks whether it ran.
            settings: ($"AzureWebJobs.{Timer}.Disabled", "true")
        );

    private sealed class ComesFrom(string? caller) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, rest) =>
                    {
                        http.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
                        return rest(http);
                    }
                );
                next(app);
            };
    }
}
