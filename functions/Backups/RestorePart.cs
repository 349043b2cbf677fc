namespace Avance.Functions.Backups;

/// <summary>A part of the file of a back-up that has arrived.</summary>
/// <param name="Part">Its place, from 1.</param>
/// <param name="Size">In bytes.</param>
public sealed record RestorePart(int Part, int Size);
