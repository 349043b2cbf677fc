using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Drivers;
using Avance.Testing;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.House;

/// <summary>docs/storage says what the app keeps: neither less nor more.</summary>
public sealed class StorageDocsTests(AzuriteFixture azurite)
{
    private const string Index = "docs/storage/README.md";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tables")]
    [InlineData("containers")]
    [InlineData("queues")]
    public async Task Pages_NameWhatTheAppRegisters(string kind)
    {
        using var app = AppDriver.Build("UseDevelopmentStorage=true", new FakeTimeProvider());
        var registered = app
            .Services.GetServices<StorageNames>()
            .SelectMany(names =>
                kind switch
                {
                    "tables" => names.Tables.Concat(names.ReportTables),
                    "containers" => names.Containers,
                    _ => names.Queues,
                }
            );

        var pages = await StoragePage.OfAsync(kind);

        pages.SelectMany(page => page.Names).ShouldBe(registered.Distinct(), ignoreOrder: true);
        pages.Select(page => page.File).ShouldBe(pages.Select(page => $"docs/storage/{kind}/{page.Names[0]}.md"));
        var index = Checkout.Read(Index);
        pages
            .Select(page => page.Names[0])
            .Where(name => !index.Contains($"[{name}]({kind}/{name}.md)"))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tables")]
    [InlineData("containers")]
    [InlineData("queues")]
    public async Task Pages_SayWhenAColumnIsThere_AndGiveKeysThatAreSuch(string kind)
    {
        foreach (var page in await StoragePage.OfAsync(kind))
        {
            foreach (var section in page.Sections)
            {
                section.Columns.ShouldAllBe(
                    column => column.IsAlways || column.There.StartsWith("if ", StringComparison.Ordinal),
                    page.File
                );
                (kind == "queues" || section.IsMatch(section.Example)).ShouldBeTrue($"{page.File}: {section.Key}");
            }
        }
    }

    [Fact]
    public async Task Pages_DescribeAllThatTheAppLeaves()
    {
        var storage = azurite.NewAccount();
        await StoredScenario.RunAsync(storage);

        var faults = new List<string>();
        foreach (var page in await StoragePage.OfAsync("tables"))
        {
            faults.AddRange(Compare(page, await RowsAsync(storage, page.Names[0])));
        }

        foreach (var page in await StoragePage.OfAsync("containers"))
        {
            faults.AddRange(Compare(page, await BlobsAsync(storage, page)));
        }

        foreach (var page in await StoragePage.OfAsync("queues"))
        {
            faults.AddRange(Compare(page, await MessagesAsync(storage, page)));
        }

        faults.Distinct().ShouldBeEmpty();
    }

    private static IEnumerable<string> Compare(StoragePage page, IReadOnlyList<Stored> all)
    {
        foreach (var section in page.Sections.Where(section => section.IsAlwaysThere))
        {
            if (!all.Any(one => section.IsMatch(one.Key)))
            {
                yield return $"{page.File}: nothing of {section.Key} was seen";
            }
        }

        foreach (var one in all)
        {
            if (page.Sections.Where(section => section.IsMatch(one.Key)).ToArray() is not [var section])
            {
                yield return $"{page.File}: {one.Key} is not of one section";
                continue;
            }

            foreach (var column in section.Columns.Where(column => column.IsAlways))
            {
                if (!one.Columns.Keys.Any(column.IsMatch))
                {
                    yield return $"{page.File}: {section.Key} lacks {column.Name}";
                }
            }

            foreach (var (name, value) in one.Columns)
            {
                var columns = section.Columns.Where(column => column.IsMatch(name)).ToArray();
                if (columns is not [var column])
                {
                    yield return $"{page.File}: {section.Key} has {name} besides";
                }
                else if (value is not null && WordOf(value) != column.Type)
                {
                    yield return $"{page.File}: {section.Key} has {name} as {WordOf(value)}";
                }
                else
                {
                    foreach (var member in Members(value as string).Where(member => !IsNamed(column, member)))
                    {
                        yield return $"{page.File}: {section.Key} has {member} in {name} besides";
                    }
                }
            }
        }
    }

    /// <summary>What a page links to says what is in it.</summary>
    private static bool IsNamed(StoredColumn column, string member) =>
        column.Meaning.Contains($"`{member}`") || column.Meaning.Contains("](");

    /// <summary>The members of what is kept as JSON: of an object, or of the objects of a list.</summary>
    private static IEnumerable<string> Members(string? text)
    {
        JsonNode? json = null;
        try
        {
            json = text is ['{' or '[', ..] ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            // The first column of several.
        }

        return (json as JsonArray ?? [json?.DeepClone()])
            .OfType<JsonObject>()
            .SelectMany(item => item.Select(member => member.Key))
            .Distinct();
    }

    private static string WordOf(object value) =>
        value is JsonNode node
            ? node.GetValueKind() switch
            {
                JsonValueKind.Array => "list",
                JsonValueKind.Object => "object",
                JsonValueKind.Number => "whole number",
                JsonValueKind.String => "text",
                _ => "true or false",
            }
            : StoredColumn.Words[value.GetType()];

    /// <summary>The columns that a report table has besides those of its page.</summary>
    private static IEnumerable<string> CommonOf(string table)
    {
        var isNational = table.StartsWith("reportnational", StringComparison.Ordinal);
        var isDimension = table.StartsWith("dim", StringComparison.Ordinal);
        return isDimension || table.StartsWith("report", StringComparison.Ordinal)
            ? StoredColumn
                .ParseAll(Checkout.Read("docs/storage/report-tables.md"))
                .Select(column => column.Name)
                .Where(column => !isNational || column is not "Plan")
                .Where(column => !isDimension || column is "Plan" or "RunId" or "ComputedAt")
            : [];
    }

    private static async Task<IReadOnlyList<Stored>> RowsAsync(string storage, string name)
    {
        string[] ofEachRow = ["PartitionKey", "RowKey", "Timestamp", "odata.etag", .. CommonOf(name)];
        var rows = new TableServiceClient(storage)
            .GetTableClient(name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel);
        return await rows.Select(row => new Stored(
                $"{row.PartitionKey} · {row.RowKey}",
                row.Where(column => !ofEachRow.Contains(column.Key))
                    .ToDictionary(column => column.Key, object? (column) => column.Value)
            ))
            .ToListAsync(Cancel);
    }

    private static async Task<IReadOnlyList<Stored>> BlobsAsync(string storage, StoragePage page)
    {
        var container = new BlobServiceClient(storage).GetBlobContainerClient(page.Names[0]);
        var found = new List<Stored>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, Cancel))
        {
            var columns = blob.Metadata.ToDictionary(pair => pair.Key, object? (pair) => pair.Value);
            if (blob.Name.EndsWith(".json", StringComparison.Ordinal))
            {
                var content = (await container.GetBlobClient(blob.Name).DownloadContentAsync(Cancel)).Value.Content;
                columns = JsonNode
                    .Parse(content)!
                    .AsObject()
                    .ToDictionary(pair => pair.Key, object? (pair) => pair.Value);
            }

            found.Add(new Stored(blob.Name, columns));
        }

        return found;
    }

    private static async Task<IReadOnlyList<Stored>> MessagesAsync(string storage, StoragePage page)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var queue = new QueueServiceClient(storage, options).GetQueueClient(page.Names[0]);
        return
        [
            .. (await queue.PeekMessagesAsync(32, Cancel)).Value.Select(message => new Stored(
                page.Sections[0].Key,
                JsonNode.Parse(message.Body)!.AsObject().ToDictionary(pair => pair.Key, object? (pair) => pair.Value)
            )),
        ];
    }

    private sealed record Stored(string Key, IReadOnlyDictionary<string, object?> Columns);
}
