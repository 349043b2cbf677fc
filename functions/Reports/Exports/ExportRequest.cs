namespace Avance.Functions.Reports.Exports;

/// <summary>A request to export a report.</summary>
public sealed record ExportRequest(ExportFormat Format, ExportScope Scope);
