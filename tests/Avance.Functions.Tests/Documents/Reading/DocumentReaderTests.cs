using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Tests.Documents.Reading;

public sealed class DocumentReaderTests
{
    [Fact]
    public async Task Read_WholeFileTakesTooLong_IsSaid()
    {
        var reading = await ReadAsync(CancellationToken.None);

        reading.Trouble().ShouldBe(ReadTrouble.TookTooLong);
    }

    [Fact]
    public async Task Read_CallerGivesUp_IsNoTroubleOfTheDocument()
    {
        using var caller = new CancellationTokenSource(100);

        await Should.ThrowAsync<OperationCanceledException>(() => ReadAsync(caller.Token));
    }

    private static async Task<DocumentReading> ReadAsync(CancellationToken caller)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "informe", TestContext.Current.CancellationToken);
            using var reader = new DocumentReader(
                [new EndlessReader()],
                new ReadingOptions { FileSeconds = 1 },
                TimeProvider.System
            );
            return await reader
                .ReadAsync(file, "informe.txt", caller)
                .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed class EndlessReader : IDocumentReader
    {
        public string Id => "endless";

        public int Version => 1;

        public IReadOnlyList<EvidenceFormat> Formats => [EvidenceFormat.Txt];

        public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("It ended.");
        }
    }
}
