namespace Avance.Functions.Backups;

/// <param name="Parts">How many parts the file was sent in, from 1.</param>
public sealed record RestoreRequest(int Parts);
