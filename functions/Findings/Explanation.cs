namespace Avance.Functions.Findings;

/// <summary>What a unit says of a finding.</summary>
/// <param name="Text">10 to 4,000 characters.</param>
/// <param name="By">Who, as the audit names them.</param>
public sealed record Explanation(string Text, string By, DateTimeOffset At);
