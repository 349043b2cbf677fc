namespace Microsoft.Graph;

/// <summary>What the package tells Graph about the caller; nothing is told here.</summary>
public class GraphClientOptions
{
    public string? GraphServiceTargetVersion { get; set; }

    public string? GraphServiceLibraryClientVersion { get; set; }

    public string? GraphCoreClientVersion { get; set; }

    public string? GraphProductPrefix { get; set; }
}
