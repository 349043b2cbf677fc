using System.Text;

namespace Avance.Functions.Documents.Reading.Rtf;

/// <summary>
/// Builds paragraphs and tables of Rich Text Format, which has no table: rows that follow each other are one, and only the end of
/// a cell says that the text before it was in one.
/// </summary>
internal sealed class RtfBlocks(IReadSink sink, ReadingOptions options)
{
    private readonly BlockBuilder blocks = new(sink, options);
    private readonly StringBuilder text = new();
    private bool inTable;
    private bool inRow;
    private bool isDefined;

    // Of the row's cells, whether each is merged with the one above.
    private readonly List<bool> merges = [];
    private bool isMerged;
    private int cell;

    public void Append(char sign)
    {
        if (text.Length > options.MillionCharacters * 1_000_000L)
        {
            throw new UnreadableException(ReadTrouble.TooLarge, "a paragraph of millions of characters");
        }

        text.Append(sign);
    }

    /// <summary>The cells of a row follow, and may hold paragraphs.</summary>
    public void DefineRow()
    {
        merges.Clear();
        (isDefined, isMerged) = (true, false);
    }

    /// <summary>The cell that is being defined is merged with the one above.</summary>
    public void Merge() => isMerged = true;

    public void EndCellDefinition()
    {
        if (merges.Count < options.Columns)
        {
            merges.Add(isMerged);
        }

        isMerged = false;
    }

    /// <param name="isInTable">True if the document says that the paragraph is in a cell.</param>
    public void EndParagraph(bool isInTable)
    {
        if (isInTable || isDefined || inRow)
        {
            text.Append('\n');
            return;
        }

        if (!string.IsNullOrWhiteSpace(text.ToString()))
        {
            EndTable();
            WriteText();
        }

        text.Clear();
    }

    public void EndCell()
    {
        if (!inTable)
        {
            blocks.StartTable();
            inTable = true;
        }

        if (!inRow)
        {
            blocks.StartRow();
            inRow = true;
        }

        blocks.StartCell();
        if (cell < merges.Count && merges[cell])
        {
            blocks.Merge();
        }

        WriteText();
        blocks.EndCell();
        cell++;
    }

    public void EndRow()
    {
        blocks.EndRow();
        (inRow, isDefined, cell) = (false, false, 0);
    }

    public void End()
    {
        EndRow();
        EndParagraph(isInTable: false);
        blocks.End();
    }

    private void EndTable()
    {
        if (inTable)
        {
            blocks.EndTable();
        }

        inTable = false;
    }

    private void WriteText()
    {
        blocks.StartParagraph();
        blocks.Append(text.ToString());
        blocks.EndParagraph();
        text.Clear();
    }
}
