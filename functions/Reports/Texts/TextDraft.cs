namespace Avance.Functions.Reports.Texts;

/// <summary>A text as its template has it with the figures of now; paragraphs are separated by an empty line.</summary>
public sealed record TextDraft(TextSection Section, string Title, string Text);
