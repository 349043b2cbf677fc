using Avance.Functions.Reports.Composition.Chapters;

namespace Avance.Functions.Reports.Composition;

/// <summary>
/// Puts a report together from compiled rows and texts. Figures are those of the latest period; factors, evidence,
/// findings, evaluations, notes and documents come from all its periods. Pure.
/// </summary>
public static class ReportComposer
{
    private static readonly ValueList<Func<ReportSources, IEnumerable<ReportSection>>> Chapters =
    [
        SummaryChapter.Compose,
        PresentationChapter.Compose,
        UnitsChapter.Compose,
        EvaluationChapter.Compose,
        FactorsChapter.Compose,
        AchievementsChapter.Compose,
        UnitSummariesChapter.Compose,
        ConclusionsChapter.Compose,
        HistoryChapter.Compose,
        ComplianceChapter.Compose,
        RecommendationsChapter.Compose,
        AnnexesChapter.Compose,
    ];

    /// <summary>Bodies of a policy are not ranked: their indicators measure different things.</summary>
    private static readonly ValueList<Func<ReportSources, IEnumerable<ReportSection>>> ChaptersOfPolicy =
    [
        PolicySummaryChapter.Compose,
        PresentationChapter.Compose,
        ObjectivesChapter.Compose,
        ServicesChapter.Compose,
        AlternativesChapter.Compose,
        RecommendationsChapter.Compose,
        ConclusionsChapter.Compose,
        AnnexesChapter.Compose,
    ];

    /// <summary>What bodies owe differs: they are not ranked either.</summary>
    private static readonly ValueList<Func<ReportSources, IEnumerable<ReportSection>>> ChaptersOfWorkPlan =
    [
        DeliveriesChapter.Compose,
        PresentationChapter.Compose,
        EvaluationChapter.Compose,
        FactorsChapter.Compose,
        AchievementsChapter.Compose,
        RecommendationsChapter.Compose,
        AnnexesChapter.Compose,
    ];

    public static ReportDocument Compose(ReportSources sources) =>
        new(
            CoverPage.Compose(sources),
            ChaptersOf(sources.Latest).SelectMany(chapter => chapter(sources)).ToValueList()
        );

    private static ValueList<Func<ReportSources, IEnumerable<ReportSection>>> ChaptersOf(Report report) =>
        report.Policy is not null ? ChaptersOfPolicy
        : report.WorkPlan is not null ? ChaptersOfWorkPlan
        : Chapters;
}
