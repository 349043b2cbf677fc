using Avance.Functions.Evidence;
using Avance.Functions.Evidence.Reading;

namespace Avance.Functions.Findings.Rules;

/// <summary>A file of which not everything counts: documents in it could not be read, or say more than is kept.</summary>
public sealed class EvidencePartlyReadRule : IFindingRule
{
    public string Code => "evidence-partly-read";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        foreach (var file in claim.Files.Where(file => file.Documents is [{ Trouble: null }, ..]))
        {
            var failed = file.Documents.Skip(1).Where(IsClosed).Select(document => document.Name).ToList();
            if (failed.Count > 0)
            {
                yield return Raise(
                    file,
                    $"documents={InWords.Key(failed.Count)}",
                    Messages.Text($"{Code}.Documents", InWords.Figure(failed.Count), InWords.Names(failed))
                );
            }

            if (file.Documents.Any(document => document.Facts is { IsTruncated: true }))
            {
                yield return Raise(file, "truncated", Messages.Text($"{Code}.Truncated"));
            }
        }
    }

    // What needs a password has a finding of its own.
    private static bool IsClosed(DocumentFactsView document) =>
        document.Trouble is not (null or nameof(ReadTrouble.Encrypted));

    private static RaisedFinding Raise(ExaminedFile file, string subject, string what) =>
        new(subject, [file.Name, what]) { File = file.Id };
}
