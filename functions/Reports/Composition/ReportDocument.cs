using System.Text.Json.Serialization;

namespace Avance.Functions.Reports.Composition;

/// <summary>
/// A report as people read it, whatever it is written as: Word, a page. Its figures are those of the compiled rows.
/// </summary>
/// <param name="Cover">The first page.</param>
/// <param name="Sections">In their order; a table of contents is made of their titles.</param>
public sealed record ReportDocument(ReportCover Cover, ValueList<ReportSection> Sections)
{
    /// <summary>True for a document of few pages: it has no table of contents, and begins below its title.</summary>
    [JsonIgnore]
    public bool IsShort { get; init; }
}
