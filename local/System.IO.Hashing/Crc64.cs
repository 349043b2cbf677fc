using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>
/// CRC-64/ECMA-182: polynomial 0x42F0E1EBA9EA3693, not reflected, initial value and final XOR 0, written big-endian.
/// </summary>
/// <remarks>https://ecma-international.org/publications-and-standards/standards/ecma-182/, annex B</remarks>
public sealed class Crc64() : NonCryptographicHashAlgorithm(Size)
{
    private const int Size = sizeof(ulong);
    private const ulong Polynomial = 0x42F0_E1EB_A9EA_3693;
    private static readonly ulong[] Table = [.. Enumerable.Range(0, 256).Select(Remainder)];

    private ulong crc;

    public override void Append(ReadOnlySpan<byte> source) => crc = Update(crc, source);

    public override void Reset() => crc = 0;

    /// <summary>A copy that goes on from what has been appended so far.</summary>
    public Crc64 Clone() => new() { crc = crc };

    public ulong GetCurrentHashAsUInt64() => crc;

    public static byte[] Hash(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Hash(source.AsSpan());
    }

    public static byte[] Hash(ReadOnlySpan<byte> source)
    {
        var hash = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(hash, Update(0, source));
        return hash;
    }

    public static ulong HashToUInt64(ReadOnlySpan<byte> source) => Update(0, source);

    protected override void GetCurrentHashCore(Span<byte> destination) =>
        BinaryPrimitives.WriteUInt64BigEndian(destination, crc);

    private static ulong Update(ulong crc, ReadOnlySpan<byte> source)
    {
        foreach (var value in source)
        {
            crc = Table[(crc >> 56) ^ value] ^ (crc << 8);
        }

        return crc;
    }

    private static ulong Remainder(int value)
    {
        var remainder = (ulong)value << 56;
        for (var bit = 0; bit < 8; bit++)
        {
            remainder = (remainder & (1UL << 63)) == 0 ? remainder << 1 : (remainder << 1) ^ Polynomial;
        }

        return remainder;
    }
}
