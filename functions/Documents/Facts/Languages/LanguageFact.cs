namespace Avance.Functions.Documents.Facts.Languages;

/// <summary>Whether a document is in Spanish.</summary>
/// <param name="IsSpanish">Null if there is too little text to decide.</param>
/// <param name="Words">Count of words examined.</param>
/// <param name="SpanishWords">How many of them are common words of Spanish.</param>
/// <param name="Doubts">See <see cref="DoubtCode"/>.</param>
public sealed record LanguageFact(bool? IsSpanish, int Words, int SpanishWords, ValueList<string> Doubts);
