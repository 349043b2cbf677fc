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
        ("ms-word.document.macroEnabled.main+xml", EvidenceFormat.Docx),
        ("ms-excel.sheet.macroEnabled.main+xml", EvidenceFormat.Xlsx),
        ("ms-powerpoint.presentation.macroEnabled.main+xml", EvidenceFormat.Pptx),
        ("ms-powerpoint.slideshow.macroEnabled.main+xml", EvidenceFormat.Pptx),
    ];

    public static EvidenceFormat Sniff(Stream content)
    {
        using var package = Open(content);
        return package.Has("[Content_Types].xml") ? OfContentTypes(package)
            : MimeType(package) is { } type ? OfMimeType(type)
            : EvidenceFormat.Zip;
    }

    public static Package Open(Stream content) => Package.Open(content, Limits, CancellationToken.None);

    /// <summary>True if its type is one that may run macros; whether it holds any is another question.</summary>
    public static bool IsMacroEnabled(Package package) => ContentTypes(package).Any(IsMacroEnabled);

    private static bool IsMacroEnabled(string type) =>
        type.Contains(".macroEnabled.main", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> ContentTypes(Package package)
    {
        using var xml = package.OpenXml("[Content_Types].xml");
        while (xml.Read())
        {
            if (xml.IsStart && xml.Attribute("ContentType") is { } type)
            {
                yield return type;
            }
        }
    }

    private static EvidenceFormat OfContentTypes(Package package)
    {
        foreach (var type in ContentTypes(package))
        {
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

            // Add-ins and the like, which hold nothing but macros.
            if (IsMacroEnabled(type))
            {
                throw new UnreadableException(ReadTrouble.MacrosNotAllowed, type);
            }
        }

        throw new UnreadableException(ReadTrouble.TypeNotAllowed, "a package of another kind");
    }

    private static string? MimeType(Package package) => package.TryReadStart("mimetype", MaxMimeType)?.Trim();

    /// <param name="type">Of an OpenDocument file, also of one in a single XML.</param>
    public static EvidenceFormat OfMimeType(string type) =>
        type switch
        {
            "application/vnd.oasis.opendocument.text" => EvidenceFormat.Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => EvidenceFormat.Ods,
            "application/vnd.oasis.opendocument.presentation" => EvidenceFormat.Odp,
            _ when type.StartsWith("application/", StringComparison.Ordinal) => throw new UnreadableException(
                ReadTrouble.TypeNotAllowed,
                type
            ),
            _ => EvidenceFormat.Zip,
        };
}
