using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;

namespace Avance.Testing.Scale;

/// <summary>Reads off a request and its answer which place of the storage they use, and how much.</summary>
internal static partial class StorageRequestReader
{
    /// <param name="service">blob, queue or table.</param>
    /// <returns>Null for what only the start asks for: making tables, queues and containers.</returns>
    public static async Task<StorageRequest?> ReadAsync(string service, Request request, Response response)
    {
        // /ACCOUNT/RESOURCE/…
        var path = Uri.UnescapeDataString(request.Uri.Path).TrimStart('/').Split('/', 3);
        var resource = path.ElementAtOrDefault(1) ?? "";
        var content = await ContentAsync(service == "blob" ? null : request.Content);
        var bytes = request.Content is { } sent && sent.TryComputeLength(out var length) ? length : content.Length;
        return service switch
        {
            _ when request.Uri.Query.Contains("restype=", StringComparison.Ordinal) && path.Length < 3 => request.Method
            == RequestMethod.Get
                ? new StorageRequest(service, resource, "", 1, 0)
                : null,
            "table" when resource is "Tables" or "" => null,
            "table" when resource == "$batch" => Transaction(content),
            "table" => OfTable(resource, request, content, response),
            "queue" when path.Length < 3 => null,
            _ => new StorageRequest(service, resource, "", 1, bytes),
        };
    }

    private static StorageRequest OfTable(string resource, Request request, string content, Response response)
    {
        var key = PointKey.Match(resource);
        if (key.Success)
        {
            return new StorageRequest(
                "table",
                key.Groups["table"].Value,
                Unquote(key.Groups["key"].Value),
                1,
                content.Length
            );
        }

        var table = resource.Split('(')[0];
        if (request.Method == RequestMethod.Post)
        {
            return new StorageRequest("table", table, PartitionIn(content), 1, content.Length);
        }

        var filter = FilterKey.Match(Uri.UnescapeDataString(request.Uri.Query.Replace('+', ' ')));
        var partition = filter.Success ? Unquote(filter.Groups["key"].Value) : "*";
        return new StorageRequest("table", table, partition, CountRows(response), 0);
    }

    private static StorageRequest Transaction(string content)
    {
        var writes = Write.Matches(content);
        var first = writes[0].Groups["target"].Value;
        var key = PointKey.Match(Uri.UnescapeDataString(first));
        return key.Success
            ? new StorageRequest(
                "table",
                key.Groups["table"].Value,
                Unquote(key.Groups["key"].Value),
                writes.Count,
                content.Length
            )
            : new StorageRequest("table", first.Split('?', '(')[0], PartitionIn(content), writes.Count, content.Length);
    }

    private static int CountRows(Response response)
    {
        if (response.ContentStream is not { CanSeek: true } stream || response.Status != 200)
        {
            return 0;
        }

        stream.Position = 0;
        using var json = JsonDocument.Parse(stream);
        stream.Position = 0;
        return json.RootElement.TryGetProperty("value", out var rows) ? rows.GetArrayLength() : 0;
    }

    private static async Task<string> ContentAsync(RequestContent? content)
    {
        if (content is null)
        {
            return "";
        }

        using var copy = new MemoryStream();
        await content.WriteToAsync(copy, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(copy.ToArray());
    }

    private static string PartitionIn(string content) =>
        JsonSerializer.Deserialize<string>(PartitionMember.Match(content).Groups["key"].Value)!;

    private static string Unquote(string key) => key.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<table>\w+)\(PartitionKey='(?<key>(?:[^']|'')*)'", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PointKey { get; }

    [GeneratedRegex(@"PartitionKey eq '(?<key>(?:[^']|'')*)'", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex FilterKey { get; }

    [GeneratedRegex(@"""PartitionKey"":\s*(?<key>""(?:[^""\\]|\\.)*"")", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PartitionMember { get; }

    [GeneratedRegex(
        @"^(POST|PUT|PATCH|MERGE|DELETE) https?://[^/]+/[^/]+/(?<target>\S+) HTTP",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1_000
    )]
    private static partial Regex Write { get; }
}
