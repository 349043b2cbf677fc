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

    public static Task PlansAsync(string storage, int plans, bool progress, CancellationToken cancellationToken) =>
        PlansAsync(
            storage,
            Enumerable.Range(0, plans).Select(number => SamplePlan.Create(SamplePlan.Id(number))),
            [ProgressTable.Name],
            (_, plan) => progress ? [(ProgressTable.Name, SamplePlan.Progress(plan.Id))] : [],
            cancellationToken
        );

    /// <param name="storage">The connection string.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="tables">The tables that <paramref name="rows"/> go to.</param>
    /// <param name="rows">The rows of other tables that a plan has, from its place among the plans and the plan.</param>
    /// <param name="cancellationToken">Stops half-way.</param>
    public static async Task PlansAsync(
        string storage,
        IEnumerable<Plan> plans,
        IEnumerable<string> tables,
        Func<int, Plan, IEnumerable<(string Table, IEnumerable<TableEntity> Rows)>> rows,
        CancellationToken cancellationToken
    )
    {
        var service = new TableServiceClient(storage);
        var table = service.GetTableClient(PlansTable.Name);
        foreach (var name in tables.Append(PlansTable.Name))
        {
            await service.CreateTableIfNotExistsAsync(name, cancellationToken);
        }

        await Parallel.ForEachAsync(
            plans.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                var (number, plan) = item;
                await table.AddEntityAsync(PlanRows.From(plan, 1, SamplePlan.Import(plan.Id))[0], token);
                await table.AddEntityAsync(PlansTable.IndexRow(plan, 1), token);
                foreach (var (name, others) in rows(number, plan))
                {
                    var other = service.GetTableClient(name);
                    foreach (var chunk in others.Chunk(MostInTransaction))
                    {
                        await other.SubmitTransactionAsync(
                            chunk.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)),
                            token
                        );
                    }
                }
            }
        );
    }
}
