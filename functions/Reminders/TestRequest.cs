namespace Avance.Functions.Reminders;

/// <summary>Asks for a reminder as it would be now, to an address of the caller's choice.</summary>
/// <param name="To">Where it goes.</param>
public sealed record TestRequest(UnitCode Unit, ReminderStage Stage, EmailAddress To);
