using Avance.Functions.Achievements;
using Avance.Functions.Findings;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Reports.Rows;

namespace Avance.Functions.Reports;

/// <summary>What the report of a period is made of, besides the plan.</summary>
/// <param name="Sent">What was sent in the period's year, of a policy in the years before too.</param>
public sealed record ReportInputs(IReadOnlyCollection<SentGoal> Sent)
{
    /// <summary>True once the period has closed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The progress of the period as it was last sent.</summary>
    public IReadOnlyList<ActivityProgress> Progress { get; init; } = [];

    /// <summary>Of a policy, the progress of the year's earlier periods as it was last sent, the first period first.</summary>
    public IReadOnlyList<ActivityProgress> EarlierProgress { get; init; } = [];

    /// <summary>The files of the period that were not withdrawn.</summary>
    public IReadOnlyList<ReadFile> Evidence { get; init; } = [];

    /// <summary>The findings that are raised on the period's claims.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the secretariat wrote of the period's activities.</summary>
    public IReadOnlyDictionary<ActivityNumber, Evaluation> Evaluations { get; init; } =
        new Dictionary<ActivityNumber, Evaluation>();

    /// <summary>What is recommended in the period, in the order of the report, dropped ones too.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>The figures of semesters and years up to the period.</summary>
    public IReadOnlyList<YearFigure> History { get; init; } = [];

    /// <summary>The achievements of the plan, of all years, withdrawn ones too.</summary>
    public IReadOnlyList<Achievement> Achievements { get; init; } = [];

    /// <summary>The mails of the period, receipts included.</summary>
    public IReadOnlyList<Mail> Mails { get; init; } = [];
}
