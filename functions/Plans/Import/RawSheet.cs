namespace Avance.Functions.Plans.Import;

/// <summary>A sheet of a file, of whatever format.</summary>
/// <param name="Name">Its name as the file has it, without extension.</param>
/// <param name="Rows">Its rows that are not blank. The first one is the header.</param>
public sealed record RawSheet(string Name, IReadOnlyList<RawRow> Rows);
