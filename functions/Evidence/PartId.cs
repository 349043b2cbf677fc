using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Avance.Functions.Evidence;

/// <summary>
/// Identifies a part of a file by its sender, its place and its content: the same part again has the same id, other content
/// has another.
/// </summary>
public sealed class PartId
{
    // As long as the ids that the SDK gives to blocks: all ids of one blob must have the same length
    // (https://learn.microsoft.com/rest/api/storageservices/put-block).
    private const int OwnerBytes = 12;
    private const int NumberBytes = sizeof(int);
    private const int Bytes = OwnerBytes + NumberBytes + SHA256.HashSizeInBytes;

    private readonly byte[] bytes;

    private PartId(byte[] bytes) => this.bytes = bytes;

    /// <summary>Its place in the file, from 1.</summary>
    public int Number => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(OwnerBytes));

    /// <param name="by">The sender's <see cref="Caller.Name"/>: a file is made of the parts of one sender only.</param>
    /// <param name="number">From 1.</param>
    public static PartId Of(string by, int number, ReadOnlySpan<byte> content) =>
        OfHash(by, number, SHA256.HashData(content));

    /// <inheritdoc cref="Of"/>
    /// <param name="hash">SHA-256 of the content.</param>
    public static PartId OfHash(string by, int number, ReadOnlySpan<byte> hash)
    {
        var part = new byte[Bytes];
        Owner(by).CopyTo(part);
        BinaryPrimitives.WriteInt32BigEndian(part.AsSpan(OwnerBytes), number);
        hash.CopyTo(part.AsSpan(OwnerBytes + NumberBytes));
        return new PartId(part);
    }

    /// <summary>False for a block that was not staged by this app.</summary>
    public static bool TryParse(string blockId, out PartId part)
    {
        var decoded = new byte[Bytes];
        part = new PartId(decoded);
        return Convert.TryFromBase64String(blockId, decoded, out var length) && length == Bytes;
    }

    public bool IsBy(string by) => bytes.AsSpan(0, OwnerBytes).SequenceEqual(Owner(by));

    public bool IsOf(ReadOnlySpan<byte> content) =>
        bytes.AsSpan(OwnerBytes + NumberBytes).SequenceEqual(SHA256.HashData(content));

    public string ToBlockId() => Convert.ToBase64String(bytes);

    private static ReadOnlySpan<byte> Owner(string by) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(by)).AsSpan(0, OwnerBytes);
}
