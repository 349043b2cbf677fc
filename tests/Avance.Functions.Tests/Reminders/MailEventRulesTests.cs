using Avance.Functions.Reminders;
using Avance.Functions.Reminders.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reminders;

/// <summary>Any history of a mail: what the service tells, and what is done about it, a second after the other.</summary>
public sealed class MailEventRulesTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2024-01-08T15:00:00Z");

    private static readonly Mail New = Mail.New(
        "20240108",
        TestPlan.Id,
        TestPlan.Second,
        new SentReminder(new UnitCode("OGRH"), ReminderStage.Before(7), "20240115", []),
        new Recipient(new EmailAddress("ana@entidad.example"), "Ana", RecipientRole.Liaison),
        Start
    );

    private static readonly string[] Steps =
    [
        "processed",
        "deferred",
        "delivered",
        "bounce",
        "dropped",
        "spamreport",
        "open",
        "sent",
        "lost",
        "again",
    ];

    [Fact]
    public void Apply_EarlierEventOnceMoreAtAnyTime_ChangesNothing() =>
        Prop.ForAll(
                Gen.ListOf(Gen.Elements(Steps)).ToArbitrary(),
                steps =>
                {
                    var (mail, now, told) = (New, Start, new List<MailEvent>());
                    foreach (var step in steps)
                    {
                        now = now.AddSeconds(1);
                        mail = After(mail, step, now, told);
                        if (told.Exists(one => MailEventRules.Apply(mail, one) != mail))
                        {
                            return false;
                        }
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    private static Mail After(Mail mail, string step, DateTimeOffset now, List<MailEvent> told)
    {
        switch (step)
        {
            case "sent":
                return mail.IsOpen ? mail with { State = MailState.Accepted, StateAt = now } : mail;
            case "lost":
                return mail.IsOpen ? mail with { State = MailState.Unknown, StateAt = now } : mail;
            case "again":
                return mail.State is MailState.Unknown or MailState.Bounced ? mail.Again(now) : mail;
            default:
                told.Add(new MailEvent(step, mail.Address, "sg", now.ToUnixTimeSeconds()));
                return MailEventRules.Apply(mail, told[^1]);
        }
    }
}
