namespace SendGrid.Helpers.Mail;

/// <content>
/// Who gets the message. <c>personalizationIndex</c> names an envelope that is there or the next new one; a
/// <c>personalization</c> of the caller's own is added and used instead.
/// </content>
public partial class SendGridMessage
{
    public void AddTo(string email, string? name = null) => AddTo(Address(email, name));

    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddTos(One(email), personalizationIndex, personalization);

    public void AddTos(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null)
    {
        Check(emails);
        var envelope = Envelope(personalizationIndex, personalization);
        (envelope.Tos ??= []).AddRange(emails);
    }

    public void AddCc(string email, string? name = null) => AddCc(Address(email, name));

    public void AddCc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddCcs(One(email), personalizationIndex, personalization);

    public void AddCcs(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null)
    {
        Check(emails);
        var envelope = Envelope(personalizationIndex, personalization);
        (envelope.Ccs ??= []).AddRange(emails);
    }

    public void AddBcc(string email, string? name = null) => AddBcc(Address(email, name));

    public void AddBcc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddBccs(One(email), personalizationIndex, personalization);

    public void AddBccs(
        List<EmailAddress> emails,
        int personalizationIndex = 0,
        Personalization? personalization = null
    )
    {
        Check(emails);
        var envelope = Envelope(personalizationIndex, personalization);
        (envelope.Bccs ??= []).AddRange(emails);
    }

    public void SetSubject(string subject, int personalizationIndex = 0, Personalization? personalization = null) =>
        Envelope(personalizationIndex, personalization).Subject = subject;

    public void AddHeader(
        string headerKey,
        string headerValue,
        int personalizationIndex = 0,
        Personalization? personalization = null
    )
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.Headers = Joined(envelope.Headers, new(StringComparer.Ordinal) { [headerKey] = headerValue });
    }

    public void AddCustomArg(
        string customArgKey,
        string customArgValue,
        int personalizationIndex = 0,
        Personalization? personalization = null
    ) =>
        AddCustomArgs(
            new(StringComparer.Ordinal) { [customArgKey] = customArgValue },
            personalizationIndex,
            personalization
        );

    /// <summary>Adds custom arguments to one envelope.</summary>
    /// <exception cref="ArgumentException">A key is there already, with another value.</exception>
    public void AddCustomArgs(
        Dictionary<string, string> customArgs,
        int personalizationIndex = 0,
        Personalization? personalization = null
    )
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.CustomArgs = Joined(envelope.CustomArgs, customArgs);
    }

    public void SetSendAt(long sendAt, int personalizationIndex = 0, Personalization? personalization = null) =>
        Envelope(personalizationIndex, personalization).SendAt = sendAt;

    private Personalization Envelope(int index, Personalization? own)
    {
        // As the package does: the first envelope of a message is made whatever its index.
        var isFirst = Personalizations is null;
        Personalizations ??= [];
        if (own is not null || isFirst || index == Personalizations.Count)
        {
            Personalizations.Add(own ?? new Personalization());
            return Personalizations[^1];
        }

        return index < Personalizations.Count
            ? Personalizations[index]
            : throw new ArgumentException(
                $"personalizationIndex {index} must not be greater than {Personalizations.Count}",
                nameof(index)
            );
    }

    private static EmailAddress Address(string email, string? name) =>
        string.IsNullOrWhiteSpace(email)
            ? throw new ArgumentNullException(nameof(email))
            : new EmailAddress(email, name);

    private static List<EmailAddress> One(EmailAddress email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return [email];
    }

    private static void Check(List<EmailAddress> emails)
    {
        ArgumentNullException.ThrowIfNull(emails);
        if (emails.Count == 0)
        {
            throw new InvalidOperationException("Sequence contains no elements");
        }
    }

    private static Dictionary<string, string> Joined(
        Dictionary<string, string>? before,
        Dictionary<string, string> added
    ) =>
        before is null
            ? added
            : before.Union(added).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
