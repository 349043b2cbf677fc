using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>Years beside each other: the plan, and units and activities that have a percent in more than one year.</summary>
internal static class HistoryChapter
{
    private const string Words = "report-history";

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var rows = sources.Latest.History.Where(row => row.View == "Year").OrderBy(row => row.OfYear).ToList();
        var years = rows.Where(row => row.Level == "Plan").ToValueList();
        if (years.Count < 2)
        {
            return [Section([ReportParts.Paragraph(Messages.Text($"{Words}.None"))])];
        }

        var isHalf = sources.Latest.Period.Semester == 1;
        var names = years
            .Select(row =>
                isHalf && row.OfYear == sources.Latest.Period.Year
                    ? Messages.Text($"{Words}.Half", Year(row))
                    : Year(row)
            )
            .ToValueList();
        return
        [
            Section([
                ReportParts.Paragraph(Messages.Text($"{Words}.Intro")),
                .. isHalf
                    ? [ReportParts.Paragraph(Messages.Text($"{Words}.HalfIntro", sources.Latest.Period.Year))]
                    : Array.Empty<ReportBlock>(),
                Table(years),
                Counts(years, names),
                Levels(years, names),
                .. Pivot.Units(rows),
                .. Pivot.Activities(rows, sources.Latest.Activities),
            ]),
        ];
    }

    private static ReportSection Section(ValueList<ReportBlock> blocks) =>
        new("history", Messages.Text($"{Words}.Heading"), 1, blocks);

    private static TableBlock Table(ValueList<ReportHistoryRow> years) =>
        new(
            Messages.Text($"{Words}.Caption"),
            [
                new(Messages.Text($"{Words}.Year"), 8),
                new(Messages.Text($"{Words}.Programmed"), 14, IsNumber: true),
                new(Messages.Text($"{Words}.FullyExecuted"), 14, IsNumber: true),
                new(Messages.Text($"{Words}.ExecutionLevel"), 14, IsNumber: true),
                new(Messages.Text($"{Words}.Source"), 24),
            ],
            years
                .Select(row =>
                    ReportParts.Row(
                        Year(row),
                        ReportFigures.Number(row.Programmed),
                        ReportFigures.Number(row.FullyExecuted),
                        ReportFigures.Percent(row),
                        row.Imported == 1
                            ? Messages.Text($"{Words}.Imported", row.Source)
                            : Messages.Text($"{Words}.Computed")
                    )
                )
                .ToValueList()
        );

    private static ChartBlock Counts(ValueList<ReportHistoryRow> years, ValueList<string> names) =>
        new(
            Messages.Text($"{Words}.CountsChart"),
            string.Join(
                "; ",
                years.Select(row =>
                    Messages.Text(
                        $"{Words}.CountsInWords",
                        Year(row),
                        ReportFigures.Number(row.FullyExecuted),
                        ReportFigures.Number(row.Programmed)
                    )
                )
            ),
            names,
            [
                new(Messages.Text($"{Words}.Programmed"), years.Select(row => (double?)row.Programmed).ToValueList()),
                new(
                    Messages.Text($"{Words}.FullyExecuted"),
                    years.Select(row => (double?)row.FullyExecuted).ToValueList()
                ),
            ],
            IsHorizontal: false,
            ""
        );

    private static ChartBlock Levels(ValueList<ReportHistoryRow> years, ValueList<string> names) =>
        new(
            Messages.Text($"{Words}.LevelsChart"),
            string.Join("; ", years.Select(row => $"{Year(row)}: {ReportFigures.Percent(row)}")),
            names,
            [
                new(
                    Messages.Text($"{Words}.ExecutionLevel"),
                    years.Select(row => row.HasPercent == 1 ? row.PercentShown : (double?)null).ToValueList()
                ),
            ],
            IsHorizontal: false,
            "%"
        );

    private static string Year(ReportHistoryRow row) => row.OfYear.ToString("0", Messages.Culture);

    /// <summary>A column a year.</summary>
    private static class Pivot
    {
        public static IEnumerable<ReportBlock> Units(IEnumerable<ReportHistoryRow> rows) =>
            Blocks(
                "Units",
                [new(Messages.Text($"{Words}.Unit"), 20)],
                rows.Where(row => row.Level == "Unit" && row.HasPercent == 1)
                    .GroupBy(row => row.Unit, StringComparer.Ordinal)
                    .OrderBy(unit => unit.Key, StringComparer.Ordinal)
                    .Select(unit => (new[] { unit.Key }, unit.ToList()))
            );

        public static IEnumerable<ReportBlock> Activities(
            IEnumerable<ReportHistoryRow> rows,
            IEnumerable<ReportActivityRow> activities
        )
        {
            var titles = activities.ToDictionary(activity => activity.Activity, activity => activity.Title);
            return Blocks(
                "Activities",
                [new(Messages.Text($"{Words}.Number"), 6, IsNumber: true), new(Messages.Text($"{Words}.Activity"), 40)],
                rows.Where(row => row.Level == "Activity" && row.HasPercent == 1)
                    .GroupBy(row => row.Activity)
                    .OrderBy(activity => activity.Key)
                    .Select(activity =>
                        (
                            new[] { ReportFigures.Number(activity.Key), titles.GetValueOrDefault(activity.Key, "") },
                            activity.ToList()
                        )
                    )
            );
        }

        private static IEnumerable<ReportBlock> Blocks(
            string level,
            ValueList<TableColumn> heads,
            IEnumerable<(string[] Heads, List<ReportHistoryRow> Years)> groups
        )
        {
            var rows = groups.Where(group => group.Years.Count > 1).ToList();
            if (rows.Count == 0)
            {
                return [];
            }

            var years = rows.SelectMany(row => row.Years).Select(row => row.OfYear).Distinct().Order().ToList();
            return
            [
                new TableBlock(
                    Messages.Text($"{Words}.{level}"),
                    [
                        .. heads,
                        .. years.Select(year => new TableColumn(
                            year.ToString("0", Messages.Culture),
                            9,
                            IsNumber: true
                        )),
                    ],
                    rows.Select(row =>
                            ReportParts.Row([
                                .. row.Heads,
                                .. years.Select(year =>
                                    ReportFigures.Percent(row.Years.Find(one => one.OfYear == year))
                                ),
                            ])
                        )
                        .ToValueList()
                ),
            ];
        }
    }
}
