namespace Avance.Functions.Reports.Minutes;

/// <summary>Minutes as a file.</summary>
/// <param name="Content">From its beginning; whoever answers with it disposes of it.</param>
public sealed record MinutesFile(string Name, Stream Content);
