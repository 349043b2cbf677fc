using System.Text.RegularExpressions;

namespace Avance.Functions.Persons;

/// <summary>A person as the storage knows one: by an address of mail, by an account of the directory, or by both.</summary>
/// <param name="ObjectId">Of the account.</param>
public sealed record Person(EmailAddress? Address, Guid? ObjectId)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Regex? address = Address is { } known
        ? Words($@"(?<![\w.%+'\-]){Regex.Escape($"{known}")}(?![\w\-@]|\.\w)")
        : null;

    private readonly Regex? account = ObjectId is { } id ? Words($@"(?<![\w\-]){id:D}(?![\w\-])") : null;

    /// <summary>True if the text names the person: the address or id whole, not as a part of a longer one.</summary>
    public bool IsIn(string text) => address?.IsMatch(text) == true || account?.IsMatch(text) == true;

    /// <summary>True if the text is the address and nothing else.</summary>
    public bool HasAddress(string? text) =>
        Address is { } known && known.ToString().Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text with the pseudonym in place of the address and of the id.</summary>
    public string Replace(string text, Pseudonym pseudonym)
    {
        text = address?.Replace(text, $"{pseudonym.Address}") ?? text;
        return account?.Replace(text, pseudonym.Name) ?? text;
    }

    private static Regex Words(string pattern) =>
        new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);
}
