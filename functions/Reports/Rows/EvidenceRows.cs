using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Rows;

/// <summary>The files of a period as rows. Pure.</summary>
internal static class EvidenceRows
{
    public static ValueList<ReportEvidenceRow> Of(
        Plan plan,
        IEnumerable<ReadFile> files,
        IEnumerable<ActivityProgress> progress
    )
    {
        var sent = progress.SelectMany(claim => claim.Evidence.Select(file => file.Id)).ToHashSet();
        return files
            .Select(file => Row(plan, file, sent.Contains(file.File.Id)))
            .OfType<ReportEvidenceRow>()
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>The names of the same files, which may name persons.</summary>
    public static IEnumerable<ReportDetail> NamesOf(Plan plan, IEnumerable<ReadFile> files) =>
        files
            .Select(file =>
                Row(plan, file, isSent: false) is { } row ? new ReportDetail(row.Key, file.File.Name) : null
            )
            .OfType<ReportDetail>();

    private static ReportEvidenceRow? Row(Plan plan, ReadFile read, bool isSent)
    {
        if (ActivityColumns.Of(plan, read.File.Address.Activity) is not { } activity)
        {
            return null;
        }

        var format = read.Documents is [var first, ..] ? first.Format?.ToString() : null;
        // A ZIP or a mail has no number of its own: the first document in it that has one is what it proves with.
        var number = read.Documents.Select(document => document.Number).FirstOrDefault(one => one is not null);
        var kind = read.Documents.Select(document => document.Kind).FirstOrDefault(one => one != DocumentKind.Unknown);
        var people = PeopleIn(read.Documents);
        return new ReportEvidenceRow(
            read.File.Id.ToString(),
            activity.Activity,
            activity.ActivityKey,
            activity.Unit,
            activity.UnitKey,
            kind.ToString(),
            format ?? "",
            number ?? "",
            number is null ? 0 : 1,
            read.File.State.ToString(),
            isSent ? 1 : 0,
            read.Documents.Count,
            read.Documents.Sum(document => document.Pages ?? 0),
            read.Documents.Any(document => document.UsedOcr) ? 1 : 0,
            people?.Women ?? 0,
            people?.Men ?? 0,
            people?.Everyone ?? 0,
            people is null ? 0 : 1,
            read.File.Size,
            read.File.Sha256,
            read.File.At
        );
    }

    /// <summary>
    /// The people of a file's lists and tables: null if none is sure, or two differ, since then it is not known which is
    /// right.
    /// </summary>
    private static Attendance? PeopleIn(IEnumerable<DocumentSummary> documents)
    {
        var sure = documents
            .SelectMany(document => document.Attendance)
            .Where(people => people is { Source: not AttendanceSource.Sentence, Doubts.Count: 0 })
            .DistinctBy(people => (people.Women, people.Men, people.Everyone))
            .ToList();
        return sure is [var only] ? only : null;
    }
}
