namespace Avance.Functions.Plans.Import;

/// <summary>The sheet Unidades.</summary>
internal static class UnitSheet
{
    /// <summary>The units whose code can be read; where another cell is wrong, a problem says so.</summary>
    public static List<Unit> Parse(SheetReader sheet)
    {
        var units = new List<(RowReader Row, Unit Unit)>();
        foreach (var row in sheet.Rows)
        {
            var code = row.Value<UnitCode>(UnitColumns.Code);
            var name = row.Text(UnitColumns.Name, Unit.MaxName);
            var aliases = row.List(UnitColumns.Aliases, 1_000, ';', '\n');
            var kind = row.IsEmpty(UnitColumns.Kind)
                ? UnitKind.Office
                : row.Choice(UnitColumns.Kind, ImportWords.UnitKinds);
            if (code is { } valid)
            {
                units.Add((row, new Unit(valid, name, [.. aliases], kind ?? UnitKind.Office)));
            }
        }

        FindDuplicates(units);
        return [.. units.Select(pair => pair.Unit)];
    }

    /// <summary>A name must mean one unit: codes are unique, and no alias is another unit's code or alias.</summary>
    private static void FindDuplicates(List<(RowReader Row, Unit Unit)> units)
    {
        var owners = new Dictionary<string, RowReader>(StringComparer.OrdinalIgnoreCase);
        foreach (var (row, unit) in units)
        {
            if (!owners.TryAdd(unit.Code.ToString(), row))
            {
                row.AddProblem(UnitColumns.Code, "repeated", owners[unit.Code.ToString()].Number);
            }
        }

        foreach (var (row, unit) in units)
        {
            foreach (var alias in unit.Aliases.Select(Unit.WithoutEx))
            {
                if (!owners.TryAdd(alias, row) && owners[alias] != row)
                {
                    row.AddProblem(UnitColumns.Aliases, "alias-repeated", alias, owners[alias].Number);
                }
            }
        }
    }
}
