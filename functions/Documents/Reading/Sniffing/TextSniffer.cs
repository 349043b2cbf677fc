using System.Text.RegularExpressions;
using Avance.Functions.Documents.Reading.Csv;
using Avance.Functions.Documents.Reading.Mail;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Sniffing;

/// <summary>Distinguishes mails, web pages, lists and plain text by their first kilobytes.</summary>
internal static partial class TextSniffer
{
    private const int EnoughHeaders = 2;

    private static readonly string[] MailHeaders = ["from", "to", "subject", "date", .. TransportHeaders];

    /// <summary>Headers that a mail has and a typed memo has not.</summary>
    private static string[] TransportHeaders =>
        ["received", "return-path", "delivered-to", "message-id", "mime-version", "content-type", "dkim-signature"];

    public static EvidenceFormat Sniff(ReadOnlySpan<byte> start, string name)
    {
        var encoding = TextEncodings.OfMark(start);
        if (encoding is null && start.IndexOfAnyInRange((byte)0, (byte)8) >= 0)
        {
            throw new UnreadableException(ReadTrouble.TypeNotAllowed, "binary of no known type");
        }

        var text = (encoding ?? TextEncodings.Windows1252).GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text switch
        {
            _ when text.Length == 0 => throw new UnreadableException(ReadTrouble.Empty, "only blanks"),
            // The HTML body of a mail, which seldom begins like a web page.
            _ when name == MailLabels.Body || Html.IsMatch(text) => EvidenceFormat.Html,
            _ when text.StartsWith('<') && OfXml(text) is { } format => format,
            _ when IsMail(text, FileNames.FormatOf(name) == EvidenceFormat.Eml) => EvidenceFormat.Eml,
            // Systems export a table of a page under the name of a workbook, after whatever they like.
            _ when FileNames.PromisesSheet(name) && text.Contains("<table", StringComparison.OrdinalIgnoreCase) =>
                EvidenceFormat.Html,
            _ when text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) => throw new UnreadableException(
                ReadTrouble.TypeNotAllowed,
                "xml"
            ),
            // A text with one column is a list if its name has that extension.
            _ when FileNames.FormatOf(name) is EvidenceFormat.Csv => EvidenceFormat.Csv,
            // Excel saves lists separated by tabs as text.
            _ when FileNames.FormatOf(name) is EvidenceFormat.Txt => CsvSeparator.IsListOf(text, '\t')
                ? EvidenceFormat.Csv
                : EvidenceFormat.Txt,
            _ => CsvSeparator.IsList(text) || (FileNames.PromisesSheet(name) && CsvSeparator.HasColumns(text))
                ? EvidenceFormat.Csv
                : EvidenceFormat.Txt,
        };
    }

    /// <summary>A workbook of Excel 2003 or an OpenDocument file in one XML; null for any other.</summary>
    private static EvidenceFormat? OfXml(string text) =>
        Spreadsheet.IsMatch(text) ? EvidenceFormat.Xml
        : FlatOdf.Match(text) is { Success: true } match ? PackageSniffer.OfMimeType(match.Groups["type"].Value)
        : null;

    /// <summary>True if the text begins with headers, some of which are those of a mail.</summary>
    private static bool IsMail(string text, bool promised)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        // The last line may be cut off.
        foreach (var line in lines.Take(Math.Max(1, lines.Length - 1)))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                break;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' || line.StartsWith("From ", StringComparison.Ordinal))
            {
                continue;
            }

            if (colon <= 0 || !line[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                return false;
            }

            var header = line[..colon].ToLowerInvariant();
            if (MailHeaders.Contains(header))
            {
                known.Add(header);
            }
        }

        return known.Count >= EnoughHeaders && (promised || known.Overlaps(TransportHeaders));
    }

    [GeneratedRegex(
        @"<(\w+:)?Workbook\s[^>]{0,4000}urn:schemas-microsoft-com:office:spreadsheet",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Spreadsheet { get; }

    [GeneratedRegex(
        @"<office:document\s[^>]{0,8000}office:mimetype=[""'](?<type>[^""']{1,100})[""']",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex FlatOdf { get; }

    [GeneratedRegex(
        @"\A(<\?xml[^>]{0,200}\?>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body|table|meta|div|title)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Html { get; }
}
