using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>The plan's units, with the names that they had.</summary>
internal static class UnitsChapter
{
    private const string Words = "report-units";

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var counted = sources.Latest.Units.ToDictionary(unit => unit.Unit, StringComparer.Ordinal);
        return
        [
            new ReportSection(
                "units",
                Messages.Text($"{Words}.Heading"),
                1,
                [
                    ReportParts.Paragraph(Messages.Text($"{Words}.Intro")),
                    ReportParts.TableOr(
                        Messages.Text($"{Words}.None"),
                        Messages.Text($"{Words}.Caption"),
                        [
                            new(Messages.Text($"{Words}.Code"), 10),
                            new(Messages.Text($"{Words}.Name"), 26),
                            new(Messages.Text($"{Words}.FormerNames"), 14),
                            new(Messages.Text($"{Words}.Kind"), 12),
                            new(Messages.Text($"{Words}.Programmed"), 11, IsNumber: true),
                        ],
                        sources.Plan.Units.Select(unit =>
                            Row(unit, counted.GetValueOrDefault(unit.Code.ToString())?.Programmed ?? 0)
                        )
                    ),
                ]
            ),
        ];
    }

    private static ReportTableRow Row(Unit unit, int programmed) =>
        ReportParts.Row(
            unit.Code.ToString(),
            unit.Name,
            unit.Aliases.Count == 0 ? ReportFigures.None : string.Join(", ", unit.Aliases),
            ReportParts.Word("report-unit-kind", unit.Kind.ToString()),
            ReportFigures.Number(programmed)
        );
}
