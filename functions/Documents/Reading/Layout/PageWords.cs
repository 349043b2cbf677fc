namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>The words of a page, in any order.</summary>
internal sealed record PageWords(IReadOnlyList<LayoutWord> Words)
{
    public static PageWords Empty { get; } = new([]);

    /// <summary>Count of letters and digits.</summary>
    public int Letters { get; } = Words.Sum(word => word.Text.Count(char.IsLetterOrDigit));

    /// <summary>The words with a blank between them.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));
}
