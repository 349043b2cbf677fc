namespace Avance.Functions.Documents.Facts.Counts;

/// <summary>A number that a text gives in an activity's unit of measure.</summary>
/// <param name="IsPercent">True for a percentage.</param>
/// <param name="Raw">The number and the words that say what it counts.</param>
/// <param name="Doubts">See <see cref="DoubtCode"/>.</param>
public sealed record UnitCount(decimal Value, bool IsPercent, string Raw, ReadLocation Where, ValueList<string> Doubts);
