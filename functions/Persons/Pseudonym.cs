namespace Avance.Functions.Persons;

/// <summary>
/// What stands in place of a person. It is made of the id of the request, not of the person: who knows an address cannot
/// find out which pseudonym it got, and the same request always gives the same.
/// </summary>
public sealed record Pseudonym(Guid Request)
{
    /// <summary><c>persona-0f8fad5bd9cb</c></summary>
    public string Name => $"persona-{Request.ToString("N")[..12]}";

    /// <summary>No mail can be sent there: <c>invalid</c> is reserved (https://www.rfc-editor.org/rfc/rfc2606#section-2).</summary>
    public EmailAddress Address => new($"{Name}@suprimida.invalid");
}
