namespace Avance.Functions.Reminders;

/// <summary>Pauses a stage, or resumes it.</summary>
/// <param name="Held">True to pause it.</param>
/// <param name="Reason">Why; required to pause it.</param>
public sealed record PauseRequest(bool Held, string Reason = "");
