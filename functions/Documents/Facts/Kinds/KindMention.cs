namespace Avance.Functions.Documents.Facts.Kinds;

/// <summary>A kind that a document may be.</summary>
/// <param name="Weight">Points: words in the first lines count more. The kind with most points comes first.</param>
/// <param name="Raw">The first words that indicate it.</param>
/// <param name="Where">Where they stand.</param>
/// <param name="Doubts">See <see cref="DoubtCode"/>.</param>
public sealed record KindMention(
    DocumentKind Kind,
    int Weight,
    string Raw,
    ReadLocation Where,
    ValueList<string> Doubts
);
