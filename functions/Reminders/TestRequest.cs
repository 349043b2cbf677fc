namespace Avance.Functions.Reminders;

/// <summary>Asks for a reminder as it would be now, to an address of one's own.</summary>
/// <param name="Unit">The unit that it is about.</param>
/// <param name="Stage">The stage.</param>
/// <param name="To">Where it goes.</param>
public sealed record TestRequest(UnitCode Unit, ReminderStage Stage, EmailAddress To);
