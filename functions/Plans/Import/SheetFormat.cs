namespace Avance.Functions.Plans.Import;

/// <summary>A sheet of the import format.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Title">Its name in a workbook, and of its CSV file.</param>
/// <param name="Columns">Its columns, in the order in which samples have them.</param>
public sealed record SheetFormat(string Name, string Title, params Column[] Columns)
{
    /// <summary>True if a file may leave it out; the plan then keeps what it has.</summary>
    public bool IsOptional { get; init; }

    public bool IsCalled(string text)
    {
        var normal = HeaderText.Normal(text);
        return normal == HeaderText.Normal(Title) || normal == HeaderText.Normal(Name);
    }
}
