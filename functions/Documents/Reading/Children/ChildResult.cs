namespace Avance.Functions.Documents.Reading.Children;

/// <param name="ExitCode">128 and the number of the signal when one ended it.</param>
/// <param name="Error">The beginning of what it wrote to its standard error.</param>
internal sealed record ChildResult(int ExitCode, string Error)
{
    /// <summary>For the log.</summary>
    public string Describe(string tool) => $"{tool} returned {ExitCode}: {Error.ReplaceLineEndings(" ").Trim()}";
}
