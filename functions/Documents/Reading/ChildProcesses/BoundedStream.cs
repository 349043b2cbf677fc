using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>A stream that throws beyond a given length.</summary>
internal sealed class BoundedStream(Stream inner, long maxLength) : ReadOnlyStream
{
    private long length;

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) => Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private int Counted(int count)
    {
        length += count;
        return length <= maxLength
            ? count
            : throw new UnreadableException(ReadTrouble.TooLarge, $"more than {maxLength} bytes of output");
    }
}
