using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>What was due of a work plan in the period: counted by product, and by body and product.</summary>
internal static class DeliveriesChapter
{
    private const string Words = "report-deliveries";

    /// <summary>Products beside each other in a table of the width of a page.</summary>
    private const int ProductsInATable = 10;

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var due = sources.Latest.Deliveries;
        var products = due.GroupBy(row => row.Product).OrderBy(product => product.Key).ToList();
        return
        [
            new ReportSection(
                "deliveries",
                Messages.Text($"{Words}.Heading"),
                1,
                [
                    ReportParts.Paragraph(Messages.Text($"{Words}.Intro", due.Count, due.Sum(row => row.Delivered))),
                    ByProduct(products, due),
                    .. products.Chunk(ProductsInATable).Select(some => Matrix(due, some)),
                ],
                IsLandscape: true
            ),
        ];
    }

    private static ReportBlock ByProduct(
        IEnumerable<IGrouping<int, ReportDeliveryRow>> products,
        ValueList<ReportDeliveryRow> due
    ) =>
        ReportParts.TableOr(
            Messages.Text($"{Words}.None"),
            Messages.Text($"{Words}.ByProduct"),
            [
                new(Messages.Text($"{Words}.Number"), 8),
                new(Messages.Text($"{Words}.Product"), 60),
                new(Messages.Text($"{Words}.Due"), 14, IsNumber: true),
                new(Messages.Text($"{Words}.Delivered"), 14, IsNumber: true),
            ],
            due.Count == 0
                ? []
                :
                [
                    .. products.Select(product => Counts($"{product.Key}", product.First().Title, [.. product])),
                    Counts("", Messages.Text($"{Words}.Total"), due) with
                    {
                        IsTotal = true,
                    },
                ]
        );

    private static ReportTableRow Counts(string number, string title, ValueList<ReportDeliveryRow> rows) =>
        ReportParts.Row(
            number,
            title,
            ReportFigures.Number(rows.Count),
            ReportFigures.Number(rows.Sum(row => row.Delivered))
        );

    private static TableBlock Matrix(
        IEnumerable<ReportDeliveryRow> due,
        IReadOnlyCollection<IGrouping<int, ReportDeliveryRow>> products
    )
    {
        var numbers = products.Select(product => product.Key).ToList();
        return new TableBlock(
            Messages.Text($"{Words}.Matrix", numbers[0], numbers[^1]),
            [
                new(Messages.Text($"{Words}.Body"), 20),
                .. numbers.Select(number => new TableColumn(Messages.Text($"{Words}.Column", number), 12)),
            ],
            due.Where(row => numbers.Contains(row.Product))
                .GroupBy(row => row.Unit, StringComparer.Ordinal)
                .OrderBy(body => body.Key, StringComparer.Ordinal)
                .Select(body => ReportParts.Row([body.Key, .. numbers.Select(number => Cell(body.Where(Is(number))))]))
                .ToValueList()
        );
    }

    private static Func<ReportDeliveryRow, bool> Is(int product) => row => row.Product == product;

    private static string Cell(IEnumerable<ReportDeliveryRow> rows) =>
        rows.FirstOrDefault() is { } row
            ? Messages.Text($"{Words}.{(row.Delivered == 0 ? "No" : row.Late ? "Late" : "Yes")}")
            : Messages.Text($"{Words}.NotDue");
}
