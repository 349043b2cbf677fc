namespace Avance.Functions.Documents.Facts.Dates;

/// <summary>A day that a text names; years 1990 to 2099.</summary>
/// <param name="Raw">The text as it is written.</param>
/// <param name="Doubts">See <see cref="DoubtCode"/>.</param>
public sealed record DateMention(DateOnly Date, string Raw, ReadLocation Where, ValueList<string> Doubts);
