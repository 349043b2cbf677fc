namespace Avance.FunctionsHost.TestApp;

/// <summary>One run of a function.</summary>
/// <param name="data">What it was given.</param>
public sealed class Call(IReadOnlyDictionary<string, string?> data)
{
    public IReadOnlyDictionary<string, string?> Data { get; } = data;

    /// <summary>How it ended: completed, failed or cancelled; null while it runs.</summary>
    public string? Outcome { get; set; }
}
