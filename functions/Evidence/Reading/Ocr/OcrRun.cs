namespace Avance.Functions.Evidence.Reading.Ocr;

/// <summary>Recognises the pages of one document, as long as there are pages and seconds left for it.</summary>
internal sealed class OcrRun(ReadingOptions options, ReadingBudget budget, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();

    /// <summary>True once a page was looked at, also when there was no text on it.</summary>
    public bool HasLooked { get; private set; }

    /// <summary>What was the trouble with the last page that could not be recognised.</summary>
    public ReadTrouble? Trouble { get; private set; }

    public string? Detail { get; private set; }

    /// <summary>False when the rest is for the next run.</summary>
    public bool TryStartPage() =>
        time.GetElapsedTime(started) < TimeSpan.FromSeconds(options.OcrSeconds) && budget.TryTakeOcrPage();

    /// <summary>The text of a page; empty when there is trouble with this page alone: the others go on.</summary>
    public async Task<string> TryAsync(Func<Task<string>> recognise)
    {
        try
        {
            var text = await recognise();
            HasLooked = true;
            return text;
        }
        catch (UnreadableException trouble) when (trouble.Trouble != ReadTrouble.ToolMissing)
        {
            (Trouble, Detail) = (trouble.Trouble, trouble.Detail);
            return "";
        }
    }
}
