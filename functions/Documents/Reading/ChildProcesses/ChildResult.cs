namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <param name="ExitCode">128 plus the number of the signal that ended it, if one did.</param>
/// <param name="Error">The beginning of what it wrote to its standard error.</param>
internal sealed record ChildResult(int ExitCode, string Error)
{
    /// <summary>For the log.</summary>
    public string Describe(string tool) => $"{tool} returned {ExitCode}: {Error.ReplaceLineEndings(" ").Trim()}";
}
