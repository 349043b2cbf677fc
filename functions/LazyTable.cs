using Azure.Data.Tables;

namespace Avance.Functions;

/// <summary>
/// A table that is created when a process first uses it: nothing waits for storage while the app starts, and a new
/// storage account needs no preparation.
/// </summary>
public sealed class LazyTable(TableServiceClient service, string name)
{
    private readonly TableClient client = service.GetTableClient(name);
    private volatile bool exists;

    public async ValueTask<TableClient> GetAsync(CancellationToken cancellationToken)
    {
        if (!exists)
        {
            await client.CreateIfNotExistsAsync(cancellationToken);
            exists = true;
        }

        return client;
    }
}
