namespace Avance.Functions.Documents.Reading.CompoundFiles;

/// <summary>A stream or a storage (which is to a stream what a folder is to a file) of a compound file.</summary>
internal sealed record CompoundEntry(string Name, bool IsStorage, uint Start, long Length, uint Child);
