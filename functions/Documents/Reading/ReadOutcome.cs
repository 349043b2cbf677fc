namespace Avance.Functions.Documents.Reading;

/// <summary>The outcome of reading one document: text or a trouble, never an exception.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <param name="Text">Its own text, without that of the documents in it.</param>
    /// <param name="Contained">The documents of a ZIP or a mail, in their order, each with its own outcome.</param>
    /// <param name="NextPage">
    /// Set if pages are left that would have taken too long to recognise: the file must be read again from that page on.
    /// </param>
    public sealed record Read(DocumentText Text, ValueList<DocumentReading> Contained, int? NextPage = null)
        : ReadOutcome
    {
        public Read(DocumentText text)
            : this(text, []) { }
    }

    /// <param name="Detail">For the log, in English: a limit, a type, an exception.</param>
    public sealed record Unreadable(ReadTrouble Trouble, string? Detail = null) : ReadOutcome;
}
