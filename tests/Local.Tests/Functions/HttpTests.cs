using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Avance.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Functions;

public sealed class HttpTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Get_RouteWithParameters_BindsThemByName()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), ["GetItem"]);
        var key = Guid.Parse("6f0c5a35-6a4e-4bb4-a0f7-2f1bbd3a1c0d");

        var reply = await host.GetAsync($"/api/items/7/abc/{key}?q=x");

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        body.GetProperty("id").GetInt32().ShouldBe(7);
        body.GetProperty("code").GetString().ShouldBe("abc");
        body.GetProperty("key").GetGuid().ShouldBe(key);
        body.GetProperty("query").GetString().ShouldBe("x");
        body.GetProperty("cancellable").GetBoolean().ShouldBeTrue();
        body.GetProperty("entryPoint").GetString().ShouldBe("Local.Tests.Functions.App.HttpFunctions.GetItem");
        body.GetProperty("trigger").GetString().ShouldBe("httpTrigger");
        body.GetProperty("parameters").GetArrayLength().ShouldBe(6);
        body.GetProperty("bound").GetString().ShouldBe("abc");
        body.GetProperty("sameRequest").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("GET", "/api/items/7/abc", HttpStatusCode.OK)]
    [InlineData("GET", "/api/items/seven/abc", HttpStatusCode.NotFound)]
    [InlineData("GET", "/items/7/abc", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/items/7/abc", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/Named", HttpStatusCode.OK)]
    [InlineData("GET", "/api/Throws", HttpStatusCode.NotFound)]
    [InlineData("GET", "/admin/host/status", HttpStatusCode.OK)]
    public async Task Send_MethodAndPath_AnswersAsRoutingSays(string method, string path, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), ["GetItem", "Named"]);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var reply = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        reply.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Get_OtherPrefix_IsServedBelowIt()
    {
        await using var host = await TestHost.StartAsync(
            azurite.NewAccount(),
            ["Named"],
            settings: ("AzureFunctionsJobHost:extensions:http:routePrefix", "")
        );

        (await host.GetAsync("/Named")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.GetAsync("/api/Named")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_FunctionThrows_AnswersEmpty500AndLogsWithoutQuery()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), ["Throws"]);

        var reply = await host.GetAsync("/api/Throws?token=abc123");

        reply.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        var lines = host.Logs.Lines.Where(line => line.Category == "Function.Throws").ToList();
        lines.ShouldContain(line => line.Level == LogLevel.Error && line.Text.Contains("secret"));
        lines.Count(line => line.Text.Contains(" Failed, answered 500 in ")).ShouldBe(1);
        host.Logs.Lines.ShouldNotContain(line => line.Text.Contains("abc123"));
    }

    [Fact]
    public async Task Post_BodyAboveKestrelsDefault_IsRead()
    {
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), ["Upload"]);
        using var content = new ByteArrayContent(new byte[40 * 1024 * 1024]);

        var reply = await host.PostAsync("/api/Upload", content);

        (await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("41943040");
    }

    [Fact]
    public async Task Get_WithMiddleware_RunsItInOrderAroundTheFunction()
    {
        await using var host = await TestHost.StartAsync(
            azurite.NewAccount(),
            ["Named"],
            builder =>
                builder
                    .UseMiddleware<Outer>()
                    .UseWhen<Skipped>(context => context.FunctionDefinition.Name == "Other")
                    .UseMiddleware<Inner>()
        );

        var reply = await host.GetAsync("/api/Named");

        host.Probe.Calls.ShouldBe(["outer in", "inner in", "inner out ContentHttpResult", "outer out"]);
        reply.Headers.GetValues("x-outer").ShouldBe(["Named"]);
        (await host.GetAsync("/api/Named")).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Probe.Calls.Count(call => call is "made").ShouldBe(0, "middleware is made once");
    }

    [Fact]
    public async Task Get_MiddlewareAnswersItself_FunctionDoesNotRun()
    {
        await using var host = await TestHost.StartAsync(
            azurite.NewAccount(),
            ["Throws"],
            builder => builder.UseMiddleware<Refuses>()
        );

        var reply = await host.GetAsync("/api/Throws");

        reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Probe.Calls.ShouldBeEmpty();
        host.Logs.Lines.ShouldContain(line =>
            line.Category == "Function.Throws" && line.Text.Contains(" Succeeded, answered 403 in ")
        );
    }

    [Fact]
    public async Task Stop_RequestInFlight_IsAnsweredFirst()
    {
        var entered = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        var probe = new Probe
        {
            During = async (_, cancellationToken) =>
            {
                entered.SetResult();
                await leave.Task.WaitAsync(cancellationToken);
            },
        };
        await using var host = await TestHost.StartAsync(azurite.NewAccount(), ["Slow"], probe: probe);
        var request = host.GetAsync("/api/Slow");
        await entered.Task;

        var stop = host.StopAsync();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        stop.IsCompleted.ShouldBeFalse();
        leave.SetResult();

        await stop;
        (await (await request).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("done");
    }

    [Fact]
    public async Task Stop_RequestThatTakesTooLong_IsCancelledBeforeTheTimeout()
    {
        var entered = new TaskCompletionSource();
        var cancelled = false;
        var probe = new Probe
        {
            During = async (_, cancellationToken) =>
            {
                entered.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancelled = cancellationToken.IsCancellationRequested;
            },
        };
        await using var host = await TestHost.StartAsync(
            azurite.NewAccount(),
            ["Slow"],
            builder =>
                builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(3)),
            probe
        );
        var request = host.GetAsync("/api/Slow");
        await entered.Task;

        await host.StopAsync();

        cancelled.ShouldBeTrue();
        (await request).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Build_TwoFunctionsOfOneName_Throws()
    {
        var (builder, _) = TestHost.Prepare("UseDevelopmentStorage=true", ["Twin"]);

        Should.Throw<InvalidOperationException>(() => builder.Build()).Message.ShouldContain("Twins.Two");
    }

    [Fact]
    public async Task Get_DisabledFunction_IsNotFound()
    {
        await using var host = await TestHost.StartAsync(
            azurite.NewAccount(),
            ["Named", "Throws"],
            settings: [("AzureWebJobs.Named.Disabled", "true"), ("AzureWebJobs:Throws:Disabled", "1")]
        );

        (await host.GetAsync("/api/Named")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetAsync("/api/Throws")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private sealed class Outer(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            await probe.CallAsync("outer in");
            await next(context);
            context.GetHttpContext()!.Response.Headers["x-outer"] = context.FunctionDefinition.Name;
            await probe.CallAsync("outer out");
        }
    }

    private sealed class Inner(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            await probe.CallAsync("inner in");
            await next(context);
            await probe.CallAsync($"inner out {context.GetInvocationResult().Value?.GetType().Name}");
        }
    }

    private sealed class Skipped(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            await probe.CallAsync("skipped");
            await next(context);
        }
    }

    private sealed class Refuses : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetInvocationResult().Value = new StatusCodeResult(403);
            return Task.CompletedTask;
        }
    }
}
