namespace Avance.Functions.Tests.PowerBi;

/// <param name="Type">As TMDL calls it: string, int64, double, boolean, dateTime.</param>
/// <param name="Source">The column of the query.</param>
internal sealed record ModelColumn(string Name, string Type, string Source, bool IsHidden, TmdlNode Node);
