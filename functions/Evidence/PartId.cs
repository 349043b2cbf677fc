using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Avance.Functions.Evidence;

/// <summary>
/// Names one part of a file that is sent in parts: who sends it, its place, and its content. The same part
/// again has the same name, and other content another one.
/// </summary>
public sealed class PartId
{
    // As long as the names that the SDK gives to blocks: those of one blob must all have the same length
    // (https://learn.microsoft.com/rest/api/storageservices/put-block).
    private const int OwnerBytes = 12;
    private const int NumberBytes = sizeof(int);
    private const int Bytes = OwnerBytes + NumberBytes + SHA256.HashSizeInBytes;

    private readonly byte[] bytes;

    private PartId(byte[] bytes) => this.bytes = bytes;

    /// <summary>Its place in the file, from 1.</summary>
    public int Number => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(OwnerBytes));

    /// <param name="by">Who sends it, as <see cref="Caller.Name"/>: nobody else's parts are used.</param>
    /// <param name="number">From 1.</param>
    /// <param name="content">All of it.</param>
    public static PartId Of(string by, int number, ReadOnlySpan<byte> content) =>
        OfHash(by, number, SHA256.HashData(content));

    /// <inheritdoc cref="Of"/>
    /// <param name="hash">SHA-256 of its content.</param>
    public static PartId OfHash(string by, int number, ReadOnlySpan<byte> hash)
    {
        var part = new byte[Bytes];
        Owner(by).CopyTo(part);
        BinaryPrimitives.WriteInt32BigEndian(part.AsSpan(OwnerBytes), number);
        hash.CopyTo(part.AsSpan(OwnerBytes + NumberBytes));
        return new PartId(part);
    }

    /// <summary>False for a block that was put there in another way.</summary>
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
