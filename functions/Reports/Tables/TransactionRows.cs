using Azure.Data.Tables;

namespace Avance.Functions.Reports.Tables;

/// <summary>Parts what is to be written to a partition into transactions.</summary>
internal static class TransactionRows
{
    // The service takes at most 100 rows in a transaction.
    private const int MaxRows = 100;

    /// <summary>
    /// Characters of the texts that are written at once, unless it is one row: a transaction has 4 MiB, and as it is sent a
    /// character may take six bytes.
    /// </summary>
    private const int MaxCharacters = 500_000;

    /// <summary>The actions in as few transactions as the service takes.</summary>
    public static IEnumerable<List<TableTransactionAction>> Of(IEnumerable<TableTransactionAction> actions)
    {
        var (transaction, characters) = (new List<TableTransactionAction>(), 0);
        foreach (var action in actions)
        {
            var more = ((TableEntity)action.Entity).Sum(column => (column.Value as string)?.Length ?? 0);
            if (transaction.Count == MaxRows || (transaction.Count > 0 && characters + more > MaxCharacters))
            {
                yield return transaction;
                (transaction, characters) = ([], 0);
            }

            transaction.Add(action);
            characters += more;
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
        }
    }
}
