namespace Avance.Functions.Reports.Texts;

/// <summary>An edited text with what has changed in its draft since.</summary>
public sealed record MergedText(string Text, ValueList<TextChange> Changes);
