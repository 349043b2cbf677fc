using Avance.Functions.Documents.Reading;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Tests.Documents.Reading;

public sealed class ReadingSlotsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(512, 2, 1)]
    [InlineData(2_048, 1, 1)]
    [InlineData(2_560, 4, 2)]
    [InlineData(4_096, 2, 3)]
    [InlineData(16_384, 2, 4)]
    [InlineData(262_144, 32, 64)]
    public void Count_ByDefault_IsWhatTheMemoryCarries(long megabytes, int processors, int expected) =>
        ReadingSlots.Count(new ReadingOptions(), megabytes * ReadingOptions.Megabyte, processors).ShouldBe(expected);

    [Theory]
    [InlineData(512, 512, 7)]
    [InlineData(512, 1_024, 3)]
    [InlineData(2_048, 1_024, 1)]
    public void Count_OfTheLargerProcess_Decides(int child, int tool, int expected) =>
        ReadingSlots
            .Count(
                new ReadingOptions { ChildMegabytes = child, ToolMegabytes = tool },
                4_096 * ReadingOptions.Megabyte,
                8
            )
            .ShouldBe(expected);

    [Fact]
    public void Count_OfTheSetting_IsTheSetting() =>
        ReadingSlots.Count(new ReadingOptions { AtOnce = 9 }, ReadingOptions.Megabyte, 1).ShouldBe(9);

    [Fact]
    public async Task Take_WhenAllAreTaken_WaitsForOneThatIsGivenBackOnce()
    {
        using var slots = Slots(1);
        var first = (await slots.TryTakeAsync(Cancel)).ShouldNotBeNull();
        var second = slots.TryTakeAsync(Cancel);
        var third = slots.TryTakeAsync(Cancel);
        second.IsCompleted.ShouldBeFalse();

        first.Dispose();
        first.Dispose();

        using (await second)
        {
            third.IsCompleted.ShouldBeFalse();
        }

        (await third).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task Take_CancelledWhileItWaits_EndsAndTakesNothing()
    {
        using var slots = Slots(1);
        using var cancellation = new CancellationTokenSource();
        var first = (await slots.TryTakeAsync(Cancel)).ShouldNotBeNull();
        var waiting = slots.TryTakeAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        first.Dispose();
        (await slots.TryTakeAsync(Cancel)).ShouldNotBeNull().Dispose();
    }

    private static ReadingSlots Slots(int count) =>
        new(Options.Create(new ReadingOptions { AtOnce = count }), TimeProvider.System);
}
