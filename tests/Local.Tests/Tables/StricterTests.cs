using Avance.Testing;
using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

/// <summary>
/// Where the stand-in refuses what the official client lets pass, so that a mistake shows here and not in Azure. These
/// tests alone do not hold for the official client on Azurite.
/// </summary>
public sealed class StricterTests(AzuriteFixture azurite)
{
    /// <summary>The official client writes a decimal as a double and reads it as 0.</summary>
    [Fact]
    public async Task Class_TypeThatATableLacks_IsRefused()
    {
        var table = await azurite.NewTableAsync();

        var error = await Should.ThrowAsync<NotSupportedException>(() =>
            table.AddEntityAsync(new Budget { PartitionKey = "p", RowKey = "r" }, Cancellation)
        );
        await Should.ThrowAsync<NotSupportedException>(() =>
            table.AddEntityAsync(new TableEntity("p", "r") { ["Amount"] = 1m }, Cancellation)
        );

        error.Message.ShouldContain("IgnoreDataMember");
    }

    /// <summary>Enums are stored by name, which no comparison with a number finds.</summary>
    [Fact]
    public void CreateQueryFilter_Enum_IsRefused()
    {
        Should.Throw<NotSupportedException>(() =>
            TableClient.CreateQueryFilter<Plan>(row => row.State == PlanState.Approved)
        );
    }

    /// <summary>Azurite accepts it, the service does not.</summary>
    [Fact]
    public async Task SubmitTransaction_TwoPartitions_NamesTheStranger()
    {
        var table = await azurite.NewTableAsync();

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync(
                [new(Add, new TableEntity("p", "1")), new(Add, new TableEntity("q", "2"))],
                Cancellation
            )
        );

        error.ErrorCode.ShouldBe("CommandsInBatchActOnDifferentPartitions");
        error.FailedTransactionActionIndex.ShouldBe(1);
    }

    private sealed class Budget : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public decimal Amount { get; set; }
    }
}
