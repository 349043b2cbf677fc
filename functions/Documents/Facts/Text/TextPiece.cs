namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Text that is read in one go: a paragraph, a cell, the lines of a page, or a column of those lines.</summary>
/// <param name="Text">Lines are separated by line feeds.</param>
/// <param name="Places">Where each line stands, by the position of its first character, ascending; never empty.</param>
public sealed record TextPiece(string Text, ValueList<PlacedLine> Places)
{
    /// <summary>The same text in the form that is compared; of the same length.</summary>
    public string Folded { get; } = ReadableText.Fold(Text);

    public static TextPiece Of(string text, ReadLocation where) =>
        new(ReadableText.Clean(text), [new PlacedLine(0, where)]);

    public ReadLocation WhereAt(int position)
    {
        var (low, high) = (0, Places.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Places[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }

        return Places[low].Where;
    }

    public string Raw(int start, int end) => ReadableText.Raw(Text.AsSpan(start, end - start));
}
