using Avance.Functions.Plans.WorkPlans;

namespace Avance.Functions.Plans.Import;

/// <summary>The sheet Productos of a work plan.</summary>
internal static class ProductSheet
{
    private const int MaxBodies = 2_000;

    /// <summary>The products whose number can be read; where another cell is wrong, a problem says so.</summary>
    /// <param name="units">Null if the units cannot be read: then their names are not checked here.</param>
    /// <param name="header">Says the years of the plan; null if it cannot be read.</param>
    /// <param name="policy">The policy that the file names; a rule about protocols needs one.</param>
    public static List<Product> Parse(SheetReader sheet, UnitNames? units, PlanHeader? header, PlanId? policy)
    {
        var products = new List<Product>();
        var rows = new Dictionary<int, RowReader>();
        foreach (var row in sheet.Rows)
        {
            var number = row.Between(ProductColumns.Number, 1, Product.MaxNumber);
            if (number is { } read && decimal.Truncate(read) != read)
            {
                row.AddProblem(ProductColumns.Number, "number-between", 1, Product.MaxNumber);
                number = null;
            }

            var product = Parse(row, (int)(number ?? 0), units, header);
            if (product.Owners == ProductOwners.BodiesWithProtocol && policy is null && header is not null)
            {
                row.AddProblem(ProductColumns.Bodies, "policy-missing", sheet.NameOf(PlanColumns.Policy));
            }

            if (number is null)
            {
                continue;
            }

            if (rows.TryAdd(product.Number, row))
            {
                products.Add(product);
            }
            else
            {
                row.AddProblem(ProductColumns.Number, "repeated", rows[product.Number].Number);
            }
        }

        return products;
    }

    private static Product Parse(RowReader row, int number, UnitNames? units, PlanHeader? header)
    {
        var owners = row.FindChoice(ProductColumns.Bodies, ImportWords.Owners);
        var title = row.Text(ProductColumns.Title, PolicySheets.MaxTitle);
        var evidence = row.Text(ProductColumns.EvidenceRequirement, 2_000, required: false);
        return new Product(
            number,
            row.Text(ProductColumns.Objective, PolicySheets.MaxTitle),
            row.Text(ProductColumns.Activity, PolicySheets.MaxTitle),
            title,
            owners ?? ProductOwners.Named,
            owners is null ? Bodies(row, units) : [],
            Semesters(row, header),
            evidence.Length > 0 ? evidence : title
        );
    }

    private static ValueList<UnitCode> Bodies(RowReader row, UnitNames? units)
    {
        var names = row.List(ProductColumns.Bodies, MaxBodies, ';', ',', '\n');
        if (names.Count == 0)
        {
            row.AddProblem(
                ProductColumns.Bodies,
                "bodies-missing",
                ImportWords.Owners[0].Word,
                ImportWords.Owners[1].Word
            );
        }

        return
        [
            .. names.Select(name => row.FindUnit(ProductColumns.Bodies, name, units)).OfType<UnitCode>().Distinct(),
        ];
    }

    private static ValueList<Period> Semesters(RowReader row, PlanHeader? header)
    {
        var items = row.List(ProductColumns.Semesters, 1_000, ';', ',', '\n');
        var semesters = new List<Period>();
        foreach (var item in items)
        {
            if (!Period.TryParse(item, null, out var semester))
            {
                row.AddProblem(ProductColumns.Semesters, "value", Period.Expected);
            }
            else if (header is not null && (semester.Year < header.FirstYear || semester.Year > header.LastYear))
            {
                row.AddProblem(ProductColumns.Semesters, "year-outside-plan", header.FirstYear, header.LastYear);
            }
            else
            {
                semesters.Add(semester);
            }
        }

        if (items.Count == 0)
        {
            row.AddProblem(ProductColumns.Semesters, "value", Period.Expected);
        }

        return [.. semesters.Distinct().Order()];
    }
}
