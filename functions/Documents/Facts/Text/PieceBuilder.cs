using System.Text;

namespace Avance.Functions.Documents.Facts.Text;

/// <summary>Puts lines one below the other into a <see cref="TextPiece"/>.</summary>
internal sealed class PieceBuilder
{
    // Enough for any page; a column that never ends must not grow into one text of megabytes.
    private const int MaxLength = 200_000;

    private readonly StringBuilder text = new();
    private readonly List<PlacedLine> places = [];

    /// <summary>The last line added.</summary>
    public Segment Last { get; private set; }

    public bool IsFull => text.Length > MaxLength;

    public void Add(Segment line, ReadLocation where)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        places.Add(new PlacedLine(text.Length, where));
        text.Append(line.Text);
        Last = line;
    }

    public TextPiece Build() => new(text.ToString(), places.ToValueList());
}
