namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>Limits the bytes of an XML part and the distance between its tags, and those of all parts together.</summary>
internal sealed class GuardedPart(Stream inner, UnpackedBytes unpacked) : ReadOnlyStream
{
    private long length;
    private long gap;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        length += count;
        var read = buffer[..count];
        var first = read.IndexOf((byte)'<');
        unpacked.Add(count, length, gap + (first < 0 ? count : first));
        gap = first < 0 ? gap + count : count - read.LastIndexOf((byte)'<');
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
