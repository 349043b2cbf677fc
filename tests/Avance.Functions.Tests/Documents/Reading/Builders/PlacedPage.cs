using System.Globalization;
using System.Text;
using Avance.Samples.Evidence.Drawing;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>A page of a PDF with text at places, in points from the left and the top.</summary>
internal sealed class PlacedPage(int width = 595, int height = 842)
{
    private const double Size = 9;

    private readonly StringBuilder content = new();

    public int Width => width;

    public int Height => height;

    public string Content => content.ToString();

    public static double WidthOf(string text) => text.Sum(StrokeFont.Width) * 0.036 * Size;

    /// <param name="y">Of the line on which the letters stand.</param>
    public PlacedPage Text(double x, double y, string text)
    {
        var escaped = text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
        content.Append(
            CultureInfo.InvariantCulture,
            $"BT /F {Size} Tf {x:0.##} {height - y:0.##} Td ({escaped}) Tj ET "
        );
        return this;
    }

    public PlacedPage Line(double fromX, double fromY, double toX, double toY)
    {
        content.Append(
            CultureInfo.InvariantCulture,
            $"0.6 w {fromX:0.##} {height - fromY:0.##} m {toX:0.##} {height - toY:0.##} l S "
        );
        return this;
    }
}
