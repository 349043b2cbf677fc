namespace Avance.Functions.Documents.Facts.Text;

/// <param name="Start">Position of the line's first character in its piece.</param>
/// <param name="Where">Where the line stands.</param>
public readonly record struct PlacedLine(int Start, ReadLocation Where);
