namespace Avance.Testing.Telemetry;

/// <summary>A line of the log as it arrived.</summary>
/// <param name="Category">Who wrote it.</param>
/// <param name="Trace">The trace in which it was written, hexadecimal; empty outside of one.</param>
public sealed record ExportedLog(
    string Category,
    string Severity,
    string Body,
    string Trace,
    IReadOnlyDictionary<string, string> Attributes
);
