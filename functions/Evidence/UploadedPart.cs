namespace Avance.Functions.Evidence;

/// <summary>A part of a file that has arrived.</summary>
/// <param name="Part">Its place in the file, from 1.</param>
/// <param name="Size">In bytes.</param>
public sealed record UploadedPart(int Part, int Size);
