using Avance.Functions.Documents.Reading.ChildProcesses;

namespace Avance.Functions.Documents.Reading;

/// <summary>The programs that PDFs and pictures are read with, and those that limit them.</summary>
public static class ReadingTools
{
    private static readonly string[] Names = ["pdftotext", "pdfimages", "pdftoppm", "tesseract", "setsid", "prlimit"];

    /// <summary>True if PDFs can be read whole.</summary>
    public static bool HasPoppler => Sandbox.Has("pdftotext");

    /// <summary>Those that are not installed; none is run.</summary>
    public static IReadOnlyList<string> Missing() => [.. Names.Where(name => !Sandbox.Has(name))];
}
