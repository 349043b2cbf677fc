namespace Avance.Functions.Evidence.Reading;

/// <summary>What a name promises. It is only compared with what the content is.</summary>
internal static class FileNames
{
    private const int MaxExtension = 5;

    private static readonly Dictionary<string, EvidenceFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = EvidenceFormat.Pdf,
        ["docx"] = EvidenceFormat.Docx,
        ["xlsx"] = EvidenceFormat.Xlsx,
        ["xls"] = EvidenceFormat.Xls,
        ["csv"] = EvidenceFormat.Csv,
        ["pptx"] = EvidenceFormat.Pptx,
        ["ppsx"] = EvidenceFormat.Pptx,
        ["odt"] = EvidenceFormat.Odt,
        ["ods"] = EvidenceFormat.Ods,
        ["jpg"] = EvidenceFormat.Jpg,
        ["jpeg"] = EvidenceFormat.Jpg,
        ["jfif"] = EvidenceFormat.Jpg,
        ["png"] = EvidenceFormat.Png,
        ["tif"] = EvidenceFormat.Tiff,
        ["tiff"] = EvidenceFormat.Tiff,
        ["eml"] = EvidenceFormat.Eml,
        ["msg"] = EvidenceFormat.Msg,
        ["txt"] = EvidenceFormat.Txt,
        ["html"] = EvidenceFormat.Html,
        ["htm"] = EvidenceFormat.Html,
        ["zip"] = EvidenceFormat.Zip,
    };

    /// <summary>The format that the name promises, if any.</summary>
    public static EvidenceFormat? Promised(string name) =>
        Formats.TryGetValue(Extension(name), out var format) ? format : null;

    /// <summary>True when the name promises this format or none that is known: <c>notas.md</c>, <c>Informe final v2.MIMP</c>.</summary>
    public static bool Matches(string name, EvidenceFormat format) =>
        Promised(name) is not { } promised || promised == format;

    /// <summary>Without the point; empty for <c>INFORME N° 12.2023</c> and <c>Sr. Pérez</c>, which have none.</summary>
    private static string Extension(string name)
    {
        var point = name.LastIndexOf('.');
        var extension = point < 0 ? "" : name[(point + 1)..].Trim();
        return
            extension.Length is > 0 and <= MaxExtension
            && char.IsAsciiLetter(extension[0])
            && extension.All(char.IsAsciiLetterOrDigit)
            ? extension
            : "";
    }
}
