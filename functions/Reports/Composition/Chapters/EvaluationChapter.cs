using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>Each goal with its figures, what the secretariat wrote of it and what proves it.</summary>
internal static class EvaluationChapter
{
    private const string Words = "report-evaluation";

    public static IEnumerable<ReportSection> Compose(ReportSources sources)
    {
        var goals = sources.Latest.Goals.ToLookup(goal => goal.Activity);
        return
        [
            new ReportSection(
                "evaluation",
                Messages.Text($"{Words}.Heading"),
                1,
                [
                    ReportParts.Paragraph(Messages.Text($"{Words}.Intro")),
                    ReportParts.TableOr(
                        Messages.Text($"{Words}.NoActivities"),
                        Messages.Text($"{Words}.Caption"),
                        Columns(),
                        sources
                            .Latest.Activities.OrderBy(activity => activity.Activity)
                            .SelectMany(activity =>
                                Rows(
                                    new EvaluationCells(sources, activity),
                                    [.. goals[activity.Activity].OrderBy(goal => goal.GoalYear)]
                                )
                            )
                    ),
                ],
                IsLandscape: true
            ),
        ];
    }

    private static ValueList<TableColumn> Columns() =>
        [
            new(Messages.Text($"{Words}.Number"), 8, IsNumber: true),
            new(Messages.Text($"{Words}.Activity"), 32),
            new(Messages.Text($"{Words}.Unit"), 20),
            new(Messages.Text($"{Words}.UnitOfMeasure"), 21),
            new(Messages.Text($"{Words}.Target"), 22, IsNumber: true),
            new(Messages.Text($"{Words}.Executed"), 24, IsNumber: true),
            new(Messages.Text($"{Words}.Percent"), 13, IsNumber: true),
            new(Messages.Text($"{Words}.EvidenceRequired"), 26),
            new(Messages.Text($"{Words}.Evaluation"), 60),
            new(Messages.Text($"{Words}.Documents"), 38),
            new(Messages.Text($"{Words}.Links"), 14),
        ];

    /// <summary>A row for each goal: what is said of the activity as a whole stands in the first.</summary>
    private static IEnumerable<ReportTableRow> Rows(EvaluationCells cells, IReadOnlyList<ReportGoalRow> goals) =>
        goals.Count == 0
            ? [new ReportTableRow([.. cells.Start(null), .. None, .. cells.End()])]
            : goals.Select(
                (goal, index) =>
                    new ReportTableRow([
                        .. cells.Start(goal),
                        [ReportFigures.Target(goal)],
                        [ReportFigures.Executed(goal)],
                        [ReportFigures.Percent(goal)],
                        .. index == 0 ? cells.End() : cells.SeeAbove(),
                    ])
            );

    private static readonly ValueList<ValueList<RichText>> None =
    [
        [ReportFigures.None],
        [ReportFigures.None],
        [ReportFigures.None],
    ];
}
