namespace Avance.Functions.Achievements;

/// <summary>The body with which an achievement is withdrawn.</summary>
/// <param name="Reason">5 to 1,000 characters.</param>
public sealed record WithdrawalRequest(string Reason = "");
