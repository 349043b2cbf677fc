namespace Avance.Testing.Telemetry;

/// <summary>A span as it arrived. Ids are hexadecimal.</summary>
/// <param name="Source">The name of the source that made it.</param>
/// <param name="Parent">The id of the span that it is a part of; empty if it begins a trace.</param>
/// <param name="Attributes">With their values as text.</param>
/// <param name="Links">The spans that it is linked with.</param>
/// <param name="HasFailed">True if its status is an error.</param>
public sealed record ExportedSpan(
    string Source,
    string Trace,
    string Id,
    string Parent,
    string Name,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<(string Trace, string Id)> Links,
    bool HasFailed
);
