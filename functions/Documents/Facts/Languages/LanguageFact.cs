namespace Avance.Functions.Documents.Facts.Languages;

/// <summary>Whether a document is in Spanish.</summary>
/// <param name="IsSpanish">Null if there is too little text to tell.</param>
/// <param name="Words">Words that were looked at.</param>
/// <param name="SpanishWords">How many of them are common words of Spanish.</param>
/// <param name="Doubts">See <see cref="DoubtCode"/>.</param>
public sealed record LanguageFact(bool? IsSpanish, int Words, int SpanishWords, ValueList<string> Doubts);
