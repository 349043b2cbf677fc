using System.Globalization;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Reports.Texts;

/// <summary>
/// The table <c>texts</c>: partition plan id, a row <c>2023-II|unit-summary-OGRH</c> for each text of a report that a person
/// edited. Drafts are not stored.
/// </summary>
public sealed class TextsTable(TableServiceClient service)
{
    public const string Name = "texts";

    private const string BaseColumn = "Base";
    private const string TextColumn = "Text";

    private readonly LazyTable table = new(service, Name);

    /// <summary>The edits of a period, withdrawn ones too.</summary>
    public async Task<IReadOnlyList<EditedText>> ListAsync(
        PlanId plan,
        Period period,
        CancellationToken cancellationToken
    ) =>
        await table
            .ListByPrefixAsync(plan.ToString(), $"{period}", cancellationToken)
            .Select(ToEdit)
            .ToListAsync(cancellationToken);

    /// <summary>Writes an edit if it is still as it was read, or still not there.</summary>
    /// <returns>False if it was written since.</returns>
    public Task<bool> TryWriteAsync(PlanId plan, Period period, EditedText edit, CancellationToken cancellationToken)
    {
        var row = new TableEntity(plan.ToString(), RowKey(period, edit.Section))
        {
            ["IsWithdrawn"] = edit.IsWithdrawn,
            ["Version"] = edit.Version,
            ["By"] = edit.By,
            ["At"] = edit.At,
        };
        ChunkedText.Write(row, BaseColumn, edit.Base);
        ChunkedText.Write(row, TextColumn, edit.Text);
        return table.TryWriteAsync(row, edit.ETag, cancellationToken);
    }

    private static string RowKey(Period period, TextSection section) => $"{period}|{section}";

    private static EditedText ToEdit(TableEntity row) =>
        new(
            TextSection.Parse(row.RowKey.Split('|')[1], CultureInfo.InvariantCulture),
            ChunkedText.Read(row, BaseColumn)!,
            ChunkedText.Read(row, TextColumn)!,
            row.GetBoolean("IsWithdrawn")!.Value,
            row.GetInt32("Version")!.Value,
            row.GetString("By")!,
            row.GetDateTimeOffset("At")!.Value,
            row.ETag
        );
}
