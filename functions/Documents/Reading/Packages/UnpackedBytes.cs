namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>Counts the bytes of the XML of one document against its limits.</summary>
internal sealed class UnpackedBytes(ReadingOptions options, CancellationToken cancellationToken)
{
    private long total;

    /// <param name="part">Bytes of the part so far.</param>
    /// <param name="node">Bytes since its last tag.</param>
    public void Add(int count, long part, long node)
    {
        cancellationToken.ThrowIfCancellationRequested();
        total += count;
        if (
            part > options.XmlPartMegabytes * ReadingOptions.Megabyte
            || total > options.UnpackedBytes
            || node > options.XmlNodeMegabytes * ReadingOptions.Megabyte
        )
        {
            throw new UnreadableException(ReadTrouble.TooLarge, $"a part of more than {part} bytes");
        }
    }
}
