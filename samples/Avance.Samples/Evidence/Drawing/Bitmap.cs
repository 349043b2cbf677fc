namespace Avance.Samples.Evidence.Drawing;

/// <summary>A picture in black and white.</summary>
internal sealed class Bitmap(int width, int height)
{
    private readonly bool[] black = new bool[width * height];

    public int Width => width;

    public int Height => height;

    /// <summary>False outside of the picture.</summary>
    public bool IsBlack(int x, int y) => x >= 0 && y >= 0 && x < width && y < height && black[(y * width) + x];

    public void Blacken(int x, int y)
    {
        if (x >= 0 && y >= 0 && x < width && y < height)
        {
            black[(y * width) + x] = true;
        }
    }

    /// <summary>A byte a pixel, white as 255, a row after the other.</summary>
    public byte[] ToShades() => Array.ConvertAll(black, isBlack => isBlack ? (byte)0 : (byte)255);
}
