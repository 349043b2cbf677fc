using Avance.Functions.Reminders.Sending;

namespace Avance.Testing.Drivers;

/// <summary>A mail service that does what a test says: takes mails, refuses them, fails, and lies about it.</summary>
public sealed class FakeMailService : IMailTransport
{
    private readonly Lock gate = new();
    private readonly List<OutgoingMail> taken = [];

    /// <summary>Says for each mail whether the service takes it, and what it answers.</summary>
    public Func<OutgoingMail, (bool Takes, SendOutcome Answer)> Behave { get; set; } =
        mail => (true, new SendOutcome(SendOutcomeKind.Accepted, $"sg-{mail.Address}"));

    /// <summary>Runs before each mail.</summary>
    public Action<OutgoingMail>? Before { get; set; }

    /// <summary>What really goes out, in order; a mail may be there twice.</summary>
    public IReadOnlyList<OutgoingMail> Taken
    {
        get
        {
            lock (gate)
            {
                return [.. taken];
            }
        }
    }

    public bool IsReady => true;

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Before?.Invoke(mail);
            var (takes, answer) = Behave(mail);
            if (takes)
            {
                taken.Add(mail);
            }

            return Task.FromResult(answer);
        }
    }
}
