using Avance.Functions.Plans;

namespace Avance.Functions.Reminders.Content;

/// <summary>A unit in the secretariat's summary.</summary>
/// <param name="Missing">Activities that it has sent nothing of.</param>
/// <param name="Returned">Activities that it has to correct.</param>
/// <param name="HasContacts">False if there is no one to remind.</param>
public sealed record DigestUnit(Unit Unit, int Missing, int Returned, bool HasContacts);
