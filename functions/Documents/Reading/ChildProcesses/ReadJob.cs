namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>A line of JSON to the child process: a document to read.</summary>
/// <param name="Parser">The id of the parser.</param>
/// <param name="Path">The path of the document.</param>
/// <param name="Folder">A private folder for the documents that are found in it.</param>
internal sealed record ReadJob(string Parser, string Path, string Folder);
