namespace Avance.Functions.Progress;

/// <summary>A file in the manifest of a submission: what it was when it was sent, whatever becomes of it.</summary>
/// <param name="Name">What it was called on the unit's device.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, 64 lower-case hexadecimal digits.</param>
public sealed record EvidenceEntry(EvidenceId Id, string Name, long Size, string Sha256);
