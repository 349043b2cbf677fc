using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;

namespace Avance.Functions.Tests.Documents.Reading;

public sealed class OcrRunTests
{
    private static readonly PageWords Words = new([new LayoutWord("texto", 0, 0, 50, 10)]);

    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch);
    private readonly ReadingOptions options = new() { OcrSeconds = 10, OcrPages = 5 };

    [Fact]
    public async Task TryAsync_DocumentsOfOneFile_ShareTheSeconds()
    {
        var first = Run("fotos.docx");
        var second = Run("lista.pdf", first.Budget);

        (await first.Run.TryAsync(() => TakeAsync(6))).ShouldBe(Words);
        (await second.Run.TryAsync(() => TakeAsync(6))).ShouldBe(Words);
        (await second.Run.TryAsync(() => TakeAsync(6))).ShouldBe(PageWords.Empty);

        (first.Run.Unread, second.Run.Unread, second.Run.Trouble).ShouldBe((0, 1, ReadTrouble.TookTooLong));
    }

    [Fact]
    public async Task TryAsync_LongBeforeTheFirstPage_RecognisesItAllTheSame()
    {
        var (run, _) = Run();
        time.Advance(TimeSpan.FromMinutes(1));

        (await run.TryAsync(() => TakeAsync(60))).ShouldBe(Words, "else the next run would stop there as well");
        (await run.TryAsync(() => TakeAsync(1))).ShouldBeNull();
    }

    private Task<PageWords> TakeAsync(int seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult(Words);
    }

    /// <param name="name">Of a document in a ZIP; null for a file by itself.</param>
    private (OcrRun Run, ReadingBudget Budget) Run(string? name = null, ReadingBudget? shared = null)
    {
        var budget = shared ?? new ReadingBudget(options, TestContext.Current.CancellationToken);
        ValueList<string> inside = name is null ? [] : [name];
        var contained = new ContainedReader(new DocumentReader([], options, time), options, budget, inside);
        return (new OcrRun(new EvidenceFile("", name ?? "", inside, contained), time), budget);
    }
}
