using System.ComponentModel;

namespace System.IO.Hashing;

/// <summary>
/// The base class of hashes that guard against accidents, not against attackers. Azure.Storage.Common derives its
/// own CRC-64 from it.
/// </summary>
/// <remarks>https://learn.microsoft.com/dotnet/api/system.io.hashing.noncryptographichashalgorithm</remarks>
/// <param name="hashLengthInBytes">The length of the hash, at least 1 byte.</param>
public abstract class NonCryptographicHashAlgorithm(int hashLengthInBytes)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>The length of the hash in bytes.</summary>
    public int HashLengthInBytes { get; } =
        hashLengthInBytes >= 1
            ? hashLengthInBytes
            : throw new ArgumentOutOfRangeException(nameof(hashLengthInBytes), hashLengthInBytes, message: null);

    public abstract void Append(ReadOnlySpan<byte> source);

    public abstract void Reset();

    protected abstract void GetCurrentHashCore(Span<byte> destination);

    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(source.AsSpan());
    }

    /// <summary>Reads the rest of the stream into the hash.</summary>
    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var sink = new HashStream(this);
        stream.CopyTo(sink, BufferBytes);
    }

    /// <summary>Reads the rest of the stream into the hash.</summary>
    public async Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await using var sink = new HashStream(this);
        await stream.CopyToAsync(sink, BufferBytes, cancellationToken).ConfigureAwait(false);
    }

    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Returns how many bytes were written.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than the hash.</exception>
    public int GetCurrentHash(Span<byte> destination) =>
        TryGetCurrentHash(destination, out var written) ? written : throw TooShort(nameof(destination));

    public bool TryGetCurrentHash(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashLengthInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        GetCurrentHashCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    /// <summary>Returns how many bytes were written.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than the hash.</exception>
    public int GetHashAndReset(Span<byte> destination) =>
        TryGetHashAndReset(destination, out var written) ? written : throw TooShort(nameof(destination));

    /// <summary>Resets only when the destination is long enough.</summary>
    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashLengthInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        GetHashAndResetCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    /// <summary>Not the computed hash: this object has no use as a key of a dictionary.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Use GetCurrentHash() to retrieve the computed hash code.", error: true)]
#pragma warning disable CA1065, CS0809 // The official type throws as well, so that nobody takes it for the hash.
    public override int GetHashCode() => throw new NotSupportedException("Use GetCurrentHash().");
#pragma warning restore CA1065, CS0809

    private static ArgumentException TooShort(string parameter) =>
        new("Destination is shorter than the hash.", parameter);

    /// <summary>Lets CopyTo do the buffering, also for streams that can hand over their memory.</summary>
    private sealed class HashStream(NonCryptographicHashAlgorithm hash) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(ReadOnlySpan<byte> buffer) => hash.Append(buffer);

        public override void Write(byte[] buffer, int offset, int count) => hash.Append(buffer.AsSpan(offset, count));

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            hash.Append(buffer.AsSpan(offset, count));
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.Append(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
