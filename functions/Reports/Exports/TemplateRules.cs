using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Avance.Functions.Http;
using DocumentFormat.OpenXml.Packaging;

namespace Avance.Functions.Reports.Exports;

/// <summary>Says whether a file may be the template of reports: a Word document that runs nothing and loads nothing. Pure.</summary>
public static partial class TemplateRules
{
    /// <summary>5 MiB: a letterhead with pictures.</summary>
    public const int MaxBytes = 5 * 1_048_576;

    // What a document of that size may hold when it is unpacked: more is a bomb.
    private const long MaxUnpackedBytes = 100 * 1_048_576;
    private const int MaxParts = 1_000;

    private const string DocumentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    /// <returns>Null if it may.</returns>
    public static Error? Check(byte[] content)
    {
        try
        {
            if (IsTooMuch(content))
            {
                return Unreadable;
            }

            using var document = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
            return Check(document);
        }
        catch (Exception error)
            when (error
                    is OpenXmlPackageException
                        or InvalidDataException
                        or FileFormatException
                        or IOException
                        or XmlException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            // The library throws what it comes upon: none of these means anything but that the file is no document.
            return Unreadable;
        }
    }

    private static Error Unreadable => new("template-unreadable", StatusCodes.Status422UnprocessableEntity);

    private static bool IsTooMuch(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return archive.Entries.Count > MaxParts || archive.Entries.Sum(entry => entry.Length) > MaxUnpackedBytes;
    }

    private static Error? Check(WordprocessingDocument document)
    {
        var parts = document.GetAllParts().Prepend<OpenXmlPartContainer>(document.MainDocumentPart!).ToHashSet();
        if (parts.Any(Runs))
        {
            return new Error("template-macros", StatusCodes.Status422UnprocessableEntity);
        }

        if (
            document.MainDocumentPart is not { ContentType: DocumentType } main
            || main.Document?.Body is null
            || main.StyleDefinitionsPart is { Styles: null }
        )
        {
            return Unreadable;
        }

        return
            parts.Append(document).Any(LinksElsewhere)
            || parts.OfType<OpenXmlPart>().Where(IsXml).Any(part => LoadsByField(part))
            ? new Error("template-links", StatusCodes.Status422UnprocessableEntity)
            : null;
    }

    /// <summary>Macros, controls, and documents of other programs within it.</summary>
    private static bool Runs(OpenXmlPartContainer part) =>
        part
            is VbaProjectPart
                or VbaDataPart
                or EmbeddedControlPersistencePart
                or EmbeddedControlPersistenceBinaryDataPart
                or EmbeddedObjectPart
                or EmbeddedPackagePart
                or AlternativeFormatImportPart
                or CustomizationPart
        || part is OpenXmlPart { ContentType: var type } && type.Contains("macro", StringComparison.OrdinalIgnoreCase);

    /// <summary>Pictures, templates and data that Word would load as it opens the document. A link to click on is none.</summary>
    private static bool LinksElsewhere(OpenXmlPartContainer part) =>
        part.ExternalRelationships.Any()
        || part.HyperlinkRelationships.Any(link =>
            link.IsExternal && !(link.Uri.IsAbsoluteUri && Schemes.Contains(link.Uri.Scheme, StringComparer.Ordinal))
        );

    private static bool IsXml(OpenXmlPart part) => part.ContentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a field that loads something; its code may be spread over several elements.</summary>
    private static bool LoadsByField(OpenXmlPart part)
    {
        var codes = new StringBuilder();
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "fldSimple")
            {
                codes.Append(' ').Append(reader.GetAttribute("instr", reader.NamespaceURI));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "instrText")
            {
                codes.Append(reader.ReadString());
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "fldChar")
            {
                codes.Append(' ');
            }
        }

        return LoadingField().IsMatch(codes.ToString());
    }

    [GeneratedRegex(
        @"\b(DDE|DDEAUTO|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|LINK|MACROBUTTON|DATABASE)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex LoadingField();
}
