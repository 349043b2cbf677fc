namespace Avance.Functions.Reminders;

/// <summary>Holds a stage, or lets it go.</summary>
/// <param name="Held">True to hold it.</param>
/// <param name="Reason">Why; wanted to hold it.</param>
public sealed record HoldRequest(bool Held, string Reason = "");
