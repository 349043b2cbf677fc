using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Azure.Data.Tables;

namespace Avance.Bench;

/// <summary>
/// Fills an empty storage account with the app's own rows. Of a plan those that the app reads: the plan's own, which has
/// all of it, and its row in the index. Those of its units, activities, goals and periods would take the emulator minutes
/// and are read by nothing that is measured.
/// </summary>
internal static class Seeding
{
    private const int Writers = 4;
    private const int MostInTransaction = 100;

    public static async Task PlansAsync(string storage, int plans, bool progress, CancellationToken cancellationToken)
    {
        var service = new TableServiceClient(storage);
        var table = service.GetTableClient(PlansTable.Name);
        var sent = service.GetTableClient(ProgressTable.Name);
        await table.CreateIfNotExistsAsync(cancellationToken);
        await sent.CreateIfNotExistsAsync(cancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, plans),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (number, token) =>
            {
                var id = SamplePlan.Id(number);
                var plan = SamplePlan.Create(id);
                var row = PlanRows.From(plan, PlanPack.Pack(plan), 1, rowsBehind: false, SamplePlan.Import(id));
                await table.AddEntityAsync(row, token);
                await table.AddEntityAsync(PlansTable.IndexRow(plan, 1), token);
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
