namespace Avance.Bench.Evidence;

/// <summary>What one round measured.</summary>
/// <param name="PerSecond">Documents of the app, to the findings.</param>
/// <param name="ReadPerSecond">Documents of the app's readers and extractors alone.</param>
/// <param name="BarePerSecond">Documents of the baseline.</param>
/// <param name="Computed">Of the app for a document, on all processors together, without its children.</param>
/// <param name="AzuriteComputed">Of the storage for a document.</param>
internal sealed record DocumentRound(
    double PerSecond,
    double ReadPerSecond,
    double BarePerSecond,
    TimeSpan Computed,
    TimeSpan AzuriteComputed
);
