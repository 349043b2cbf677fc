using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Findings;

/// <summary>The keys and columns of the table <c>findings</c>.</summary>
internal static class FindingRows
{
    private const string ContentColumn = "Content";
    private const string PendingAuditColumn = "Untold";
    private const string FailedFingerprintColumn = "FailedStamp";
    private const string FailedAtColumn = "FailedAt";

    public static string ExaminationKey(ProgressAddress claim) => $"check|{claim.Period}|{claim.Activity.Key}";

    // An id holds no '|', a row key no '.'.
    public static string RowKey(FindingId id) => id.ToString().Replace('.', '|');

    public static Examination ToExamination(TableEntity row) =>
        new(row.GetString("Stamp")!, PendingAudit(row), row.ETag)
        {
            Failed = row.GetDateTimeOffset(FailedAtColumn) is { } at
                ? new FailedExamination(row.GetString(FailedFingerprintColumn)!, at)
                : null,
        };

    public static TableEntity ToRow(
        ProgressAddress claim,
        string fingerprint,
        ValueList<AuditEntry> pendingAudit,
        FailedExamination? failed = null
    )
    {
        var row = new TableEntity(claim.Plan.ToString(), ExaminationKey(claim)) { ["Stamp"] = fingerprint };
        if (pendingAudit.Count > 0)
        {
            ChunkedText.Write(row, PendingAuditColumn, JsonSerializer.Serialize(pendingAudit, StoredJson.Options));
        }

        if (failed is not null)
        {
            row[FailedFingerprintColumn] = failed.Fingerprint;
            row[FailedAtColumn] = failed.At;
        }

        return row;
    }

    private static ValueList<AuditEntry> PendingAudit(TableEntity row) =>
        ChunkedText.Read(row, PendingAuditColumn) is { } json
            ? JsonSerializer.Deserialize<ValueList<AuditEntry>>(json, StoredJson.Options)!
            : [];

    public static TableEntity ToRow(PlanId plan, Finding finding)
    {
        var row = new TableEntity(plan.ToString(), RowKey(finding.Id))
        {
            ["Severity"] = finding.Severity.ToString(),
            ["State"] = finding.State.ToString(),
            ["IsRaised"] = finding.IsRaised,
            ["ChangedAt"] = finding.ChangedAt,
            ["File"] = finding.File?.ToString() ?? "",
        };
        ChunkedText.Write(row, ContentColumn, ToJson(finding));
        return row;
    }

    public static string ToJson(Finding finding) => JsonSerializer.Serialize(finding, StoredJson.Options);

    public static StoredFinding ToStored(TableEntity row) =>
        new(JsonSerializer.Deserialize<Finding>(ChunkedText.Read(row, ContentColumn)!, StoredJson.Options)!, row.ETag);
}
