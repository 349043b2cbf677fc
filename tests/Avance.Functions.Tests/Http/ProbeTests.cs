using System.Net;
using System.Net.Sockets;

namespace Avance.Functions.Tests.Http;

/// <summary>What the platform is told of a replica.</summary>
public sealed class ProbeTests(AzuriteFixture azurite)
{
    private static readonly string[] Needed = ["blobs", "queues", "report-tables", "tables"];

    [Fact]
    public async Task Ready_EachDependencyThere_IsOkWithLatenciesAndNothingElse()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());

        var answer = (await app.As(null).GetAsync("/api/health/ready")).ShouldBeOk();

        var states = answer["dependencies"]!.AsArray().ToDictionary(one => (string)one!["name"]!, one => one!);
        states.Keys.ShouldBe([.. Needed, "mail", "reading-tools"], ignoreOrder: true);
        Needed.ShouldAllBe(name => (string?)states[name]["state"] == "ok");
        states.Values.ShouldAllBe(one => one["milliseconds"]!.GetValue<long>() >= 0);
        states.Values.ShouldAllBe(one => one.AsObject().Count == 3);
        answer.Text.ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task Ready_StorageAway_Is503AndLiveIsNot()
    {
        await using var app = await AppDriver.StartAsync(Away());

        var ready = await app.As(null).GetAsync("/api/health/ready");

        ready.Status.ShouldBe(503);
        ready["status"]!.GetValue<string>().ShouldBe("unavailable");
        ready["dependencies"]!
            .AsArray()
            .Where(one => (string?)one!["state"] == "unavailable")
            .Select(one => (string)one!["name"]!)
            .ShouldBe(Needed);
        (await app.As(null).GetAsync("/api/health/live")).ShouldBeOk();
    }

    [Fact]
    public async Task Ready_ReportsAccountAway_Is503()
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            configure: builder => builder.Configuration["ReportsStorage"] = Away()
        );

        var ready = await app.As(null).GetAsync("/api/health/ready");

        ready.Status.ShouldBe(503);
        ready["dependencies"]!
            .AsArray()
            .Where(one => (string?)one!["state"] == "unavailable")
            .Select(one => (string)one!["name"]!)
            .ShouldBe(["report-tables"]);
    }

    /// <summary>Without SendGrid all but sending works, and mails wait in the outbox: the replica still takes requests.</summary>
    [Fact]
    public async Task Ready_MailServiceAway_IsDegraded()
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            configure: builder =>
            {
                builder.Configuration["Mail:ApiKey"] = "SG.secreto";
                builder.Configuration["Mail:Host"] = $"http://127.0.0.1:{FreePort()}";
            }
        );

        var ready = (await app.As(null).GetAsync("/api/health/ready")).ShouldBeOk();

        ready["status"]!.GetValue<string>().ShouldBe("degraded");
        ready["dependencies"]!.AsArray().Single(one => (string?)one!["name"] == "mail")!["state"]!
            .GetValue<string>()
            .ShouldBe("degraded");
        ready.Text.ShouldNotContain("secreto");
    }

    private static string Away()
    {
        var port = FreePort();
        return $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=MDEyMw==;TableEndpoint=http://127.0.0.1:{port}/a;"
            + $"BlobEndpoint=http://127.0.0.1:{port}/a;QueueEndpoint=http://127.0.0.1:{port}/a;";
    }

    private static int FreePort()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        return ((IPEndPoint)reserved.LocalEndpoint).Port;
    }
}
