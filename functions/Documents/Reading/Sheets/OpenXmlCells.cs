using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>Counts the visible sheets of a workbook that hold cells, independently of the library that reads them.</summary>
internal static class OpenXmlCells
{
    public static SheetCells Count(Package package) =>
        new(
            WorkbookParts
                .Of(package)
                .Sheets.Count(sheet => sheet is { IsVisible: true, Part: { } part } && HasCells(package, part)),
            0
        );

    private static bool HasCells(Package package, string part)
    {
        using var xml = package.TryOpenXml(part);
        var inCell = 0;
        while (xml?.Read() == true)
        {
            if (xml.IsStart && xml is { Name: "v" or "t", IsEmpty: false })
            {
                inCell++;
            }
            else if (xml.IsEnd && xml.Name is "v" or "t")
            {
                inCell = 0;
            }
            else if (inCell > 0 && xml.IsText)
            {
                return true;
            }
            else if (xml is { IsStart: true, Name: "headerFooter" or "drawing" })
            {
                break;
            }
        }

        return false;
    }
}
