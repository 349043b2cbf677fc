namespace Avance.Samples.Evidence.Drawing;

/// <summary>A page as a telephone takes it: a little tilted, in uneven light, with noise.</summary>
internal static class Photograph
{
    private const int Tilt = 150;
    private const int Light = 236;
    private const int Dark = 40;

    /// <summary>Shades of grey, a row after the other.</summary>
    public static byte[] Take(Bitmap page)
    {
        var pixels = new byte[page.Width * page.Height];
        var noise = 20_231_115u;
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                // Darker towards the lower right corner.
                var shade = Light - (x * 24 / page.Width) - (y * 24 / page.Height);
                noise = (noise * 1_664_525u) + 1_013_904_223u;
                var isInk = page.IsBlack(x, y - (x / Tilt));
                pixels[(y * page.Width) + x] = (byte)((isInk ? Dark : shade) + (int)(noise >> 30));
            }
        }

        return pixels;
    }
}
