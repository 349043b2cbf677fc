using Avance.Functions.Documents.Reading.Layout;

namespace Avance.Functions.Documents.Reading.Ocr;

/// <summary>
/// Recognises the pages of one document within the budget of pages and seconds of its file. A file continues in a next run;
/// the remaining pages of a document within another one are counted as unread.
/// </summary>
internal sealed class OcrRun(EvidenceFile file, TimeProvider time)
{
    /// <summary>True once a page was recognised, even if it had no text.</summary>
    public bool HasRecognised { get; private set; }

    /// <summary>Count of pages that could not be recognised.</summary>
    public int Unread { get; private set; }

    /// <summary>The trouble with the last of them.</summary>
    public ReadTrouble? Trouble { get; private set; }

    public string? Detail { get; private set; }

    /// <returns>
    /// The words of the page; none if this page cannot be recognised, which does not affect the others. Null if it and the
    /// following pages are left to the next run.
    /// </returns>
    public async Task<PageWords?> TryAsync(Func<Task<PageWords>> recognise)
    {
        var budget = file.Contained.Budget;
        if (!budget.TryTakeOcrPage())
        {
            return file.Inside.Count == 0
                ? null
                : MarkUnread(ReadTrouble.TookTooLong, "more pages than one run recognises");
        }

        var started = time.GetTimestamp();
        try
        {
            var text = await recognise();
            HasRecognised = true;
            return text;
        }
        catch (UnreadableException trouble) when (trouble.Trouble != ReadTrouble.ToolMissing)
        {
            return MarkUnread(trouble.Trouble, trouble.Detail);
        }
        finally
        {
            budget.TakeOcrTime(time.GetElapsedTime(started));
        }
    }

    /// <summary>Counts a page or picture as unread.</summary>
    /// <returns>No words.</returns>
    public PageWords MarkUnread(ReadTrouble trouble, string? detail)
    {
        Unread++;
        (Trouble, Detail) = (trouble, detail);
        return PageWords.Empty;
    }
}
