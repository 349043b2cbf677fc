namespace Avance.Functions.Reports.Evaluations;

/// <summary>That a version of an evaluation was written.</summary>
public sealed record EvaluationVersion(int Version, string By, DateTimeOffset At);
