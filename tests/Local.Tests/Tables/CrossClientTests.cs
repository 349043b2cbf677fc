using System.Diagnostics;
using System.Text.Json;
using Avance.Testing;
using Azure.Data.Tables;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

/// <summary>What this client writes another reads, and the other way round.</summary>
public sealed class CrossClientTests(AzuriteFixture azurite)
{
    private const string Key = "it's ñ|%+& 😀";

    [Fact]
    public async Task WrittenHere_ReadByTheJavaScriptClient_HasTheSameTypes()
    {
        var connectionString = azurite.NewAccount();
        var table = new TableClient(connectionString, "Plans");
        await table.CreateAsync(Cancellation);
        await table.AddEntityAsync(Plan.Full(Key, "r"), Cancellation);
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertReplace, Plan.Full(Key, "r2"))],
            Cancellation
        );

        var rows = JsonDocument.Parse(await NodeAsync("read", connectionString)).RootElement;

        rows.GetArrayLength().ShouldBe(2);
        foreach (var row in rows.EnumerateArray())
        {
            row.GetProperty("partitionKey").GetString().ShouldBe(Key);
            Typed("Title").ShouldBe(("String", Plan.Full().Title));
            Typed("Done").ShouldBe(("Boolean", "true"));
            Typed("Count").ShouldBe(("Int32", "-2147483648"));
            Typed("Long").ShouldBe(("Int64", "9223372036854775807"));

            // Of 3.0 on the wire JSON.parse leaves 3, also in rows that the JavaScript client wrote itself.
            Typed("MaybeAmount").ShouldBe(("Double", "0.1"));
            Typed("Id").ShouldBe(("Guid", "0f8fad5b-d9cb-469f-a165-70867728950e"));
            Typed("Due").ShouldBe(("DateTime", "2026-04-01T04:59:59.0000000Z"));
            Typed("Seen").ShouldBe(("DateTime", "2026-01-02T03:04:05.1234567Z"));
            Typed("Hash").ShouldBe(("Binary", "AAH+/w=="));
            Typed("State").ShouldBe(("String", "Approved"));
            Typed("unit_code").ShouldBe(("String", "U-01"));
            row.TryGetProperty("Note", out _).ShouldBeFalse();

            (string?, string?) Typed(string name) =>
                (
                    row.GetProperty(name).GetProperty("type").GetString(),
                    row.GetProperty(name).GetProperty("value").ToString()
                );
        }
    }

    [Fact]
    public async Task WrittenByTheJavaScriptClient_ReadHere_HasTheSameTypes()
    {
        var connectionString = azurite.NewAccount();
        var table = new TableClient(connectionString, "Plans");
        await table.CreateAsync(Cancellation);

        await NodeAsync("write", connectionString);

        foreach (var rowKey in (string[])["r", "r2"])
        {
            var row = await table.ReadAsync<TableEntity>(Key, rowKey);
            row.GetString("Text").ShouldBe("ñandú \"😀\"");
            row.GetBoolean("Flag").ShouldBe(true);
            row.GetInt32("Int").ShouldBe(-7);
            row.GetInt64("Long").ShouldBe(long.MaxValue);
            row.GetDouble("Double").ShouldBe(2);
            row.GetDouble("NaN").ShouldBe(double.NaN);
            row.GetGuid("Guid").ShouldBe(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
            row.GetDateTime("Time").ShouldBe(Plan.Full().Seen);
            row.GetBinary("Bytes").ShouldBe([0, 1, 254, 255]);
        }
    }

    private static async Task<string> NodeAsync(string verb, string connectionString)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            RepositoryRoot.File("tests/Local.Tests/Tables/cross-client.mjs"),
            RepositoryRoot.File("local/azurite"),
            verb,
            connectionString,
            "Plans",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(Cancellation);
        var output = await node.StandardOutput.ReadToEndAsync(Cancellation);
        await node.WaitForExitAsync(Cancellation);
        node.ExitCode.ShouldBe(0, await errors);
        return output;
    }
}
