using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Findings.Rules;

/// <summary>A file of which not everything counts: documents in it could not be read, or say more than is kept.</summary>
public sealed class EvidencePartlyReadRule : IFindingRule
{
    // Logos, signatures, business cards and invitations of mails.
    private static readonly string[] Dress = [".gif", ".bmp", ".svg", ".emz", ".wmz", ".p7s", ".vcf", ".ics"];

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
                    $"documents={FindingText.Key(failed.Count)}",
                    Messages.Text($"{Code}.Documents", FindingText.Figure(failed.Count), FindingText.Names(failed))
                );
            }

            var unread = file.Documents.Sum(document => document.Unread);
            if (unread > 0)
            {
                yield return Raise(
                    file,
                    $"pages={FindingText.Key(unread)}",
                    Messages.Text($"{Code}.Pages", FindingText.Figure(unread))
                );
            }

            if (file.Documents.Any(document => document.Facts is { IsTruncated: true }))
            {
                yield return Raise(file, "truncated", Messages.Text($"{Code}.Truncated"));
            }
        }
    }

    /// <summary>What needs a password has a finding of its own; what is empty, or dresses up a mail, hides nothing.</summary>
    private static bool IsClosed(ExtractedDocument document) =>
        document.Trouble is not (null or nameof(ReadTrouble.Encrypted) or nameof(ReadTrouble.Empty))
        && !(
            document.Trouble == nameof(ReadTrouble.TypeNotAllowed)
            && Array.Exists(Dress, ending => document.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        );

    private static RaisedFinding Raise(ExaminedFile file, string subject, string what) =>
        new(subject, [file.Name, what]) { File = file.Id };
}
