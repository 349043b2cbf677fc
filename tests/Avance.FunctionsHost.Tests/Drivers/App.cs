using System.Net.Http.Json;
using System.Text.Json;

namespace Avance.FunctionsHost.Tests.Drivers;

/// <summary>The test app behind a host, of which nothing is known but its address.</summary>
internal sealed class App(Uri address) : IDisposable
{
    /// <summary>The master key of another host; ours asks for none.</summary>
    private static readonly string? Key = Environment.GetEnvironmentVariable("AVANCE_HOST_KEY");

    public Uri Address => address;

    public HttpClient Http { get; } =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
            Timeout = Eventually.Bound,
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Http.Dispose();

    public async Task<JsonElement> JsonAsync(HttpRequestMessage request)
    {
        using var answer = await Http.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    public async Task<IReadOnlyList<Call>> CallsAsync(string id) =>
        (await Http.GetFromJsonAsync<Call[]>($"calls/{id}", Cancel))!;

    /// <summary>Waits until so many calls have ended, or at least begun.</summary>
    public Task<IReadOnlyList<Call>> WaitForCallsAsync(string id, int count, bool ended = true) =>
        Eventually.GetAsync(
            async () =>
            {
                var calls = await CallsAsync(id);
                return calls.Count(call => !ended || call.Outcome is not null) >= count ? calls : null;
            },
            $"{count} calls of {id}"
        );

    public async Task ReleaseAsync(string id) =>
        (await Http.PostAsync($"release/{id}", null, Cancel)).EnsureSuccessStatusCode();

    public async Task<int> ProcessIdAsync() => await Http.GetFromJsonAsync<int>("process", Cancel);

    /// <summary>Sends a message that tells the function what to do.</summary>
    public async Task SendAsync(object instruction) =>
        (await Http.PostAsJsonAsync("queues/messages", instruction, Cancel)).EnsureSuccessStatusCode();

    public async Task<IReadOnlyList<string>> PeekAsync(string queue) =>
        (await Http.GetFromJsonAsync<string[]>($"queues/{queue}", Cancel))!;

    /// <summary>Waits for a message that has a text in it.</summary>
    public Task<string> WaitForMessageAsync(string queue, string text) =>
        Eventually.GetAsync(
            async () =>
                (await PeekAsync(queue)).FirstOrDefault(message => message.Contains(text, StringComparison.Ordinal)),
            $"{text} in {queue}"
        );

    /// <summary>Puts a blob that tells the function what to do, and posts the event that tells of the blob.</summary>
    public async Task<StoredBlob> PutAsync(string name, object instruction)
    {
        using var put = await Http.PutAsJsonAsync($"blobs/inbox/{name}", instruction, Cancel);
        put.EnsureSuccessStatusCode();
        return (await put.Content.ReadFromJsonAsync<StoredBlob>(Cancel))!;
    }

    /// <summary>Posts the event by which Event Grid tells of a blob.</summary>
    public async Task<HttpResponseMessage> TellAsync(string name, StoredBlob blob)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "runtime/webhooks/blobs?functionName=Host.Functions.Blobs"
        );
        request.Headers.Add("aeg-event-type", "Notification");
        Authorize(request);
        request.Content = JsonContent.Create(
            new[]
            {
                new
                {
                    id = Guid.NewGuid(),
                    topic = "/subscriptions/x/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/x",
                    subject = $"/blobServices/default/containers/inbox/blobs/{name}",
                    eventType = "Microsoft.Storage.BlobCreated",
                    eventTime = TimeProvider.System.GetUtcNow(),
                    data = new
                    {
                        api = "PutBlob",
                        eTag = blob.ETag,
                        blobType = "BlockBlob",
                        url = blob.Url,
                    },
                    dataVersion = "",
                    metadataVersion = "1",
                },
            }
        );
        return await Http.SendAsync(request, Cancel);
    }

    /// <summary>Starts a function out of turn.</summary>
    public async Task<HttpResponseMessage> StartAsync(string function)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{function}");
        request.Content = JsonContent.Create(new { });
        Authorize(request);
        return await Http.SendAsync(request, Cancel);
    }

    private static void Authorize(HttpRequestMessage request)
    {
        if (Key is not null)
        {
            request.Headers.Add("x-functions-key", Key);
        }
    }
}
