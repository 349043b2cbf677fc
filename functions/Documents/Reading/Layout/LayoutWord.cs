namespace Avance.Functions.Documents.Reading.Layout;

/// <summary>A word and its place on a page, from the left and the top, in the page's unit: points, pixels or characters.</summary>
internal readonly record struct LayoutWord(string Text, float Left, float Top, float Right, float Bottom)
{
    public float Height => Bottom - Top;

    public float Middle => (Top + Bottom) / 2;

    /// <summary>Where a word counts as standing: one that overflows its cell begins in it.</summary>
    public float Anchor => Left + ((Right - Left) * 0.3f);

    /// <summary>The word as high as a share of its height, in its middle.</summary>
    public LayoutWord Lower(float share) =>
        share < 1 ? this with { Top = Middle - (share * Height / 2), Bottom = Middle + (share * Height / 2) } : this;
}
