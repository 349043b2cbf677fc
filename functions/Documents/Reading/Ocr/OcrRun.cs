namespace Avance.Functions.Documents.Reading.Ocr;

/// <summary>
/// Recognises the pages of one document, as long as there are pages and seconds left for its file. A file is read on in a
/// next run; of a document in another one the rest stays unread, and is counted.
/// </summary>
internal sealed class OcrRun(EvidenceFile file, TimeProvider time)
{
    /// <summary>True once a page was looked at, also when there was no text on it.</summary>
    public bool HasLooked { get; private set; }

    /// <summary>How many pages there was trouble with.</summary>
    public int Unread { get; private set; }

    /// <summary>What was the trouble with the last of them.</summary>
    public ReadTrouble? Trouble { get; private set; }

    public string? Detail { get; private set; }

    /// <returns>
    /// The text of a page; empty when there is trouble with this page alone: the others go on. Null when it and the others
    /// are for the next run.
    /// </returns>
    public async Task<string?> TryAsync(Func<Task<string>> recognise)
    {
        var budget = file.Contained.Budget;
        if (!budget.TryTakeOcrPage())
        {
            return file.Inside.Count == 0 ? null : Leave(ReadTrouble.TookTooLong, "more pages than one run recognises");
        }

        var started = time.GetTimestamp();
        try
        {
            var text = await recognise();
            HasLooked = true;
            return text;
        }
        catch (UnreadableException trouble) when (trouble.Trouble != ReadTrouble.ToolMissing)
        {
            return Leave(trouble.Trouble, trouble.Detail);
        }
        finally
        {
            budget.TakeOcrTime(time.GetElapsedTime(started));
        }
    }

    /// <summary>Counts a page or picture that is not recognised.</summary>
    /// <returns>Its text: none.</returns>
    public string Leave(ReadTrouble trouble, string? detail)
    {
        Unread++;
        (Trouble, Detail) = (trouble, detail);
        return "";
    }
}
