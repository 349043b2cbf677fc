namespace SendGrid.Helpers.Mail;

/// <content>
/// Who gets the message. <c>personalizationIndex</c> names an envelope that is there or the next new one; a
/// <c>personalization</c> of the caller's own is added and used instead.
/// </content>
public partial class SendGridMessage
{
    public void AddTo(string email, string? name = null) => AddTo(Address(email, name));

    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        (Envelope(personalizationIndex, personalization).Tos ??= []).Add(email);
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

    private static Dictionary<string, string> Joined(
        Dictionary<string, string>? before,
        Dictionary<string, string> added
    ) =>
        before is null
            ? added
            : before.Union(added).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
