namespace Avance.Functions.Reports.Composition;

/// <summary>A text with what hangs on it.</summary>
/// <param name="Text">Lines are separated by a line feed. It may hold anything a person wrote.</param>
/// <param name="Notes">Footnotes, whose marks stand behind the text, in their order.</param>
/// <param name="Link">An address, http or https, that the text leads to; null for none.</param>
/// <param name="IsBold">True for emphasis.</param>
public sealed record RichText(string Text, ValueList<string> Notes, string? Link = null, bool IsBold = false)
{
    public static implicit operator RichText(string text) => new(text, []);
}
