namespace Avance.Functions.Groups.Sessions;

/// <summary>That members were called to a session, or told that it is cancelled.</summary>
/// <param name="Sequence">1 for the first call; each change that was told, and the cancellation, count one more.</param>
/// <param name="Digest">Of what was told, to see whether it has changed since.</param>
public sealed record SessionCall(int Sequence, DateTimeOffset At, string By, string Digest);
