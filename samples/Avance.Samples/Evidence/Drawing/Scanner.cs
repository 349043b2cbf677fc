namespace Avance.Samples.Evidence.Drawing;

/// <summary>Draws pages as a scanner at 200 dpi sees them: black on white, by whole numbers only, the same everywhere.</summary>
internal static class Scanner
{
    public const int Dpi = 200;

    private const int PointsPerInch = 72;
    private const int Width = 1654;
    private const int Height = 2339;

    /// <summary>The size of letters: pixels for a unit of the font, in tenths.</summary>
    private const int Scale = 11;
    private const int PenRadiusSquared = 2;

    /// <param name="height">Pixels from the upper edge that are kept: all of the page, or the part that a screen shows.</param>
    public static Bitmap Draw(IReadOnlyList<PlacedText> page, int height = Height)
    {
        var picture = new Bitmap(Width, height);
        foreach (var text in page)
        {
            var (left, baseLine) = (Pixels(text.X), Pixels(text.Y));
            foreach (var (fromX, fromY, toX, toY) in StrokeFont.Lines(text.Text))
            {
                // The base line of the font is 9 below its middle.
                Line(
                    picture,
                    left + Scaled(fromX),
                    baseLine + Scaled(fromY - 9),
                    left + Scaled(toX),
                    baseLine + Scaled(toY - 9)
                );
            }
        }

        return picture;
    }

    private static int Pixels(int points) => points * Dpi / PointsPerInch;

    private static int Scaled(int units) => units * Scale / 10;

    private static void Line(Bitmap picture, int fromX, int fromY, int toX, int toY)
    {
        var steps = Math.Max(1, Math.Max(Math.Abs(toX - fromX), Math.Abs(toY - fromY)));
        for (var step = 0; step <= steps; step++)
        {
            Pen(picture, fromX + ((toX - fromX) * step / steps), fromY + ((toY - fromY) * step / steps));
        }
    }

    private static void Pen(Bitmap picture, int x, int y)
    {
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if ((dx * dx) + (dy * dy) <= PenRadiusSquared)
                {
                    picture.Blacken(x + dx, y + dy);
                }
            }
        }
    }
}
