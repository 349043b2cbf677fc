namespace Avance.Functions.Reports.Texts;

/// <summary>The body with which the secretariat edits a text of the report.</summary>
/// <param name="Text">1 to 20,000 characters; paragraphs are separated by an empty line.</param>
/// <param name="Draft">
/// The draft that the editor saw; null for the draft of now. With it, figures that changed while the text was being
/// written are told of afterwards.
/// </param>
public sealed record TextRequest(string Text, string? Draft = null);
