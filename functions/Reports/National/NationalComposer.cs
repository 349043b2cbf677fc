using Avance.Functions.Plans;
using Avance.Functions.Reports.Compliance;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Composition.Chapters;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>Puts the national report of a semester together. Figures are those of the national tables. Pure.</summary>
public static class NationalComposer
{
    private const string Words = "national";

    public static ReportDocument Compose(NationalView view, NationalDetails details) =>
        new(
            new ReportCover(
                Word("scope"),
                Word("name"),
                Word("document-name"),
                Word("plans"),
                ReportParts.Words(view.Period),
                view.ConsolidatedAt is { } at ? Word("date", at) : ""
            ),
            [
                Summary(view.Totals),
                Bodies(view.Bodies),
                Comparison(view),
                .. Policies(view, details),
                .. WorkPlans(view),
                .. Achievements(view, details),
                Section("method", [.. Paragraphs("method")]),
            ]
        );

    private static ReportSection Summary(ReportNationalRow totals) =>
        Section(
            "summary",
            [
                ReportParts.Paragraph(
                    Word(
                        "bodies-in-words",
                        totals.Bodies,
                        totals.BodiesWithGroup,
                        totals.BodiesWithPlan,
                        totals.BodiesDue,
                        totals.BodiesReported,
                        totals.BodiesComplete
                    )
                ),
                ReportParts.Paragraph(
                    totals.PlansComparable == 0
                        ? Word("nothing-comparable", totals.Plans)
                        : Word(
                            "execution-in-words",
                            totals.PlansComparable,
                            totals.Plans,
                            totals.FullyExecuted,
                            totals.Programmed,
                            Percent(totals.ExecutionLevel)
                        )
                ),
                .. totals.PlansInMean == 0
                    ? Array.Empty<ReportBlock>()
                    :
                    [
                        ReportParts.Paragraph(
                            Word("compliance-in-words", totals.PlansInMean, Percent(totals.CappedCompliance))
                        ),
                    ],
            ]
        );

    private static ReportSection Bodies(IReadOnlyList<ReportNationalBodyRow> bodies) =>
        Section(
            "bodies",
            [
                ReportParts.TableOr(
                    Word("no-bodies"),
                    Word("bodies-caption"),
                    [
                        new(Word("body"), 18),
                        new(Word("group"), 22),
                        new(Word("plan"), 12),
                        new(Word("reports"), 22),
                        new(Word("sent"), 14, IsNumber: true),
                        new(Word("asked"), 12, IsNumber: true),
                    ],
                    bodies.Select(body =>
                        ReportParts.Row(
                            body.Body,
                            body.HasGroup == 1 ? body.Groups : Word("no-group"),
                            Word(body.HasPlan == 1 ? "yes" : "no"),
                            Word($"reports-{body.Reports}"),
                            body.Due == 0 ? ReportFigures.None : Word("of", body.Sent, body.Due),
                            ReportFigures.Number(body.AskedBy)
                        )
                    )
                ),
            ]
        );

    private static ReportSection Comparison(NationalView view)
    {
        var comparable = view
            .Plans.Where(plan => plan.Comparable == 1)
            .OrderByDescending(plan => plan.ExecutionLevel)
            .ThenByDescending(plan => plan.CappedCompliance)
            .ThenBy(plan => plan.Body, StringComparer.Ordinal);
        var others = view.Plans.Where(plan =>
            plan.Comparable == 0 && (plan.HasPeriod == 1 || plan.Kind == nameof(PlanKind.Sector))
        );
        return Section(
            "comparison",
            [
                ReportParts.Paragraph(Word("comparison-intro")),
                ReportParts.TableOr(
                    Word("none-comparable"),
                    Word("comparable-caption"),
                    [
                        new(Word("body"), 14),
                        new(Word("plan"), 34),
                        new(Word("executed"), 14, IsNumber: true),
                        new(Word("execution"), 12, IsNumber: true),
                        new(Word("capped"), 14, IsNumber: true),
                        new(Word("uncapped"), 14, IsNumber: true),
                    ],
                    comparable.Select(plan =>
                        ReportParts.Row(
                            plan.Body,
                            plan.Name,
                            Word("of", plan.FullyExecuted, plan.Programmed),
                            Percent(plan.ExecutionLevel),
                            plan.UnitsInMean == 0 ? ReportFigures.None : Percent(plan.CappedCompliance),
                            plan.UnitsInMean == 0 ? ReportFigures.None : Percent(plan.Compliance)
                        )
                    )
                ),
                ReportParts.TableOr(
                    Word("all-comparable"),
                    Word("others-caption"),
                    [new(Word("body"), 14), new(Word("plan"), 40), new(Word("reason"), 46)],
                    others.Select(plan => ReportParts.Row(plan.Body, plan.Name, Word($"reason-{plan.NotComparable}")))
                ),
            ]
        );
    }

