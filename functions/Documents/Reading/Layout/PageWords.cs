namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>The words of a page, in any order.</summary>
internal sealed record PageWords(IReadOnlyList<LayoutWord> Words)
{
    public static PageWords Empty { get; } = new([]);

    /// <summary>Count of letters and digits.</summary>
    public int Letters { get; } = Words.Sum(word => word.Text.Count(char.IsLetterOrDigit));

    /// <summary>The words as they stand after the page was turned: places may become negative.</summary>
    /// <param name="degrees">Clockwise: 0, 90, 180 or 270.</param>
    public PageWords Turn(int degrees) => degrees == 0 ? this : new(Words.Select(word => Turn(word, degrees)).ToList());

    private static LayoutWord Turn(LayoutWord word, int degrees) =>
        degrees switch
        {
            90 => new(word.Text, -word.Bottom, word.Left, -word.Top, word.Right),
            180 => new(word.Text, -word.Right, -word.Bottom, -word.Left, -word.Top),
            _ => new(word.Text, word.Top, -word.Right, word.Bottom, -word.Left),
        };
}
