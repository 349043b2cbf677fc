using Avance.Functions.Reminders.Events;
using Avance.Functions.Reminders.Sending;
using Avance.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reminders;

/// <summary>The timer triggers of reminders and mails.</summary>
public sealed class ReminderTriggers(ReminderPlanner planner, MailSender sender, MailEvents events)
{
    [Function("PlanReminders")]
    public async Task PlanAsync(
        [TimerTrigger("%Reminders:Schedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    )
    {
        await planner.RunAsync(cancellationToken);
        await events.ForgetAsync(cancellationToken);
        AppMetrics.CountReminderRun();
    }

    [Function("SendMail")]
    public Task SendAsync(
        [TimerTrigger("%Reminders:SendSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => sender.RunAsync(cancellationToken);
}
