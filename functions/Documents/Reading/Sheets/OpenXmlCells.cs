using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>
/// Counts the visible sheets of a workbook that hold cells, and those cells, independently of the library that reads them: of
/// rows with the same number, for one, it gives the last only.
/// </summary>
internal static class OpenXmlCells
{
    /// <summary>Bytes of the sheets up to which cells are counted: a second reading of more takes seconds.</summary>
    private const long MaxCounted = 20 * ReadingOptions.Megabyte;

    public static SheetCells Count(Package package)
    {
        var parts = WorkbookParts
            .Of(package)
            .Sheets.Where(sheet => sheet.IsVisible)
            .Select(sheet => sheet.Part)
            .OfType<string>()
            .ToArray();
        var isSmall = parts.Sum(package.Length) <= MaxCounted;
        var counts = parts.Select(part => Count(package, part, isSmall ? long.MaxValue : 1)).ToArray();
        return new SheetCells(counts.Count(count => count > 0), isSmall ? counts.Sum() : 0);
    }

    /// <param name="most">Where counting ends.</param>
    private static long Count(Package package, string part, long most)
    {
        using var xml = package.TryOpenXml(part);
        long count = 0;
        var isUncounted = false;
        var inValue = false;
        while (count < most && xml?.Read() == true)
        {
            if (xml.IsStart)
            {
                // An error has no value.
                isUncounted = xml.Name == "c" ? xml.Attribute("t") != "e" : isUncounted;
                inValue = xml is { Name: "v" or "t", IsEmpty: false };
            }
            else if (xml.IsEnd)
            {
                inValue = false;
                isUncounted = isUncounted && xml.Name != "c";
            }
            else if (isUncounted && inValue && xml.IsText)
            {
                count++;
                isUncounted = false;
            }
        }

        return count;
    }
}
