using Avance.Functions.Reports.Word;
using Avance.Functions.Reports.Workbooks;

namespace Avance.Functions.Reports.Exports;

/// <summary>Writes a report in the format that was asked for.</summary>
public sealed class ExportWriter(ReportSheets sheets, ReportTemplates templates, BusinessCalendar calendar)
{
    /// <param name="output">A file: what is written may be read again.</param>
    public async Task WriteAsync(
        Export export,
        ExportSources sources,
        Stream output,
        CancellationToken cancellationToken
    )
    {
        switch (export.Format)
        {
            case ExportFormat.Word:
                var template = await templates.FindAsync(export.Plan, cancellationToken);
                WordWriter.Write(sources.Compose(calendar), output, template?.ToStream());
                break;
            case ExportFormat.Excel:
                var title = $"{sources.Plan.Header.Name}, {sources.Latest.Report.Period}";
                ExcelWriter.Write(title, sheets.Of(sources.Workbook), output);
                break;
            default:
                CsvArchive.Write(sheets.Of(sources.Workbook), output);
                break;
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
