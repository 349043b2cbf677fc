namespace Avance.Samples.Evidence;

/// <summary>A paragraph or a table of a <see cref="Paper"/>.</summary>
/// <param name="Rows">A paragraph is one row of one cell.</param>
/// <param name="Notes">What is to be noted down of which row, from 0.</param>
internal sealed record Block(string[][] Rows, IReadOnlyList<(int Row, Note Note)> Notes)
{
    public bool IsTable => Rows is not [[_]];

    public string Text => Rows[0][0];
}
