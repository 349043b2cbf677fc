using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Drivers;

/// <summary>Rows as earlier code left them: <c>Storage/Golden/rows-of-TABLE.json</c>, never rewritten.</summary>
public static class StoredRows
{
    public static async Task AddAsync(string connection, string table, CancellationToken cancellationToken)
    {
        var file = RepositoryRoot.File($"tests/Avance.Functions.Tests/Storage/Golden/rows-of-{table}.json");
        var client = new TableServiceClient(connection).GetTableClient(table);
        await client.CreateIfNotExistsAsync(cancellationToken);
        foreach (var row in JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken))!.AsArray())
        {
            var entity = new TableEntity(
                row!.AsObject().ToDictionary(column => column.Key, column => Value(column.Value))
            );
            await client.AddEntityAsync(entity, cancellationToken);
        }
    }

    private static object? Value(JsonNode? node) =>
        node switch
        {
            JsonObject typed when typed["dateTime"] is { } at => DateTimeOffset.Parse(
                (string)at!,
                CultureInfo.InvariantCulture
            ),
            JsonObject typed when typed["double"] is { } number => (double)number,
            JsonObject typed when typed["binary"] is { } bytes => Convert.FromBase64String((string)bytes!),
            JsonValue value when value.TryGetValue<int>(out var number) => number,
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
            _ => (string?)node,
        };
}
