using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Sniffing;

/// <summary>Distinguishes Office and OpenDocument files from each other and from a plain ZIP.</summary>
internal static class PackageSniffer
{
    private const int MaxMimeType = 200;

    /// <summary>Limits for sniffing: Office files have few entries, and the ZIP reader refuses larger archives.</summary>
    private static readonly ReadingOptions Limits = new() { Entries = 100_000, XmlPartMegabytes = 4 };

    private static readonly (string Part, EvidenceFormat Format)[] MainParts =
    [
        ("wordprocessingml.document.main+xml", EvidenceFormat.Docx),
        ("spreadsheetml.sheet.main+xml", EvidenceFormat.Xlsx),
        ("presentationml.presentation.main+xml", EvidenceFormat.Pptx),
        ("presentationml.slideshow.main+xml", EvidenceFormat.Pptx),
    ];

    public static EvidenceFormat Sniff(Stream content)
    {
        using var package = Package.Open(content, Limits, CancellationToken.None);
        return package.Has("[Content_Types].xml") ? OfContentTypes(package)
            : MimeType(package) is { } type ? OfMimeType(type)
            : EvidenceFormat.Zip;
    }

    private static EvidenceFormat OfContentTypes(Package package)
    {
        using var xml = package.OpenXml("[Content_Types].xml");
        while (xml.Read())
        {
            var type = xml.IsStart ? xml.Attribute("ContentType") ?? "" : "";
            if (type.Contains(".macroEnabled.main", StringComparison.OrdinalIgnoreCase))
            {
                throw new UnreadableException(ReadTrouble.MacrosNotAllowed, type);
            }

            if (type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase))
            {
                throw new UnreadableException(ReadTrouble.TypeNotAllowed, "xlsb");
            }

            foreach (var (part, format) in MainParts)
            {
                if (type.EndsWith(part, StringComparison.OrdinalIgnoreCase))
                {
                    return format;
                }
            }
        }

        throw new UnreadableException(ReadTrouble.TypeNotAllowed, "a package of another kind");
    }

    private static string? MimeType(Package package) => package.TryReadStart("mimetype", MaxMimeType)?.Trim();

    private static EvidenceFormat OfMimeType(string type) =>
        type switch
        {
            "application/vnd.oasis.opendocument.text" => EvidenceFormat.Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => EvidenceFormat.Ods,
            _ when type.StartsWith("application/", StringComparison.Ordinal) => throw new UnreadableException(
                ReadTrouble.TypeNotAllowed,
                type
            ),
            _ => EvidenceFormat.Zip,
        };
}
