using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Drivers;

/// <summary>What the table <c>audit</c> says of a plan, which the app only writes.</summary>
public static class StoredAudit
{
    public static Task<IReadOnlyList<AuditEntry>> ReadAsync(AppDriver app) =>
        ReadAsync(app.Get<TableServiceClient>(), TestPlan.Id);

    /// <summary>The newest entry first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> ReadAsync(TableServiceClient service, PlanId plan)
    {
        var table = service.GetTableClient(AuditTable.Name);
        return await table
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {plan.ToString()}"),
                cancellationToken: TestContext.Current.CancellationToken
            )
            .Select(row => new AuditEntry(
                plan,
                row.RowKey[20..],
                row.GetDateTimeOffset("At")!.Value,
                row.GetString("By"),
                row.GetString("Action"),
                row.GetString("Subject"),
                row.GetString("Reason"),
                row.GetString("LegalDocument"),
                row.GetString("Details")
            ))
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
