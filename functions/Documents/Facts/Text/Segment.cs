namespace Avance.Functions.Documents.Facts.Text;

/// <summary>A part of a line between runs of blanks, in a page whose columns were kept.</summary>
/// <param name="Text">Without the blanks around it.</param>
/// <param name="Start">Position of its first character in the line, in characters from 0.</param>
internal readonly record struct Segment(string Text, int Start)
{
    /// <summary>Position after its last character.</summary>
    public int End => Start + Text.Length;

    /// <summary>Parts separated by at least so many blanks or a tab; none for a blank line.</summary>
    public static List<Segment> Split(string line, int blanks)
    {
        var segments = new List<Segment>();
        var start = -1;
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                continue;
            }

            if (start >= 0 && (i - end >= blanks || line.AsSpan(end, i - end).Contains('\t')))
            {
                segments.Add(new Segment(line[start..end], start));
                start = -1;
            }

            start = start < 0 ? i : start;
            end = i + 1;
        }

        if (start >= 0)
        {
            segments.Add(new Segment(line[start..end], start));
        }

        return segments;
    }

    /// <summary>Characters by which the two stand one below the other.</summary>
    public int Overlap(Segment other) => Math.Min(End, other.End) - Math.Max(Start, other.Start);
}
