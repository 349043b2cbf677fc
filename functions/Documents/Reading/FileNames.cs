namespace Avance.Functions.Documents.Reading;

/// <summary>The format that a file name suggests, which is only compared with that of the content.</summary>
internal static class FileNames
{
    private static readonly Dictionary<string, EvidenceFormat> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = EvidenceFormat.Pdf,
        ["docx"] = EvidenceFormat.Docx,
        ["docm"] = EvidenceFormat.Docx,
        ["xlsx"] = EvidenceFormat.Xlsx,
        ["xlsm"] = EvidenceFormat.Xlsx,
        ["xls"] = EvidenceFormat.Xls,
        ["csv"] = EvidenceFormat.Csv,
        ["pptx"] = EvidenceFormat.Pptx,
        ["ppsx"] = EvidenceFormat.Pptx,
        ["pptm"] = EvidenceFormat.Pptx,
        ["ppsm"] = EvidenceFormat.Pptx,
        ["odt"] = EvidenceFormat.Odt,
        ["fodt"] = EvidenceFormat.Odt,
        ["ods"] = EvidenceFormat.Ods,
        ["fods"] = EvidenceFormat.Ods,
        ["odp"] = EvidenceFormat.Odp,
        ["fodp"] = EvidenceFormat.Odp,
        ["rtf"] = EvidenceFormat.Rtf,
        ["xml"] = EvidenceFormat.Xml,
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

    // Known extensions of formats that are not read: programs, scripts, older office files, pictures and sound.
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "7z",
        "apk",
        "app",
        "avi",
        "bat",
        "bin",
        "bmp",
        "cmd",
        "com",
        "cpl",
        "dll",
        "dmg",
        "doc",
        "dot",
        "dotx",
        "exe",
        "gif",
        "gz",
        "hta",
        "iso",
        "jar",
        "js",
        "jse",
        "lnk",
        "mov",
        "mp3",
        "mp4",
        "msi",
        "pif",
        "pps",
        "ppt",
        "ps1",
        "py",
        "rar",
        "scr",
        "sh",
        "svg",
        "sys",
        "tar",
        "vbe",
        "vbs",
        "wav",
        "wsf",
        "xlsb",
    };

    /// <summary>The format of the name's extension, if any.</summary>
    public static EvidenceFormat? FormatOf(string name) =>
        Formats.TryGetValue(Extension(name), out var format) ? format : null;

    /// <summary>True if the name suggests this format or none: <c>Informe final v2.MIMP</c>, <c>INFORME N° 12.2023</c>.</summary>
    public static bool Matches(string name, EvidenceFormat format) =>
        FormatOf(name) is { } promised
            ? promised == format || (promised, format) is (EvidenceFormat.Txt, EvidenceFormat.Csv)
            : !Others.Contains(Extension(name));

    /// <summary>True if the name promises a list: text under it is one, whatever program wrote it.</summary>
    public static bool PromisesSheet(string name) =>
        FormatOf(name) is EvidenceFormat.Xlsx or EvidenceFormat.Xls or EvidenceFormat.Ods or EvidenceFormat.Csv;

    /// <summary>What follows the last point; empty if there is none.</summary>
    private static string Extension(string name) => Path.GetExtension(name).TrimStart('.').Trim();
}
