namespace Avance.Functions.Tests.Telemetry;

/// <summary>
/// Tests that listen to the spans and metrics of their app. These are the process's own, so that no other app may run beside.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
