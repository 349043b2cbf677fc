namespace Avance.Functions.Reports.Workbooks;

/// <summary>A column of a sheet.</summary>
/// <param name="Name">Its name in the report table.</param>
/// <param name="Title">The same in Spanish, unique in the sheet.</param>
/// <param name="Detail">What it says, in Spanish.</param>
/// <param name="Format">How its cells are shown.</param>
public sealed record SheetColumn(string Name, string Title, string Detail, ColumnFormat Format)
{
    private const int LongText = 60;
    private const int ShortText = 20;
    private const int Narrow = 12;
    private const int OfInstants = 17;

    /// <summary>Columns of sentences.</summary>
    private static readonly string[] Long =
    [
        "Body",
        "Content",
        "DocumentsCited",
        "Evaluation",
        "EvidenceRequired",
        "Figures",
        "LegalBasis",
        "Links",
        "Meaning",
        "Name",
        "Notes",
        "Text",
        "Title",
        "UnitName",
        "WorkingGroup",
    ];

    /// <summary>In characters: room for the title with the button of the filter.</summary>
    public int Width =>
        Math.Max(
            Title.Length + 4,
            Format switch
            {
                ColumnFormat.Text => Long.Contains(Name, StringComparer.Ordinal) ? LongText : ShortText,
                ColumnFormat.Instant => OfInstants,
                _ => Narrow,
            }
        );
}
