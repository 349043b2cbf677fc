namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>A program to run, and its limits. No shell is involved.</summary>
/// <param name="Tool">Name of a program of the system, or the full path of one.</param>
internal sealed record ChildCommand(string Tool, IReadOnlyList<string> Arguments)
{
    /// <summary>The file for its standard input; null for none.</summary>
    public string? Input { get; init; }

    /// <summary>A private working folder, which the caller deletes; null for one that is deleted when the program has ended.</summary>
    public string? Folder { get; init; }

    public required int MemoryMegabytes { get; init; }

    public required int ProcessorSeconds { get; init; }

    public required int Seconds { get; init; }

    /// <summary>Limit in megabytes of its standard output, and of each file that it writes.</summary>
    public required int OutputMegabytes { get; init; }

    /// <summary>Its environment variables besides PATH and LANG.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
