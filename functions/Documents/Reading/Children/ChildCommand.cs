namespace Avance.Functions.Documents.Reading.Children;

/// <summary>A program to run, and what it may take. Nothing of it passes through a shell.</summary>
/// <param name="Tool">Name of a program of the system, or the full path of one.</param>
internal sealed record ChildCommand(string Tool, IReadOnlyList<string> Arguments)
{
    /// <summary>A file that it reads as its standard input; null when it has none.</summary>
    public string? Input { get; init; }

    /// <summary>A private folder to work in, which its maker deletes; null for one that is gone afterwards.</summary>
    public string? Folder { get; init; }

    public required int MemoryMegabytes { get; init; }

    public required int ProcessorSeconds { get; init; }

    public required int Seconds { get; init; }

    /// <summary>Megabytes of its standard output, and of any file that it writes.</summary>
    public required int OutputMegabytes { get; init; }

    /// <summary>What it finds in its environment besides PATH and LANG.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
