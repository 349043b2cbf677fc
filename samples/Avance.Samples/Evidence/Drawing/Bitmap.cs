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

    /// <summary>Eight pixels a byte, the left one first, white as 1; each row begins a byte.</summary>
    public byte[] ToBytes()
    {
        var stride = (width + 7) / 8;
        var bytes = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < stride * 8; x++)
            {
                bytes[(y * stride) + (x / 8)] |= (byte)(IsBlack(x, y) ? 0 : 0x80 >> (x % 8));
            }
        }

        return bytes;
    }
}
