using System.Net;
using System.Text.Json;

namespace Avance.FunctionsHost.Tests.Behaviour;

public sealed class BlobTests(SharedHost host)
{
    private readonly App app = host.App;
    private readonly string id = $"{Guid.NewGuid()}";

    [Fact]
    public async Task Blob_WrittenAndToldOf_IsHandedOverOnceForEachVersion()
    {
        var first = await PutAsync(new { Id = id });
        await app.WaitForCallsAsync(id, 1);
        var second = await PutAsync(new { Id = id });
        await app.WaitForCallsAsync(id, 2);
        // Whatever else was to come for it has come before another blob.
        var other = $"{Guid.NewGuid()}";
        await app.TellAsync(other, await app.PutAsync(other, new { Id = other }));
        await app.WaitForCallsAsync(other, 1);

        var calls = await app.CallsAsync(id);

        calls.Select(call => call.Data["etag"]!.Trim('"')).ShouldBe([first.ETag.Trim('"'), second.ETag.Trim('"')]);
        calls.ShouldAllBe(call => call.Data["name"] == id && call.Outcome == "completed");
    }

    [Fact]
    public async Task Blob_FailsFiveTimes_IsPoison()
    {
        var blob = await PutAsync(new { Id = id, Failures = 100 });

        var poison = await app.WaitForMessageAsync("webjobs-blobtrigger-poison", id);

        using var json = JsonDocument.Parse(poison);
        json.RootElement.GetProperty("FunctionId").GetString().ShouldBe("Host.Functions.Blobs");
        json.RootElement.GetProperty("BlobType").GetString().ShouldBe("BlockBlob");
        json.RootElement.GetProperty("ContainerName").GetString().ShouldBe("inbox");
        json.RootElement.GetProperty("BlobName").GetString().ShouldBe(id);
        json.RootElement.GetProperty("ETag").GetString()!.Trim('"').ShouldBe(blob.ETag.Trim('"'));
        (await app.CallsAsync(id)).Count.ShouldBe(5);
    }

    private async Task<StoredBlob> PutAsync(object instruction)
    {
        var blob = await app.PutAsync(id, instruction);
        using var told = await app.TellAsync(id, blob);
        told.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return blob;
    }
}
