namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>Words of a line that stand close together: a cell, or a line of a column of text.</summary>
internal sealed record LineSegment(ValueList<LayoutWord> Words)
{
    public float Left { get; } = Words[0].Left;

    public float Right { get; } = Words.Max(word => word.Right);

    public float Width => Right - Left;

    public string Text => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>True for a number or date: at least half of its characters are digits.</summary>
    public bool IsFigure
    {
        get
        {
            var (digits, all) = (0, 0);
            foreach (var c in Words.SelectMany(word => word.Text))
            {
                digits += char.IsAsciiDigit(c) ? 1 : 0;
                all++;
            }

            return digits > 0 && digits * 2 >= all;
        }
    }
}
