using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Findings.Rules;
using Avance.Functions.Reports.Evaluations;

namespace Avance.Bench;

/// <summary>
/// What the reports of a plan are made of besides its progress: every fifth claim has a file that was read, a finding and
/// an evaluation.
/// </summary>
internal static class ReportInputRows
{
    private const int Every = 5;
    private const long Size = 250_000;
    private static readonly DateTimeOffset At = new(2023, 12, 20, 15, 0, 0, TimeSpan.Zero);

    public static IEnumerable<(string Table, IEnumerable<TableEntity> Rows)> Of(PlanId plan)
    {
        var claims = SamplePlan
            .Periods.SelectMany(period =>
                Enumerable
                    .Range(1, SamplePlan.Activities)
                    .Where(number => number % Every == 0)
                    .Select(number => new ProgressAddress(plan, period, new ActivityNumber(number)))
            )
            .ToList();
        return
        [
            (EvidenceTable.Name, claims.Select(File)),
            (FindingsTable.Name, claims.Select(Raised)),
            (EvaluationTable.Name, claims.SelectMany(claim => Written(claim, SamplePlan.Evaluation(1)))),
        ];
    }

    /// <summary>The rows of the first version of an evaluation.</summary>
    public static TableEntity[] Written(ProgressAddress claim, Evaluation evaluation) =>
        [
            EvaluationRows.ToRow(claim, EvaluationRows.CurrentKey(claim), EvaluationRows.CurrentKind, evaluation),
            EvaluationRows.ToRow(
                claim,
                EvaluationRows.VersionKey(claim, evaluation.Version),
                EvaluationRows.VersionKind,
                evaluation
            ),
        ];

    private static TableEntity File(ProgressAddress claim) =>
        EvidenceTable.ToRow(
            new StoredEvidence(
                claim,
                EvidenceId.Of(claim, Guid.Empty, 0),
                "Informe de la actividad.pdf",
                Size,
                new string('0', 64),
                "bench",
                At,
                EvidenceState.Read
            )
            {
                Summary = CompressedSummary.Of([
                    new ExtractedDocument(
                        [],
                        "Informe de la actividad.pdf",
                        EvidenceFormat.Pdf,
                        true,
                        "pdf",
                        1,
                        null,
                        null
                    ),
                ]),
            }
        );

    private static TableEntity Raised(ProgressAddress claim) =>
        FindingRows.ToRow(
            claim.Plan,
            Finding.Raise(
                new ClaimAddress(claim.Period, claim.Activity),
                new NumberMissingRule(),
                new RaisedFinding("", ["Ninguno de los archivos tiene número."]),
                At
            )
        );
}
