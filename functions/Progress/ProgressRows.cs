using System.Globalization;
using System.Text;
using System.Text.Json;
using Avance.Functions.Storage;
using Azure.Data.Tables;

namespace Avance.Functions.Progress;

/// <summary>
/// Maps progress to rows: one a goal, each with the fields of the activity as a whole, so that it can be read by
/// itself. Numbers are doubles, which keep the 15 digits that a form takes.
/// </summary>
internal static class ProgressRows
{
    private const int PartLength = 30_000;
    private const string DraftId = "DraftId";
    private const string DraftHash = "DraftHash";

    public const string CurrentKind = "current";
    public const string VersionKind = "version";
    public const string ReceiptKind = "receipt";

    public static readonly string[] SentColumns =
    [
        "RowKey",
        "Version",
        "State",
        "Late",
        "CountedOutcome",
        "CountedExecuted",
    ];

    public static readonly string[] StatusColumns = ["RowKey", "Version", "State", "At"];

    public static readonly string[] SubmissionColumns = ["RowKey", "Version", "At", "Narrative"];

    /// <param name="draft">The receipt of the draft; null if it is none.</param>
    public static TableEntity FromCurrent(PlanId plan, ActivityProgress progress, int goalYear, Receipt? draft = null)
    {
        var row = Create(
            plan,
            ProgressKeys.Current(progress.Period, progress.Activity, goalYear),
            CurrentKind,
            progress,
            goalYear
        );
        if (draft is not null)
        {
            row[DraftId] = draft.Id;
            row[DraftHash] = draft.BodyHash;
        }

        return row;
    }

    public static TableEntity FromVersion(PlanId plan, ActivityProgress progress, int goalYear) =>
        Create(
            plan,
            ProgressKeys.Version(progress.Period, progress.Activity, goalYear, progress.Version),
            VersionKind,
            progress,
            goalYear
        );

    public static TableEntity FromReceipt(PlanId plan, ActivityProgress progress, Receipt receipt) =>
        new(plan.ToString(), ProgressKeys.Receipt(progress.Period, progress.Activity, receipt.Id))
        {
            ["Kind"] = ReceiptKind,
            ["BodyHash"] = receipt.BodyHash,
            ["Version"] = receipt.Version,
            ["State"] = receipt.State.ToString(),
            ["Late"] = receipt.Late,
            ["By"] = receipt.By,
            ["At"] = receipt.At,
        };

    public static Receipt ToReceipt(Guid id, TableEntity row) => ToReceipt(id, row.GetString("BodyHash")!, row);

    /// <param name="row">A row of the latest progress.</param>
    /// <returns>The receipt of a draft; null for other states.</returns>
    public static Receipt? ToDraftReceipt(TableEntity row) =>
        row.GetGuid(DraftId) is { } id ? ToReceipt(id, row.GetString(DraftHash)!, row) : null;

    public static int VersionOf(TableEntity row) => row.GetInt32("Version")!.Value;

    /// <param name="rows">The rows of one version, one a goal; at least one.</param>
    public static ActivityProgress ToProgress(IReadOnlyList<TableEntity> rows)
    {
        var first = rows.MaxBy(VersionOf)!;
        var (activity, period, _) = ProgressKeys.Parse(first.RowKey);
        return new ActivityProgress(
            activity,
            period,
            VersionOf(first),
            Enum.Parse<ProgressState>(first.GetString("State")!),
            new ProgressContent(
                rows.Select(ToGoal).OfType<GoalEntry>().OrderBy(goal => goal.Year).ToValueList(),
                first.GetString("Narrative")!,
                ToList(first.GetString("DocumentsCited")!),
                ToList(first.GetString("EvidenceLinks")!),
                first.GetString("Problems")!,
                first.GetString("ImprovementActions")!,
                first.GetString("Achievements")!
            )
            {
                Source = first.GetString("Source"),
            },
            first.GetString("Observation")!,
            first.GetBoolean("Late")!.Value,
            first.GetString("By")!,
            first.GetDateTimeOffset("At")!.Value,
            rows.Select(ToCounted).OfType<ReportedGoal>().OrderBy(goal => goal.GoalYear).ToValueList()
        )
        {
            Evidence = ToEvidence(first),
            TraceParent = first.GetString("TraceParent"),
        };
    }

    public static ProgressStatus ToStatus(TableEntity row) =>
        new(
            ProgressKeys.Parse(row.RowKey).Activity,
            Enum.Parse<ProgressState>(row.GetString("State")!),
            VersionOf(row),
            row.GetDateTimeOffset("At")!.Value
        );

