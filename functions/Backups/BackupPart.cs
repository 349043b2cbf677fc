using System.Text.Json.Serialization;

namespace Avance.Functions.Backups;

/// <summary>A file in a back-up.</summary>
/// <param name="Path"><c>tables/NAME.jsonl</c>, or <c>blobs/CONTAINER/NAME</c>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record BackupPart(string Path, long Size, string Sha256)
{
    /// <summary>Of a table, how many there are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Rows { get; init; }

    /// <summary>Of a blob, its media type.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContentType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    private const string Tables = "tables/";
    private const string Lines = ".jsonl";
    private const string Blobs = "blobs/";

    public static string PathOf(string table) => $"{Tables}{table}{Lines}";

    public static string PathOf(string container, string blob) => $"{Blobs}{container}/{blob}";

    /// <summary>The table of its rows; null if it is none.</summary>
    [JsonIgnore]
    public string? Table =>
        Path.StartsWith(Tables, StringComparison.Ordinal) && Path.EndsWith(Lines, StringComparison.Ordinal)
            ? Path[Tables.Length..^Lines.Length]
            : null;

    /// <summary>Container and name of the blob; null if it is none.</summary>
    [JsonIgnore]
    public (string Container, string Name)? Blob =>
        Path.StartsWith(Blobs, StringComparison.Ordinal) && Path.Split('/', 3) is [_, var container, var name]
            ? (container, name)
            : null;
}
