namespace Avance.Functions.Documents.Reading;

/// <summary>The remaining limits of one file of evidence and all documents in it, all levels together.</summary>
/// <param name="caller">Cancelled if the caller gives up, not if a limit is reached.</param>
internal sealed class ReadingBudget(ReadingOptions options, CancellationToken caller)
{
    private int entries = options.Entries;
    private int ocrPages = options.OcrPages;
    private TimeSpan ocrTime = TimeSpan.FromSeconds(options.OcrSeconds);

    public CancellationToken Caller => caller;

    /// <summary>Bytes that may still be unpacked.</summary>
    public long Bytes { get; private set; } = options.UnpackedBytes;

    public bool TryTakeEntries(int count) => (entries -= count) >= 0;

    public bool TryTakeOcrPage() => ocrTime > TimeSpan.Zero && ocrPages > 0 && ocrPages-- > 0;

    public void TakeOcrTime(TimeSpan time) => ocrTime -= time;

    public void TakeBytes(long count) => Bytes -= count;
}
