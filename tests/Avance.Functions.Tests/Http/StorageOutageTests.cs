using System.Net;
using System.Net.Sockets;

namespace Avance.Functions.Tests.Http;

/// <summary>What the app says while its storage is away, and what it shows of itself.</summary>
public sealed class StorageOutageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Any_StorageThatIsNotThere_IsAnsweredWith503()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();
        await using var app = await AppDriver.StartAsync(
            $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=MDEyMw==;TableEndpoint=http://127.0.0.1:{port}/a;"
                + $"BlobEndpoint=http://127.0.0.1:{port}/a;QueueEndpoint=http://127.0.0.1:{port}/a;"
        );

        var answers = await Task.WhenAll(
            app.Reporter().PutAsync(AppDriver.Progress(34), 0, SentProgress.Submission(Guid.NewGuid())),
            app.Secretariat().GetAsync(AppDriver.Plan()),
            app.As(null).GetAsync("/api/health")
        );

        foreach (var answer in answers[..2])
        {
            answer.ShouldBeProblem(503, "storage-unavailable").Header("Retry-After").ShouldBe("10");
        }

        answers[2].Status.ShouldBe(503);
        answers[2]["status"]!.GetValue<string>().ShouldBe("storage-unavailable");
        foreach (var service in (string[])["tables", "blobs", "queues"])
        {
            answers[2]["storage"]![service]!["reached"]!.GetValue<bool>().ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Health_StorageReached_IsOkAndShowsNoKey()
    {
        var storage = azurite.NewAccount();
        await using var app = await AppDriver.StartAsync(storage);

        var answer = (await app.As(null).GetAsync("/api/health")).ShouldBeOk();

        answer["status"]!.GetValue<string>().ShouldBe("ok");
        answer.Text.ShouldNotContain("AccountKey");
        answer.Text.ShouldNotContain(storage.Split("AccountKey=")[1].Split(';')[0]);
    }

    [Theory]
    [InlineData("/api/health", null)]
    [InlineData("/api/plans/plan-de-prueba", null)]
    [InlineData("/api/plans/plan-de-prueba", "secretariat plan-de-prueba")]
    [InlineData("/api/plans/plan-de-prueba/periods/2023-II/activities/34/progress", "secretariat plan-de-prueba")]
    [InlineData("/api/plans/plan-de-prueba/periods/2023-II/activities/99/progress", "secretariat plan-de-prueba")]
    public async Task Any_Answer_IsNeitherKeptNorGuessedAt(string path, string? caller)
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());

        var answer = await app.As(caller).GetAsync(path);

        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }
}
