using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Counts;
using Avance.Functions.Plans;

namespace Avance.Functions.Findings.Figures;

/// <summary>The numbers of the evidence that are in an activity's unit of measure.</summary>
internal static class EvidencedFigures
{
    // These say that something of the number itself was not read.
    private static readonly string[] Doubtful =
    [
        DoubtCode.RowsLost,
        DoubtCode.OneSexOnly,
        DoubtCode.BlankInNumber,
        DoubtCode.Synonym,
        DoubtCode.TotalDiffers,
        DoubtCode.SumDiffers,
        DoubtCode.Planned,
        DoubtCode.NounMissing,
    ];

    /// <summary>What each document gives: people if people are measured, and what stands beside the unit of measure.</summary>
    public static List<List<EvidencedFigure>> Of(ExaminedClaim claim, GoalMeasure measure) =>
        claim
            .ReadDocuments()
            .Select(item =>
                Of(
                    claim.Activity,
                    item.Facts,
                    measure,
                    item.File.Id,
                    where => FindingText.Place(item.File, item.Document, where)
                )
            )
            .Where(figures => figures.Count > 0)
            .ToList();

    /// <param name="place">Formats a place in the document.</param>
    public static List<EvidencedFigure> Of(
        Activity activity,
        DocumentFacts facts,
        GoalMeasure measure,
        EvidenceId? file,
        Func<ReadLocation, string> place
    )
    {
        var unit = UnitWords.Of(activity.UnitOfMeasure);
        // Reports are counted by the documents themselves, not by a number in them.
        if (unit.IsDocument)
        {
            return [];
        }

        var figures = new List<EvidencedFigure>();
        if (unit.IsOfPeople && measure == GoalMeasure.Count)
        {
            figures.AddRange(
                facts.Attendance.Select(found =>
                    Figure(found.Everyone, found.Doubts, SourceOf(found.Source), found.Where)
                )
            );
            figures.AddRange(
                Persons(facts.Attendance)
                    .Select(list => new EvidencedFigure(
                        list.Everyone - list.Repeated,
                        false,
                        FigureSource.Persons,
                        file,
                        place(list.Where),
                        list.Where
                    ))
            );
        }

        figures.AddRange(
            facts
                .Beside.Where(count => count.IsPercent == (measure == GoalMeasure.Percent))
                .Select(count => Figure(count.Value, count.Doubts, FigureSource.Beside, count.Where))
        );
        figures.AddRange(
            facts
                .Counts.Where(count => count.IsPercent == (measure == GoalMeasure.Percent))
                .Select(count => Figure(count.Value, count.Doubts, FigureSource.UnitOfMeasure, count.Where))
        );
        return figures.FindAll(figure => figure.Value > 0);

        EvidencedFigure Figure(decimal value, ValueList<string> doubts, FigureSource source, ReadLocation where) =>
            new(value, !doubts.Any(Doubtful.Contains), source, file, place(where), where);
    }

    /// <summary>
    /// The largest number that was read without a doubt, lists of people before all else; null without one, and for an
    /// indicator, whose source has many other numbers.
    /// </summary>
    public static EvidencedFigure? LargestOf(ExaminedClaim claim) =>
        claim.Goals.Count == 0 || claim.Goals[^1].Measure == GoalMeasure.Value
            ? null
            : Of(claim, claim.Goals[^1].Measure)
                .SelectMany(figures => figures)
                .Where(figure => figure.IsStrong)
                .OrderBy(figure => figure.Source >= FigureSource.UnitOfMeasure)
                .ThenByDescending(figure => figure.Value)
                .FirstOrDefault();

    /// <summary>All lists if one of them repeats people: a claim may count rows or people.</summary>
    private static IEnumerable<Attendance> Persons(ValueList<Attendance> attendance) =>
        attendance.Any(found => found.Repeated > 0)
            ? attendance.Where(found => found.Source == AttendanceSource.List)
            : [];

    private static FigureSource SourceOf(AttendanceSource source) =>
        source switch
        {
            AttendanceSource.List => FigureSource.List,
            AttendanceSource.Table => FigureSource.Table,
            _ => FigureSource.Sentence,
        };
}
