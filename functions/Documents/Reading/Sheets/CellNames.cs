namespace Avance.Functions.Documents.Reading.Sheets;

internal static class CellNames
{
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    /// <returns>The name in a spreadsheet, for example A1.</returns>
    public static string Of(int column, int row)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return $"{name}{row}";
    }
}
