using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;

namespace Avance.Functions.Reminders.Groups;

/// <summary>A mail that a group is due.</summary>
/// <param name="Stage">A call, an agreement or a duty.</param>
/// <param name="Anchor">
/// <c>2023-002.1</c> for the first call of a session, <c>2023-002.2.before-7.20231218</c> for an agreement with its day,
/// <c>informe-anual.before-30.20240131</c> for a duty.
/// </param>
/// <param name="Session">The session of a call or agreement; null for a duty.</param>
/// <param name="Agreement">Null for all but agreements.</param>
/// <param name="Duty">Null for all but duties.</param>
/// <param name="Due">The day of an agreement or duty; null for a call.</param>
public sealed record GroupReminder(
    ReminderStage Stage,
    string Anchor,
    GroupSession? Session = null,
    Agreement? Agreement = null,
    YearlyDuty? Duty = null,
    DateOnly? Due = null
);
