using Avance.Functions.Documents.Reading.CompoundFiles;

namespace Avance.Functions.Documents.Reading.Sniffing;

/// <summary>Tells whether an Office document may run macros. None is run.</summary>
internal static class MacroSniffer
{
    private static readonly string[] Parts = ["vbaProject.bin", "vbaData.xml"];

    public static bool HasMacros(Stream content, EvidenceFormat format) =>
        format switch
        {
            EvidenceFormat.Docx or EvidenceFormat.Xlsx or EvidenceFormat.Pptx => OfPackage(content),
            EvidenceFormat.Xls => OfCompoundFile(content),
            _ => false,
        };

    private static bool OfPackage(Stream content)
    {
        using var package = PackageSniffer.Open(content);
        return PackageSniffer.IsMacroEnabled(package)
            || package
                .Names("")
                .Any(name =>
                    Array.Exists(Parts, part => name.EndsWith("/" + part, StringComparison.OrdinalIgnoreCase))
                    || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)
                );
    }

    private static bool OfCompoundFile(Stream content)
    {
        if (!FormatSniffer.IsCompoundFile(content))
        {
            return false;
        }

        var file = new CompoundFile(content);
        return file.Children(file.Root)
            .Any(entry => entry.Name.Equals("_VBA_PROJECT_CUR", StringComparison.OrdinalIgnoreCase));
    }
}
