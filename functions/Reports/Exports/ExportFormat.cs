namespace Avance.Functions.Reports.Exports;

/// <summary>What a report is written as.</summary>
public enum ExportFormat
{
    /// <summary>A document to be signed.</summary>
    Word,

    /// <summary>The tables as a workbook.</summary>
    Excel,

    /// <summary>The tables as CSV files in a ZIP.</summary>
    Csv,
}
