using Avance.Functions.Storage;
using Azure;
using Azure.Identity;

namespace Avance.Functions.Tests.Storage;

public sealed class StorageFailureTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(412, false)]
    public void IsOutage_StatusOfTheStorage_TellsAnOutageFromANo(int status, bool expected)
    {
        var error = new RequestFailedException(status, "x");

        StorageFailure.IsOutage(error).ShouldBe(expected);
        StorageFailure.IsOutage(new AggregateException(error, error)).ShouldBe(expected);
    }

    [Fact]
    public void IsOutage_TryThatTookTooLong_IsOne()
    {
        StorageFailure.IsOutage(new TaskCanceledException()).ShouldBeTrue();
        StorageFailure.IsOutage(new AggregateException(new TaskCanceledException())).ShouldBeTrue();
    }

    [Fact]
    public void IsOutage_IdentityThatCannotBeProved_IsOne()
    {
        StorageFailure.IsOutage(new CredentialUnavailableException("x")).ShouldBeTrue();
    }

    [Fact]
    public void IsOutage_AnythingElse_IsNone()
    {
        StorageFailure.IsOutage(new InvalidOperationException()).ShouldBeFalse();
        StorageFailure
            .IsOutage(new AggregateException(new RequestFailedException(503, "x"), new InvalidOperationException()))
            .ShouldBeFalse();
    }
}
