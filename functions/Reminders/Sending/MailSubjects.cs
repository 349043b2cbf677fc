using Avance.Functions.Groups;
using Avance.Functions.Reminders.Groups;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Sending;

/// <summary>Reads what mails are about.</summary>
public sealed class MailSubjects(
    PeriodStatusReader statuses,
    PeriodMailWriter periodMails,
    WorkingGroupTable groups,
    GroupMailWriter groupMails,
    BusinessCalendar calendar,
    TimeProvider clock,
    IOptions<RemindersOptions> options
)
{
    /// <summary>The same for mails about the same.</summary>
    public static string KeyOf(Mail mail) => mail.Group is { } group ? $"{group}" : $"{mail.Plan} {mail.Period}";

    /// <returns>Null if it is not there, and the mail has to wait.</returns>
    public async Task<IMailSubject?> ReadAsync(Mail mail, CancellationToken cancellationToken)
    {
        if (mail.Group is { } id)
        {
            return await groups.FindAsync(id, cancellationToken) is { Group: var group }
                ? new GroupSubject(
                    group,
                    await groups.SessionsAsync(id, cancellationToken),
                    groupMails,
                    calendar,
                    clock,
                    options.Value.Hours
                )
                : null;
        }

        var read = await statuses.ReadAsync(mail.Plan, mail.Period, withFindings: true, cancellationToken);
        return read.Succeeded(out var status, out _)
            ? new PeriodSubject(status, periodMails, calendar, options.Value.Hours)
            : null;
    }
}
