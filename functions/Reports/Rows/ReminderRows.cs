using System.Globalization;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The mails of a period, counted by stage, unit and day. Pure.</summary>
internal static class ReminderRows
{
    private const int DateDigits = 8;

    public static ValueList<ReportReminderRow> Of(Plan plan, IEnumerable<Mail> mails) =>
        mails
            .GroupBy(mail => (Stage: mail.Reminder.Stage.ToString(), Unit: UnitOf(plan, mail), mail.Bucket))
            .Select(group =>
            {
                var states = group.CountBy(mail => mail.State).ToDictionary();
                int Of(params ReadOnlySpan<MailState> wanted)
                {
                    var sum = 0;
                    foreach (var state in wanted)
                    {
                        sum += states.GetValueOrDefault(state);
                    }

                    return sum;
                }

                return new ReportReminderRow(
                    group.Key.Stage,
                    group.Key.Unit,
                    ReportKeys.OfUnit(plan.Id, group.Key.Unit),
                    DayOf(group.Key.Bucket),
                    group.Count(),
                    Of(MailState.Accepted, MailState.Delivered, MailState.Bounced, MailState.Complained),
                    Of(MailState.Delivered, MailState.Complained),
                    Of(MailState.Bounced),
                    Of(MailState.Rejected, MailState.Complained),
                    Of(MailState.Pending, MailState.Claimed, MailState.Unknown),
                    Of(MailState.Cancelled)
                );
            })
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToValueList();

    /// <summary>The unit under its present code; empty for the secretariat.</summary>
    private static string UnitOf(Plan plan, Mail mail) =>
        mail.Reminder.Unit is { } unit ? (plan.FindUnitByAnyCode(unit)?.Code ?? unit).ToString() : "";

    /// <summary><c>2024-01-08</c> of the outbox's <c>20240108</c>.</summary>
    private static string DayOf(string bucket) =>
        bucket.Length == DateDigits
            ? DateOnly
                .ParseExact(bucket, "yyyyMMdd", CultureInfo.InvariantCulture)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : bucket;
}
