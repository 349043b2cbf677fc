using System.IO.Hashing;
using System.Text;

namespace Local.Tests.Hashing;

public sealed class Crc64Tests
{
    [Theory]
    [InlineData("", 0UL)]
    [InlineData("123456789", 0x6C40_DF5F_0B49_7347UL)]
    public void Hash_KnownVector_IsCrc64Ecma182BigEndian(string text, ulong expected)
    {
        var hash = Crc64.Hash(Encoding.ASCII.GetBytes(text));

        Convert.ToHexString(hash).ShouldBe(expected.ToString("X16"));
        Crc64.HashToUInt64(Encoding.ASCII.GetBytes(text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4_096)]
    public void Append_InChunks_EqualsTheWhole(int chunk)
    {
        var bytes = Bytes(10_000);
        var hash = new Crc64();

        foreach (var part in bytes.Chunk(chunk))
        {
            hash.Append(part);
        }

        hash.GetCurrentHash().ShouldBe(Crc64.Hash(bytes));
        hash.GetCurrentHashAsUInt64().ShouldBe(Crc64.HashToUInt64(bytes));
    }

    [Fact]
    public async Task Append_Stream_ReadsToTheEnd()
    {
        var bytes = Bytes(300_000);
        var sync = new Crc64();
        var async = new Crc64();

        sync.Append(new MemoryStream(bytes));
        await async.AppendAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);

        sync.GetCurrentHash().ShouldBe(Crc64.Hash(bytes));
        async.GetCurrentHash().ShouldBe(Crc64.Hash(bytes));
    }

    [Fact]
    public void GetCurrentHash_Twice_ChangesNothing()
    {
        var hash = new Crc64();
        hash.Append("12345"u8);
        hash.GetCurrentHash().ShouldBe(hash.GetCurrentHash());

        hash.Append("6789"u8);

        hash.GetCurrentHash().ShouldBe(Crc64.Hash("123456789"u8));
    }

    [Fact]
    public void GetHashAndReset_Always_StartsAgain()
    {
        var hash = new Crc64();
        hash.Append("something else"u8);
        hash.GetHashAndReset();

        hash.Append("123456789"u8);

        hash.GetHashAndReset().ShouldBe(Crc64.Hash("123456789"u8));
        hash.GetCurrentHash().ShouldBe(new byte[8]);
    }

    [Fact]
    public void Clone_AfterAppend_GoesOnAlone()
    {
        var hash = new Crc64();
        hash.Append("12345"u8);
        var clone = hash.Clone();

        clone.Append("6789"u8);

        clone.GetCurrentHash().ShouldBe(Crc64.Hash("123456789"u8));
        hash.GetCurrentHash().ShouldBe(Crc64.Hash("12345"u8));
    }

    [Fact]
    public void TryGet_ShortDestination_WritesNothingAndKeepsTheHash()
    {
        var hash = new Crc64();
        hash.Append("123456789"u8);
        var tooShort = new byte[hash.HashLengthInBytes - 1];

        hash.TryGetCurrentHash(tooShort, out var current).ShouldBeFalse();
        hash.TryGetHashAndReset(tooShort, out var reset).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => hash.GetCurrentHash(tooShort));
        Should.Throw<ArgumentException>(() => hash.GetHashAndReset(tooShort));

        (current, reset).ShouldBe((0, 0));
        tooShort.ShouldAllBe(value => value == 0);
        hash.GetCurrentHash().ShouldBe(Crc64.Hash("123456789"u8));
    }

    [Fact]
    public void GetCurrentHash_LongDestination_WritesOnlyTheHash()
    {
        var hash = new Crc64();
        hash.Append("123456789"u8);
        var longer = new byte[12];

        hash.GetCurrentHash(longer).ShouldBe(8);

        longer[..8].ShouldBe(Crc64.Hash("123456789"u8));
        longer[8..].ShouldBe(new byte[4]);
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(42).NextBytes(bytes);
        return bytes;
    }
}
