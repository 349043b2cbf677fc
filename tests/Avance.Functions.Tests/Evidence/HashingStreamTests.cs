using System.Security.Cryptography;
using Avance.Functions.Evidence;

namespace Avance.Functions.Tests.Evidence;

public sealed class HashingStreamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_ToTheEnd_KnowsCountAndHash()
    {
        var content = RandomNumberGenerator.GetBytes(100_000);
        await using var stream = new HashingStream(new MemoryStream(content), content.Length);

        await stream.CopyToAsync(Stream.Null, 1_000, Cancel);

        stream.Count.ShouldBe(content.Length);
        stream.Sha256().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    [Fact]
    public async Task Read_OneByteOverTheLimit_Stops()
    {
        await using var stream = new HashingStream(new MemoryStream(new byte[1_001]), 1_000);

        await Should.ThrowAsync<FileTooLargeException>(() => stream.CopyToAsync(Stream.Null, Cancel));
    }
}
