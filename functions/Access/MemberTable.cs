using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Access;

/// <summary>The members of plans: rows of the table <c>plans</c> that importing and amending leave alone.</summary>
public sealed class MemberTable(TableServiceClient service)
{
    private const string Members = "member";

    private readonly LazyTable table = new(service, PlansTable.Name);

    public async Task<IReadOnlyList<Member>> ListAsync(PlanId plan, CancellationToken cancellationToken) =>
        await table
            .ListByPrefixAsync(plan.ToString(), Members, cancellationToken)
            .Select(ToMember)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The members of all plans. Scans the whole table: only for the rare question which plans a caller has.
    /// </summary>
    public async Task<IReadOnlyList<Member>> ListAllAsync(CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        // '}' comes after '|'.
        return await client
            .QueryAsync<TableEntity>(
                "RowKey ge 'member|' and RowKey lt 'member}'",
                cancellationToken: cancellationToken
            )
            .Select(ToMember)
            .ToListAsync(cancellationToken);
    }

    public async Task<Member?> FindAsync(PlanId plan, Guid id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(plan.ToString(), RowKey(id), cancellationToken);
        return row is not null ? ToMember(row) : null;
    }

    public async Task PutAsync(Member member, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        await client.UpsertEntityAsync(ToRow(member), TableUpdateMode.Replace, cancellationToken);
    }

    public async Task DeleteAsync(PlanId plan, Guid id, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        await client.DeleteEntityAsync(plan.ToString(), RowKey(id), cancellationToken: cancellationToken);
    }

    /// <summary><c>member|0f8fad5b-d9cb-469f-a165-70867728950e</c></summary>
    private static string RowKey(Guid id) => $"{Members}|{id:D}";

    private static TableEntity ToRow(Member member) =>
        new(member.Plan.ToString(), RowKey(member.Id))
        {
            ["Role"] = member.Role.ToString(),
            ["Unit"] = member.Unit?.ToString(),
            ["NamedBy"] = member.NamedBy,
            ["NamedAt"] = member.NamedAt,
        };

    private static Member ToMember(TableEntity row) =>
        new(
            PlanId.Parse(row.PartitionKey, CultureInfo.InvariantCulture),
            Guid.Parse(row.RowKey[(Members.Length + 1)..]),
            Enum.Parse<Role>(row.GetString("Role")!),
            row.GetString("Unit") is { } unit ? UnitCode.Parse(unit, CultureInfo.InvariantCulture) : null,
            row.GetString("NamedBy")!,
            row.GetDateTimeOffset("NamedAt")!.Value
        );
}
