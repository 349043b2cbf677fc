using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Blobs;

internal sealed class BlobInput(BlobContainerClient container, BlobClient blob, Dictionary<string, string> path)
    : TriggerInput,
        IAsyncDisposable
{
    private Stream? content;

    public override IReadOnlyDictionary<string, object?> BindingData { get; } =
        new Dictionary<string, object?>(
            path.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)),
            StringComparer.OrdinalIgnoreCase
        )
        {
            ["BlobTrigger"] = $"{container.Name}/{blob.Name}",
            ["Uri"] = blob.Uri,
        };

    public override async ValueTask<object?> ReadAsync(Type type, CancellationToken cancellationToken)
    {
        if (type == typeof(BlobClient))
        {
            return blob;
        }

        if (type == typeof(BlobContainerClient))
        {
            return container;
        }

        if (type == typeof(Stream))
        {
            var download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
            content = download.Value.Content;
            return content;
        }

        if (type != typeof(string) && type != typeof(byte[]))
        {
            throw CannotBind(type);
        }

        var whole = (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
        return type == typeof(string) ? whole.ToString() : whole.ToArray();
    }

    public ValueTask DisposeAsync() => content?.DisposeAsync() ?? ValueTask.CompletedTask;
}
