using System.Globalization;
using System.Text.Json;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Azure;
using Azure.Data.Tables;

namespace Avance.Functions.Reminders;

/// <summary>
/// The table <c>reminders</c>: partition plan id, rows
/// <list type="bullet">
/// <item><c>2023-II|sent|OGRH|before-7|20240115</c>: a reminder that was planned; <c>*</c> for the secretariat's digest</item>
/// <item><c>2023-II|sent|*|receipt|034@3</c>: the receipt of a submission, by its version</item>
/// <item><c>2023-II|hold|before-7</c>: whether the secretariat has paused a stage</item>
/// </list>
/// </summary>
public sealed class RemindersTable(TableServiceClient service)
{
    public const string Name = "reminders";

    private const string SentKind = "sent";
    private const string HoldKind = "hold";
    private const string NoUnit = "*";

    private readonly LazyTable table = new(service, Name);

    /// <summary>Everything of a period.</summary>
    public async Task<PeriodReminders> ReadAsync(Plan plan, Period period, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedReminder>();
        var pauses = new List<StagePause>();
        await foreach (var row in table.ListByPrefixAsync(plan.Id.ToString(), period.ToString(), cancellationToken))
        {
            if (row.RowKey.Split('|') is [_, HoldKind, _])
            {
                pauses.Add(JsonSerializer.Deserialize<StagePause>(row.GetString("Content")!, StoredJson.Options)!);
            }
            else
            {
                planned.Add(ToPlanned(row));
            }
        }

        return new PeriodReminders(plan, planned, pauses);
    }

    /// <summary>A reminder as it was planned; null if it was not.</summary>
    public async Task<PlannedReminder?> FindAsync(
        PlanId plan,
        Period period,
        SentReminder reminder,
        CancellationToken cancellationToken
    ) =>
        await table.FindAsync(plan.ToString(), RowKey(period, reminder), cancellationToken) is { } row
            ? ToPlanned(row)
            : null;

    /// <returns>False if it was planned already: what is there stays.</returns>
    public Task<bool> TryAddAsync(
        PlanId plan,
        Period period,
        PlannedReminder planned,
        CancellationToken cancellationToken
    ) => table.TryAddAsync(ToRow(plan, period, planned), cancellationToken);

    /// <summary>Notes that all mails of a reminder are in the outbox.</summary>
    public async Task CompleteAsync(
        PlanId plan,
        Period period,
        SentReminder reminder,
        CancellationToken cancellationToken
    )
    {
        var client = await table.GetAsync(cancellationToken);
        var change = new TableEntity(plan.ToString(), RowKey(period, reminder)) { ["IsComplete"] = true };
        await client.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    public async Task SetPauseAsync(PlanId plan, Period period, StagePause pause, CancellationToken cancellationToken)
    {
        var client = await table.GetAsync(cancellationToken);
        var row = new TableEntity(plan.ToString(), $"{period}|{HoldKind}|{pause.Stage}")
        {
            ["Content"] = JsonSerializer.Serialize(pause, StoredJson.Options),
        };
        await client.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static string RowKey(Period period, SentReminder reminder) =>
        $"{period}|{SentKind}|{reminder.Unit?.ToString() ?? NoUnit}|{reminder.Stage}|{reminder.Anchor}";

    internal static TableEntity ToRow(PlanId plan, Period period, PlannedReminder planned)
    {
        var row = new TableEntity(plan.ToString(), RowKey(period, planned.Reminder))
        {
            ["Bucket"] = planned.Bucket,
            ["At"] = planned.At,
            ["IsComplete"] = planned.IsComplete,
        };
        // A group of the directory may have hundreds of members, and a unit as many activities.
        ChunkedText.Write(row, "Recipients", JsonSerializer.Serialize(planned.Recipients, StoredJson.Options));
        ChunkedText.Write(row, "Returns", string.Join(',', planned.Reminder.Returns));
        return row;
    }

    private static PlannedReminder ToPlanned(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        UnitCode? unit = parts[2] == NoUnit ? null : UnitCode.Parse(parts[2], CultureInfo.InvariantCulture);
        return new PlannedReminder(
            new SentReminder(
                unit,
                ReminderStage.Parse(parts[3], CultureInfo.InvariantCulture),
                parts[4],
                [.. ChunkedText.Read(row, "Returns")!.Split(',', StringSplitOptions.RemoveEmptyEntries)]
            ),
            row.GetString("Bucket")!,
            JsonSerializer.Deserialize<ValueList<Recipient>>(ChunkedText.Read(row, "Recipients")!, StoredJson.Options)!,
            row.GetDateTimeOffset("At")!.Value,
            row.GetBoolean("IsComplete")!.Value
        );
    }
}