    private static IEnumerable<ReportSection> Policies(NationalView view, NationalDetails details) =>
        Of(view, PlanKind.Policy) is { Count: > 0 } policies
            ?
            [
                Section(
                    "indicators",
                    [
                        .. policies.Select(policy => new TableBlock(
                            Word("indicators-caption", NameOf(policy)),
                            [
                                new(Word("objective"), 46),
                                new(Word("exceeded"), 18, IsNumber: true),
                                new(Word("not-met"), 18, IsNumber: true),
                                new(Word("no-information"), 18, IsNumber: true),
                            ],
                            [
                                .. details
                                    .Objectives.GetValueOrDefault(policy.Plan, [])
                                    .Select(row =>
                                        Counts(
                                            $"{row.Objective} {row.Title}",
                                            row.Exceeded + row.ServiceExceeded,
                                            row.NotMet + row.ServiceNotMet,
                                            row.NoInformation + row.ServiceNoInformation
                                        )
                                    ),
                                Counts(
                                    Word("total"),
                                    policy.IndicatorsExceeded,
                                    policy.IndicatorsNotMet,
                                    policy.IndicatorsNoInformation
                                ) with
                                {
                                    IsTotal = true,
                                },
                            ]
                        )),
                    ]
                ),
            ]
            : [];

    private static IEnumerable<ReportSection> WorkPlans(NationalView view) =>
        Of(view, PlanKind.WorkPlan) is { Count: > 0 } plans
            ?
            [
                Section(
                    "deliveries",
                    [
                        new TableBlock(
                            Word("deliveries-caption"),
                            [new(Word("plan"), 70), new(Word("delivered"), 30, IsNumber: true)],
                            [
                                .. plans.Select(plan =>
                                    ReportParts.Row(NameOf(plan), Word("of", plan.DeliveriesMade, plan.DeliveriesOwed))
                                ),
                            ]
                        ),
                    ]
                ),
            ]
            : [];

    private static IEnumerable<ReportSection> Achievements(NationalView view, NationalDetails details) =>
        view.Themes.Count == 0
            ? []
            :
            [
                Section(
                    "achievements",
                    [
                        new TableBlock(
                            Word("themes-caption"),
                            [
                                new(Word("theme"), 46),
                                new(Word("achievements"), 18, IsNumber: true),
                                new(Word("bodies"), 18, IsNumber: true),
                                new(Word("people"), 18, IsNumber: true),
                            ],
                            [
                                .. view.Themes.Select(theme =>
                                    ReportParts.Row(
                                        theme.Theme,
                                        ReportFigures.Number(theme.Achievements),
                                        ReportFigures.Number(theme.Bodies),
                                        ReportFigures.Number(theme.People)
                                    )
                                ),
                            ]
                        ),
                        .. view.Plans.Count(plan => plan.Achievements > 0) > details.Achievements.Count
                            ? new[] { ReportParts.Paragraph(Word("told", details.Achievements.Count)) }
                            : [],
                    ]
                ),
                .. NationalAchievements.Of(view.Themes, details.Achievements),
            ];

    private static string NameOf(ReportNationalPlanRow plan) =>
        plan.Closed == 1 ? plan.Name : Word("open-plan", plan.Name);

    private static IReadOnlyList<ReportNationalPlanRow> Of(NationalView view, PlanKind kind) =>
        [.. view.Plans.Where(plan => plan.HasPeriod == 1 && plan.Kind == kind.ToString())];

    private static ReportTableRow Counts(string name, int exceeded, int notMet, int noInformation) =>
        ReportParts.Row(
            name,
            ReportFigures.Number(exceeded),
            ReportFigures.Number(notMet),
            ReportFigures.Number(noInformation)
        );

    private static IEnumerable<ReportBlock> Paragraphs(string word) =>
        ReportParts.Paragraphs(Word($"{word}-text")).Select(ReportParts.Paragraph);

    /// <summary>With one decimal, half away from zero, as the reports of plans have it.</summary>
    private static string Percent(double value) =>
        ReportFigures.Percent((double)ComplianceRules.Shown((decimal)value, 1));

    private static ReportSection Section(string id, ValueList<ReportBlock> blocks) =>
        new($"national-{id}", Word($"{id}-heading"), 1, blocks);

    private static string Word(string word, params object?[] arguments) => ReportParts.Word(Words, word, arguments);
}
