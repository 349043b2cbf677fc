using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.Pdf;

namespace Avance.Functions.Findings.Rules;

/// <summary>
/// Part of a file does not count: documents in it could not be read, hold more facts than are stored, or were read by what
/// reads the letters of a PDF alone.
/// </summary>
public sealed class EvidencePartlyReadRule : IFindingRule
{
    // Logos, signatures, business cards and invitations of mails.
    private static readonly string[] DecorativeTypes = [".gif", ".bmp", ".svg", ".emz", ".wmz", ".p7s", ".vcf", ".ics"];

    public string Code => "evidence-partly-read";

    public FindingSeverity Severity => FindingSeverity.Warning;

    public IEnumerable<RaisedFinding> Examine(ExaminedClaim claim)
    {
        foreach (var file in claim.Files.Where(file => file.Documents is [{ Trouble: null }, ..]))
        {
            var failed = file.Documents.Skip(1).Where(IsUnread).Select(document => document.Name).ToList();
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

            if (file.Documents.Any(document => document.Reader == PdfPigParser.ReaderId && document.Trouble is null))
            {
                yield return Raise(file, $"reader={PdfPigParser.ReaderId}", Messages.Text($"{Code}.Letters"));
            }

            if (file.Documents.Any(document => document.Facts is { IsTruncated: true }))
            {
                yield return Raise(file, "truncated", Messages.Text($"{Code}.Truncated"));
            }
        }
    }

    /// <summary>
    /// Documents that need a password have a finding of their own; empty ones and decorations of mails hide nothing.
    /// </summary>
    private static bool IsUnread(ExtractedDocument document) =>
        document.Trouble is not (null or nameof(ReadTrouble.Encrypted) or nameof(ReadTrouble.Empty))
        && !(
            document.Trouble == nameof(ReadTrouble.TypeNotAllowed)
            && Array.Exists(
                DecorativeTypes,
                ending => document.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            )
        );

    private static RaisedFinding Raise(ExaminedFile file, string subject, string what) =>
        new(subject, [file.Name, what]) { File = file.Id };
}
