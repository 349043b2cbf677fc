namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>A document that was found in another one.</summary>
/// <param name="Name">Its name, as its sender wrote it.</param>
/// <param name="File">Name of its copy in <see cref="ReadJob.Folder"/>.</param>
internal sealed record ContainedFile(string Name, string File);
