namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>The words of a page, in any order.</summary>
internal sealed record PageWords(IReadOnlyList<LayoutWord> Words)
{
    public static PageWords Empty { get; } = new([]);

    /// <summary>Of the page, before it is turned; 0 if it has none.</summary>
    public float Width { get; init; }

    public float Height { get; init; }

    /// <summary>The lines between cells and the lines to write on, which are no words.</summary>
    public IReadOnlyList<LayoutWord> Rules { get; init; } = [];

    /// <summary>Count of letters and digits.</summary>
    public int Letters { get; } = Words.Sum(word => word.Text.Count(char.IsLetterOrDigit));

    /// <summary>The words with a blank between them.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));
}
