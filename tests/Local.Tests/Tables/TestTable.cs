using Avance.Testing;
using Azure.Data.Tables;

namespace Local.Tests.Tables;

internal static class TestTable
{
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An empty table in an account of its own.</summary>
    public static async Task<TableClient> NewTableAsync(this AzuriteFixture azurite)
    {
        var table = new TableServiceClient(azurite.NewAccount()).GetTableClient("Plans");
        await table.CreateAsync(Cancellation);
        return table;
    }

    public static async Task<T> ReadAsync<T>(this TableClient table, string partitionKey, string rowKey)
        where T : class, ITableEntity =>
        (await table.GetEntityAsync<T>(partitionKey, rowKey, cancellationToken: Cancellation)).Value;
}
