using System.Globalization;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Access;

/// <summary>The table <c>formlinks</c>: partition plan id, one row a link, and one that says when all were revoked.</summary>
public sealed class FormLinkTable(TableServiceClient service)
{
    public const string Name = "formlinks";

    // The row with the instant of the last revocation of all links: those made until then do not work.
    private const string AllRevoked = "all";

    private const string Links = "link";

    private readonly LazyTable table = new(service, Name);

    /// <returns>False if a link of that id is there already: it stays as it is.</returns>
    public Task<bool> TryAddAsync(FormLink link, CancellationToken cancellationToken) =>
        table.TryAddAsync(ToRow(link), cancellationToken);

    public async Task<FormLink?> FindAsync(PlanId plan, string id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(plan.ToString(), RowKey(id), cancellationToken);
        return row is not null ? ToLink(row) : null;
    }

    /// <summary>All links of a plan, by id.</summary>
    public async Task<IReadOnlyList<FormLink>> ListAsync(PlanId plan, CancellationToken cancellationToken) =>
        await table
            .ListByPrefixAsync(plan.ToString(), Links, cancellationToken)
            .Select(ToLink)
            .ToListAsync(cancellationToken);

    /// <summary>Revokes a link. One that was revoked before keeps its first instant.</summary>
    /// <returns>The link as it is now; null if there is none.</returns>
    public async Task<FormLink?> RevokeAsync(
        PlanId plan,
        string id,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var link = await FindAsync(plan, id, cancellationToken);
        if (link is null or { RevokedAt: not null })
        {
            return link;
        }

        var client = await table.GetAsync(cancellationToken);
        var change = new TableEntity(plan.ToString(), RowKey(id)) { ["RevokedAt"] = at };
        await client.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, cancellationToken);
        return link with { RevokedAt = at };
    }

    /// <summary>When all links of the plan were last revoked at once; null for never.</summary>
    public async Task<DateTimeOffset?> FindAllRevokedAtAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(plan.ToString(), AllRevoked, cancellationToken);
        return row?.GetDateTimeOffset("At");
    }

    public async Task RevokeAllAsync(PlanId plan, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var row = new TableEntity(plan.ToString(), AllRevoked) { ["At"] = at };
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary><c>link|mZ4sT0a_x9Qe</c></summary>
    private static string RowKey(string id) => $"{Links}|{id}";

    private static TableEntity ToRow(FormLink link) =>
        new(link.Plan.ToString(), RowKey(link.Id))
        {
            ["Unit"] = link.Unit?.ToString(),
            ["Period"] = link.Period?.ToString(),
            ["CreatedBy"] = link.CreatedBy,
            ["CreatedAt"] = link.CreatedAt,
            ["Expires"] = link.Expires,
        };

    private static FormLink ToLink(TableEntity row) =>
        new(
            PlanId.Parse(row.PartitionKey, CultureInfo.InvariantCulture),
            row.RowKey[(Links.Length + 1)..],
            row.GetString("Unit") is { } unit ? UnitCode.Parse(unit, CultureInfo.InvariantCulture) : null,
            row.GetString("Period") is { } period ? Period.Parse(period, CultureInfo.InvariantCulture) : null,
            row.GetString("CreatedBy")!,
            row.GetDateTimeOffset("CreatedAt")!.Value,
            row.GetDateTimeOffset("Expires")!.Value,
            row.GetDateTimeOffset("RevokedAt")
        );
}
