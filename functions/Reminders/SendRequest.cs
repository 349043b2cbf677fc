namespace Avance.Functions.Reminders;

/// <summary>
/// Asks for a mail to be sent now: a reminder to a unit, or again a mail that was not delivered or whose outcome is
/// unknown.
/// </summary>
/// <param name="RequestId">The caller's own: the same one again sends nothing again.</param>
/// <param name="Unit">The unit to remind; null with <paramref name="Mail"/>.</param>
/// <param name="Mail">The mail to send again, as the list names it; null with <paramref name="Unit"/>.</param>
public sealed record SendRequest(Guid RequestId, UnitCode? Unit = null, string? Mail = null);
