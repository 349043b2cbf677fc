using Avance.Functions.Reports.Workbooks;

namespace Avance.Functions.Reports.Exports;

/// <summary>Writes a report in the format that was asked for.</summary>
public sealed class ExportWriter(ReportSheets sheets)
{
    /// <param name="output">A file: what is written may be read again.</param>
    public void Write(Export export, ExportSources sources, Stream output)
    {
        switch (export.Format)
        {
            case ExportFormat.Excel:
                var title = $"{sources.Plan.Header.Name}, {sources.Latest.Report.Period}";
                ExcelWriter.Write(title, sheets.Of(sources.Workbook), output);
                break;
            case ExportFormat.Csv:
                CsvArchive.Write(sheets.Of(sources.Workbook), output);
                break;
            default:
                throw new NotSupportedException($"{export.Format} is not written yet.");
        }
    }

    /// <summary>With its dot.</summary>
    public static string EndingOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.Word => ".docx",
            ExportFormat.Excel => ".xlsx",
            _ => "-csv.zip",
        };

    public static string ContentTypeOf(ExportFormat format) =>
        format switch
        {
            ExportFormat.Word => ReportTemplates.ContentType,
            ExportFormat.Excel => ExcelWriter.ContentType,
            _ => CsvArchive.ContentType,
        };
}