    public static LastSubmission ToSubmission(TableEntity row) =>
        new(
            ProgressKeys.Parse(row.RowKey).Activity,
            VersionOf(row),
            row.GetDateTimeOffset("At")!.Value,
            row.GetString("Narrative")!
        );

    public static SentGoal ToSent(TableEntity row)
    {
        var (activity, period, goalYear) = ProgressKeys.Parse(row.RowKey);
        return new SentGoal(
            activity,
            goalYear,
            period,
            Enum.Parse<ProgressState>(row.GetString("State")!),
            row.GetBoolean("Late")!.Value,
            ToCounted(row)
        )
        {
            Version = VersionOf(row),
        };
    }

    private static Receipt ToReceipt(Guid id, string bodyHash, TableEntity row) =>
        new(
            id,
            bodyHash,
            VersionOf(row),
            Enum.Parse<ProgressState>(row.GetString("State")!),
            row.GetBoolean("Late")!.Value,
            row.GetString("By")!,
            row.GetDateTimeOffset("At")!.Value
        );

    private static TableEntity Create(PlanId plan, string rowKey, string kind, ActivityProgress progress, int goalYear)
    {
        var content = progress.Content;
        var row = new TableEntity(plan.ToString(), rowKey)
        {
            ["Kind"] = kind,
            ["Version"] = progress.Version,
            ["State"] = progress.State.ToString(),
            ["Narrative"] = content.Narrative,
            ["DocumentsCited"] = JsonSerializer.Serialize(content.DocumentsCited, StoredJson.Options),
            ["EvidenceLinks"] = JsonSerializer.Serialize(content.EvidenceLinks, StoredJson.Options),
            ["Problems"] = content.Problems,
            ["ImprovementActions"] = content.ImprovementActions,
            ["Achievements"] = content.Achievements,
            ["Observation"] = progress.Observation,
            ["Late"] = progress.Late,
            ["By"] = progress.By,
            ["At"] = progress.At,
        };
        if (content.Source is not null)
        {
            row["Source"] = content.Source;
        }

        if (progress.TraceParent is not null)
        {
            row["TraceParent"] = progress.TraceParent;
        }

        // A property takes 32,768 characters, and two hundred files with long names are more.
        var evidence = JsonSerializer.Serialize(progress.Evidence, StoredJson.Options);
        for (var part = 0; part * PartLength < evidence.Length; part++)
        {
            var start = part * PartLength;
            row[EvidencePart(part)] = evidence.Substring(start, Math.Min(PartLength, evidence.Length - start));
        }

        if (content.Goals.FirstOrDefault(goal => goal.Year == goalYear) is { } entry)
        {
            row["Outcome"] = entry.Outcome.ToString();
            row["Executed"] = (double?)entry.Executed;
            row["Reason"] = entry.Reason;
        }

        if (progress.Counted.FirstOrDefault(goal => goal.GoalYear == goalYear) is { } counted)
        {
            row["CountedOutcome"] = counted.Outcome.ToString();
            row["CountedExecuted"] = (double?)counted.Executed;
        }

        return row;
    }

    private static GoalEntry? ToGoal(TableEntity row) =>
        row.GetString("Outcome") is { } outcome
            ? new GoalEntry(
                ProgressKeys.Parse(row.RowKey).GoalYear,
                Enum.Parse<Outcome>(outcome),
                (decimal?)row.GetDouble("Executed"),
                row.GetString("Reason")!
            )
            : null;

    private static ReportedGoal? ToCounted(TableEntity row)
    {
        if (row.GetString("CountedOutcome") is not { } outcome)
        {
            return null;
        }

        var (activity, period, goalYear) = ProgressKeys.Parse(row.RowKey);
        var executed = (decimal?)row.GetDouble("CountedExecuted");
        return new ReportedGoal(activity, goalYear, period, Enum.Parse<Outcome>(outcome), executed);
    }

    private static ValueList<EvidenceEntry> ToEvidence(TableEntity row)
    {
        var json = new StringBuilder();
        for (var part = 0; row.GetString(EvidencePart(part)) is { } text; part++)
        {
            json.Append(text);
        }

        return JsonSerializer.Deserialize<ValueList<EvidenceEntry>>(json.ToString(), StoredJson.Options)!;
    }

    private static string EvidencePart(int index) => string.Create(CultureInfo.InvariantCulture, $"Evidence{index}");

    private static ValueList<string> ToList(string json) =>
        JsonSerializer.Deserialize<ValueList<string>>(json, StoredJson.Options)!;
}
