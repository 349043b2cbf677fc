namespace Avance.Functions.Reports.Tables;

/// <summary>The mails of a reminder to a unit: how many, not to whom.</summary>
/// <param name="Stage">The stage, for example before-7, overdue-1, receipt.</param>
/// <param name="Unit">Code of the unit; empty for the secretariat's digest and receipts.</param>
/// <param name="UnitKey">Its row in dimunit; empty for none.</param>
/// <param name="Day">The day on which they were planned, 2024-01-08.</param>
/// <param name="Mails">How many mails were planned.</param>
/// <param name="Sent">Those that the mail service took.</param>
/// <param name="Delivered">Those that the recipient's server took.</param>
/// <param name="Bounced">Those that could not be delivered.</param>
/// <param name="Failed">Those that the mail service refused, or a recipient marked as spam.</param>
/// <param name="Open">Those that are still to be sent, or may have been.</param>
/// <param name="Cancelled">Those that were no longer owed when their turn came.</param>
public sealed record ReportReminderRow(
    string Stage,
    string Unit,
    string UnitKey,
    string Day,
    int Mails,
    int Sent,
    int Delivered,
    int Bounced,
    int Failed,
    int Open,
    int Cancelled
) : IReportRow
{
    public string Key => $"{Stage}|{(Unit.Length == 0 ? "*" : Unit)}|{Day}";
}
