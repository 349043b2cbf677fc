using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Findings;

/// <summary>The parts of a claim that several rules look at.</summary>
internal static class ExaminedClaimExtensions
{
    /// <summary>The goals for which a number above 0 is claimed.</summary>
    public static IEnumerable<(Goal Goal, decimal Executed)> Figures(this ExaminedClaim claim) =>
        from entry in claim.Claim?.Goals ?? []
        where entry is { Outcome: Outcome.Reported, Executed: > 0 }
        from goal in claim.Goals
        where goal.Year == entry.Year
        select (goal, entry.Executed!.Value);

    /// <summary>The figures at issue, for a subject: <c>2022=86;2023=70</c>.</summary>
    public static string FiguresKey(this ExaminedClaim claim) =>
        string.Join(
            ';',
            claim
                .Figures()
                .OrderBy(item => item.Goal.Year)
                .Select(item => $"{item.Goal.Year}={FindingText.Key(item.Executed)}")
        );

    /// <summary>The figures as people read them: <c>86 + 70</c>.</summary>
    public static string FiguresShown(this ExaminedClaim claim) =>
        string.Join(
            " + ",
            claim.Figures().OrderBy(item => item.Goal.Year).Select(item => FindingText.Figure(item.Executed))
        );

    /// <summary>True if the activity is said to be done, with or without a number.</summary>
    public static bool SaysDone(this ExaminedClaim claim) =>
        claim.Figures().Any() || claim.Claim?.Goals.Any(entry => entry.Outcome == Outcome.NotQuantified) == true;

    /// <summary>Every document that was read, each content once: the same file sent twice proves no more.</summary>
    public static IEnumerable<(ExaminedFile File, ExtractedDocument Document, DocumentFacts Facts)> ReadDocuments(
        this ExaminedClaim claim
    ) =>
        from file in claim.Files.DistinctBy(file => file.Sha256, StringComparer.Ordinal)
        from document in file.Documents
        where document.Facts is not null
        select (file, document, document.Facts);

    /// <summary>
    /// True if all files were read, so that what is not found may be reported as missing. Pictures and signatures in a
    /// mail, of types that are not read, do not matter.
    /// </summary>
    public static bool IsFullyRead(this ExaminedClaim claim) =>
        claim.IsComplete
        && claim.Files.All(file =>
            file.State == EvidenceState.Read
            && file.Documents.Count > 0
            && file.Documents[0].Trouble is null
            && file.Documents.All(document =>
                document.Trouble is null or nameof(ReadTrouble.TypeNotAllowed) or nameof(ReadTrouble.Empty)
            )
        );
}
