namespace Avance.Functions.Documents.Reading;

/// <summary>Receives what a parser finds, piece by piece, so that a large document is not in memory twice.</summary>
internal interface IReadSink
{
    /// <summary>Reports the number of pages or slides.</summary>
    void Pages(int count);

    /// <summary>A paragraph or line. Its path is filled in later, since a parser does not know its document's containers.</summary>
    void Text(string text, ReadLocation where);

    /// <summary>Begins a table, which ends where the next one begins.</summary>
    /// <param name="isGuess">True if its text is given as well: beyond a limit the table is left out, and the text kept.</param>
    void Table(ReadLocation where, bool isGuess = false);

    /// <summary>Reports pages, pictures or sheets that hold something that could not be read.</summary>
    void Unread(int count);

    /// <param name="merged">See <see cref="TableRow.Merged"/>.</param>
    void Row(IReadOnlyList<string> cells, ReadLocation where, IReadOnlyList<int>? merged = null);
}
