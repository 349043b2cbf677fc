using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.CompoundFiles;

/// <summary>The bytes of a stream, sector by sector.</summary>
/// <param name="positions">Where its sectors begin in the file.</param>
internal sealed class CompoundStream(Stream content, long length, IEnumerator<long> positions, int sectorSize)
    : ReadOnlyStream
{
    private long left = length;
    private long position;
    private int leftOfSector;

    public override int Read(Span<byte> buffer)
    {
        if (left == 0 || buffer.IsEmpty)
        {
            return 0;
        }

        if (leftOfSector == 0)
        {
            if (!positions.MoveNext())
            {
                throw new InvalidDataException("A stream is shorter than it says.");
            }

            (position, leftOfSector) = (positions.Current, sectorSize);
        }

        content.Position = position;
        var count = content.Read(buffer[..(int)Math.Min(Math.Min(buffer.Length, leftOfSector), left)]);
        if (count == 0)
        {
            throw new InvalidDataException("A sector outside of the file.");
        }

        position += count;
        leftOfSector -= count;
        left -= count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            positions.Dispose();
        }

        base.Dispose(disposing);
    }
}
