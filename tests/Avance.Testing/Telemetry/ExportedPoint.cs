namespace Avance.Testing.Telemetry;

/// <summary>A value of a metric as it arrived.</summary>
/// <param name="IsDelta">True for a counter that tells what has been added since the export before.</param>
/// <param name="Attribute">The value of its only attribute; empty without one.</param>
public sealed record ExportedPoint(
    string Metric,
    string Unit,
    bool IsGauge,
    bool IsDelta,
    string Attribute,
    double Value
);
