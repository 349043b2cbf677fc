namespace Avance.Bench.Evidence;

/// <summary>The most memory that a file took, in megabytes.</summary>
/// <param name="App">Of the app's process.</param>
/// <param name="Child">Of the largest of its children; they read a document one after the other.</param>
internal sealed record PeakMemory(double App, double Child)
{
    public double Both => App + Child;
}
