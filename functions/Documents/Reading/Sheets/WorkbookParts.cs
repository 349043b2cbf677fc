using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>The parts of a workbook of Open XML, by the relations between them: each writer names them in its own way.</summary>
/// <param name="Sheets">
/// In the order of the workbook, with those of charts and macros, which count as hidden; the part is null if it is missing.
/// </param>
internal sealed record WorkbookParts(
    string Workbook,
    string? Strings,
    string? Styles,
    IReadOnlyList<(string Id, string? Part, bool IsVisible)> Sheets
)
{
    public static WorkbookParts Of(Package package)
    {
        var main = Relations.MainPart(package, "xl/workbook.xml");
        var relations = Relations.Of(package, main);
        var sheets = new List<(string, string?, bool)>();
        using var xml = package.OpenXml(main);
        while (xml.Read())
        {
            if (xml is { IsStart: true, Name: "sheet" })
            {
                var id = xml.LastAttribute("id") ?? "";
                var relation = relations.FirstOrDefault(relation => relation.Id == id);
                var isVisible =
                    (xml.Attribute("state") is null or "visible")
                    && relation?.Type.EndsWith("/worksheet", StringComparison.Ordinal) == true;
                sheets.Add((id, relation?.Target, isVisible));
            }
        }

        return new WorkbookParts(main, Target("/sharedStrings"), Target("/styles"), sheets);

        string? Target(string kind) =>
            relations.FirstOrDefault(relation => relation.Type.EndsWith(kind, StringComparison.Ordinal))?.Target;
    }
}
