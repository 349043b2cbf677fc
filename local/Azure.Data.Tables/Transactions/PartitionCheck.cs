using System.Globalization;
using System.Net;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables.Transactions;

/// <summary>
/// Refuses a transaction over two partitions in the service's words. Azurite accepts it, and the mistake would show
/// only in Azure.
/// </summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes</remarks>
internal static class PartitionCheck
{
    /// <summary>Looks at the partition keys.</summary>
    /// <exception cref="TableTransactionFailedException">An action is on another partition than the first.</exception>
    public static void Check(IEnumerable<TableTransactionAction> actions)
    {
        string? partition = null;
        var index = 0;
        foreach (var action in actions)
        {
            partition ??= action.Entity.PartitionKey;
            if (action.Entity.PartitionKey != partition)
            {
                throw Refusal(index);
            }

            index++;
        }
    }

    private static TableTransactionFailedException Refusal(int index)
    {
        var text = index.ToString(CultureInfo.InvariantCulture);
        var refusal = new RequestFailedException(
            (int)HttpStatusCode.BadRequest,
            $"{text}:All commands in a batch must operate on same entity group.",
            "CommandsInBatchActOnDifferentPartitions",
            innerException: null
        );
        refusal.Data[TableErrorParser.FailedEntityIndex] = text;
        return new TableTransactionFailedException(refusal);
    }
}
