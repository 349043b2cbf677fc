namespace Avance.Samples;

/// <summary>What the demo found to be other than it should be.</summary>
internal sealed class DemoException(string message) : Exception(message);
