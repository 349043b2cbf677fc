namespace Avance.Functions.Groups;

/// <summary>A yearly duty as it is sent: <see cref="YearlyDuty"/> without what was done.</summary>
public sealed record YearlyDutyRequest(string Id, string Title, int Month, int Day);
