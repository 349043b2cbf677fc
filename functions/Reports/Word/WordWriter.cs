using Avance.Functions.Reports.Composition;

namespace Avance.Functions.Reports.Word;

/// <summary>Writes a report as a Word file.</summary>
public static class WordWriter
{
    private const int CopyBuffer = 81_920;

    /// <param name="output">Empty; a stream that can be read and sought is written directly, for others a temporary file is.</param>
    /// <param name="template">A .docx whose styles, headers, footers and paper the report takes; null for ours.</param>
    public static void Write(ReportDocument document, Stream output, Stream? template)
    {
        if (output is { CanRead: true, CanSeek: true })
        {
            WriteTo(document, output, template);
            return;
        }

        using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            CopyBuffer,
            FileOptions.DeleteOnClose
        );
        WriteTo(document, file, template);
        file.Position = 0;
        file.CopyTo(output);
    }

    /// <summary>A word that the writer adds to what the report says.</summary>
    internal static string Word(string word) => Messages.Text($"{Words}.{word}");

    private const string Words = "report-word";

    private static void WriteTo(ReportDocument report, Stream output, Stream? template)
    {
        using var word = WordTemplate.Open(output, template, out var sections);
        var main = word.MainDocumentPart!;
        var styles = new WordStyles(main);
        var numbering = new WordNumbering(main, styles);
        var pages = WordPages.Create(main, styles, report.Cover, sections);
        var notes = new WordNotes(styles);
        WordSettings.Write(word, report.Cover);

        using (var body = new WordBody(main, styles, numbering, notes))
        {
            WordCover.Write(body, report.Cover);
            if (!report.IsShort)
            {
                WordContents.Write(body, report.Sections);
            }

            WordSections.Write(body, pages, report.Sections, beginsOnNewPage: !report.IsShort);
        }

        notes.Write(main);
    }
}
