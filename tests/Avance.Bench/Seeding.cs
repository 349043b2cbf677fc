using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reports.Evaluations;

namespace Avance.Bench;

/// <summary>
/// Fills an empty storage account with the app's own rows. Of a plan those that the app reads: the plan's own, which has
/// all of it, and its row in the index. Those of its units, activities, goals and periods would take the emulator minutes
/// and are read by nothing that is measured.
/// </summary>
internal static class Seeding
{
    public const int Writers = 4;
    private const int MostInTransaction = 100;

    private static readonly string[] Tables =
    [
        PlansTable.Name,
        ProgressTable.Name,
        EvidenceTable.Name,
        FindingsTable.Name,
        EvaluationTable.Name,
        RemindersTable.Name,
    ];

    public static Task PlansAsync(string storage, int plans, bool progress, CancellationToken token) =>
        PlansAsync(
            storage,
            Enumerable.Range(0, plans).Select(number => SamplePlan.Create(SamplePlan.Id(number))),
            token,
            (_, plan) =>
                progress ? [(ProgressTable.Name, SamplePlan.Progress(plan.Id)), .. ReportInputRows.Of(plan.Id)] : []
        );

    /// <param name="rows">The rows of other tables that a plan has, from its place among the plans and the plan.</param>
    public static async Task PlansAsync(
        string storage,
        IEnumerable<Plan> plans,
        CancellationToken token,
        Func<int, Plan, IEnumerable<(string Table, IEnumerable<TableEntity> Rows)>>? rows = null
    )
    {
        var service = new TableServiceClient(storage);
        foreach (var name in Tables)
        {
            await service.CreateTableIfNotExistsAsync(name, token);
        }

        await Turns.ForEachAsync(
            plans.Index(),
            Writers,
            async item =>
            {
                var (number, plan) = item;
                var row = PlanRows.From(plan, 1, SamplePlan.Import(plan.Id))[0];
                var table = service.GetTableClient(PlansTable.Name);
                await table.AddEntityAsync(row, token);
                await table.AddEntityAsync(PlansTable.IndexRow(plan, 1), token);
                foreach (var (name, others) in rows?.Invoke(number, plan) ?? [])
                {
                    foreach (var chunk in others.Chunk(MostInTransaction))
                    {
                        await AddAsync(service.GetTableClient(name), chunk, token);
                    }
                }
            },
            token
        );
    }

    /// <summary>Adds rows of one partition.</summary>
    public static Task RowsAsync(TableClient table, IEnumerable<TableEntity> rows, CancellationToken token) =>
        Turns.ForEachAsync(rows.Chunk(MostInTransaction), Writers, chunk => AddAsync(table, chunk, token), token);

    private static async Task AddAsync(TableClient table, IEnumerable<TableEntity> rows, CancellationToken token) =>
        await table.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
            token
        );
}
