namespace Avance.Functions.Documents.Reading.Children;

/// <summary>A line that this app's own child process reads.</summary>
/// <param name="Parser">The id of the parser.</param>
/// <param name="Path">Where the document is.</param>
/// <param name="Folder">A private folder for the documents that are found in it.</param>
internal sealed record ReadJob(string Parser, string Path, string Folder);
