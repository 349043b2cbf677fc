using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure.Data.Tables;

namespace Avance.Bench;

/// <summary>Fills an empty storage account with plans by the app's own rows, in as few transactions as can be.</summary>
internal static class Seeding
{
    private const int Writers = 4;
    private const int MostInTransaction = 100;

    public static async Task PlansAsync(string storage, int plans, bool progress, CancellationToken cancellationToken)
    {
        var service = new TableServiceClient(storage);
        var table = new PlansTable(service);
        var sent = service.GetTableClient(ProgressTable.Name);
        await sent.CreateIfNotExistsAsync(cancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, plans),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (number, token) =>
            {
                var id = SamplePlan.Id(number);
                await table.ImportAsync(null, SamplePlan.Create(id), SamplePlan.Import(id), token);
                foreach (var rows in progress ? SamplePlan.Progress(id).Chunk(MostInTransaction) : [])
                {
                    await sent.SubmitTransactionAsync(
                        rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                        token
                    );
                }
            }
        );
    }
}
