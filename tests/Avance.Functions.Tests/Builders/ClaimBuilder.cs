using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Builders;

/// <summary>A claim with its evidence of which no rule says anything, until a test changes it.</summary>
public sealed class ClaimBuilder
{
    private const string Report = """
        INFORME N° D000149-2023-CONADIS-URH
        Asunto: Capacitación en prevención del hostigamiento sexual
        La capacitación se realizó en agosto.
        """;

    private readonly List<Goal> goals = [];
    private readonly List<GoalEntry> entries = [];
    private readonly List<ReportedGoal> earlier = [];
    private readonly List<ExaminedFile> files = [];
    private readonly List<EvidenceMatch> coincidences = [];
    private Activity activity = new(
        Number,
        "Capacitación en prevención del hostigamiento sexual",
        new UnitCode("CONADIS"),
        "",
        [],
        "Número de servidores/as capacitados/as",
        "Informe y lista de asistencia desagregada por sexo"
    );
    private ProgressContent? content = new(
        [],
        "Se dictó la capacitación.",
        ["INFORME N° D000149-2023-CONADIS-URH"],
        [],
        "",
        "",
        ""
    );
    private Indicator? indicator;
    private bool endsYear = true;
    private bool isOverdue;
    private bool isComplete = true;
    private bool withoutFiles;

    public static ActivityNumber Number { get; } = new(39);

    /// <summary>Another claim of the plan.</summary>
    public static ClaimAddress Elsewhere { get; } = new(TestPlan.Second, new ActivityNumber(40));

    public static ClaimAddress Here { get; } = new(TestPlan.Second, Number);

    /// <summary>The id of the file in that place, from 1.</summary>
    public static EvidenceId Id(int place) => EvidenceId.Parse($"{place:x32}", null);

    public ClaimBuilder Activity(string? title = null, string? unit = null, string? requires = null)
    {
        activity = activity with
        {
            Title = title ?? activity.Title,
            UnitOfMeasure = unit ?? activity.UnitOfMeasure,
            EvidenceRequirement = requires ?? activity.EvidenceRequirement,
        };
        return this;
    }

    public ClaimBuilder Activity(Activity value)
    {
        activity = value;
        return this;
    }

    /// <summary>A goal and what is claimed for it; null claims nothing. Without a call: 3 of 3.</summary>
    public ClaimBuilder Goal(
        decimal target,
        decimal? executed,
        GoalMeasure measure = GoalMeasure.Count,
        int year = 2023,
        Outcome outcome = Outcome.Reported
    )
    {
        goals.Add(new Goal(activity.Number, year, target, measure, year == 2023 ? null : 2023));
        entries.Add(new GoalEntry(year, outcome, executed, outcome == Outcome.Reported ? "" : "Se reprogramó."));
        return this;
    }

    /// <summary>Makes the activity an indicator with the goals as its targets; call it before them.</summary>
    public ClaimBuilder Indicator(
        IndicatorMethod method,
        IndicatorDirection direction = IndicatorDirection.Ascending,
        decimal? baseline = null,
        params IndicatorTarget[] earlierTargets
    )
    {
        indicator = new Indicator("IOP.01.01", direction, method, baseline, [.. earlierTargets]);
        return this;
    }

    /// <summary>What was reported of the goal of 2023 in the first semester.</summary>
    public ClaimBuilder Before(decimal executed)
    {
        earlier.Add(new ReportedGoal(activity.Number, 2023, TestPlan.First, Outcome.Reported, executed));
        return this;
    }

    public ClaimBuilder Sent(Func<ProgressContent, ProgressContent> change)
    {
        content = change(content!);
        return this;
    }

    public ClaimBuilder Cites(params string[] documents) => Sent(sent => sent with { DocumentsCited = [.. documents] });

    public ClaimBuilder NothingSent(bool overdue = true)
    {
        (content, isOverdue) = (null, overdue);
        return this;
    }

    public ClaimBuilder DuringTheYear()
    {
        endsYear = false;
        return this;
    }

    public ClaimBuilder StillReading()
    {
        isComplete = false;
        return this;
    }

    public ClaimBuilder WithoutFiles()
    {
        withoutFiles = true;
        return this;
    }

    /// <summary>A file that was read. Without a call: a report and a list of two women and a man.</summary>
    public ClaimBuilder File(
        string name,
        DocumentText text,
        EvidenceFormat format = EvidenceFormat.Pdf,
        bool nameMatches = true,
        string? sha256 = null
    ) => File(name, EvidenceState.Read, [Document(name, text, format, nameMatches)], sha256);

    public ClaimBuilder File(string name, ReadTrouble trouble) =>
        File(name, EvidenceState.Unreadable, [Closed(name, trouble)]);

    public ClaimBuilder File(
        string name,
        EvidenceState state,
        ValueList<ExtractedDocument> documents,
        string? sha256 = null
    )
    {
        var id = Id(files.Count + 1);
        files.Add(new ExaminedFile(id, name, sha256 ?? $"{id}{id}", state, documents));
        return this;
    }

    public ClaimBuilder Coincides(EvidenceMatch coincidence)
    {
        coincidences.Add(coincidence);
        return this;
    }

    /// <param name="inside">True for a document in a file.</param>
    public ExtractedDocument Document(
        string name,
        DocumentText text,
        EvidenceFormat format = EvidenceFormat.Pdf,
        bool nameMatches = true,
        bool inside = false
    ) =>
        new(
            inside ? [name] : [],
            name,
            format,
            nameMatches,
            "test",
            1,
            null,
            FactExtractor.Extract(text, activity.UnitOfMeasure)
        );

    public static ExtractedDocument Closed(string name, ReadTrouble trouble, bool inside = false) =>
        new(inside ? [name] : [], name, null, true, null, 0, $"{trouble}", null);

    public ExaminedClaim Build()
    {
        if (goals.Count == 0)
        {
            Goal(3, 3);
        }

        if (files.Count == 0 && !withoutFiles)
        {
            File("informe.pdf", Read.Lines(Report));
            File(
                "lista.xlsx",
                Read.Table("Nombres|Sexo\nAna Quispe|F\nRosa Flores|F\nJuan Rojas|M"),
                EvidenceFormat.Xlsx
            );
        }

        var sent = entries.Select(entry => new ReportedGoal(
            activity.Number,
            entry.Year,
            TestPlan.Second,
            entry.Outcome,
            entry.Executed
        ));
        return new ExaminedClaim(
            activity,
            goals.ToValueList(),
            new ReportingPeriod(TestPlan.Second, TestPlan.Opens, TestPlan.Due, TestPlan.Closes),
            endsYear,
            isOverdue,
            content is null ? null : content with { Goals = entries.ToValueList() },
            content is null ? earlier.ToValueList() : [.. earlier, .. sent],
            files.ToValueList(),
            isComplete,
            coincidences.ToValueList()
        )
        {
            Indicator = indicator is null
                ? null
                : indicator with
                {
                    Targets =
                    [
                        .. indicator.Targets,
                        .. goals.Select(goal => new IndicatorTarget(goal.Year, goal.Target)),
                    ],
                },
        };
    }
}
