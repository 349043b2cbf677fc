namespace Avance.Functions.Documents.Reading;

/// <summary>Takes what a parser finds, piece by piece, so that nobody holds a large document twice.</summary>
internal interface IReadSink
{
    /// <summary>Says how many pages or slides there are.</summary>
    void Pages(int count);

    /// <summary>A paragraph or line. Its path is filled in later: a parser does not know where its bytes came from.</summary>
    void Text(string text, ReadLocation where);

    /// <summary>Begins a table, which ends where the next one begins.</summary>
    void Table(ReadLocation where);

    void Row(IReadOnlyList<string> cells, ReadLocation where);
}
