using System.Text.Json.Nodes;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>The files of the report in <c>power-bi/</c>.</summary>
internal static class ReportFiles
{
    public const string Root = "power-bi";
    public const string Folder = $"{Root}/Avance.Report";
    public const string Definition = $"{Folder}/definition";

    public static IReadOnlyList<ReportVisual> Visuals { get; } =
    [
        .. Directory
            .GetFiles(RepositoryRoot.File($"{Definition}/pages"), "visual.json", SearchOption.AllDirectories)
            .Select(file => new ReportVisual(
                FolderName(file, 3),
                FolderName(file, 0),
                JsonNode.Parse(File.ReadAllText(file))!
            ))
            .OrderBy(visual => visual.Page, StringComparer.Ordinal)
            .ThenBy(visual => (double)visual.Position["tabOrder"]!),
    ];

    public static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(RepositoryRoot.File(file)))!;

    /// <summary>The folder that the file is in, or one so many levels above it.</summary>
    private static string FolderName(string file, int above)
    {
        var folder = Directory.GetParent(file)!;
        for (var level = 0; level < above - 1; level++)
        {
            folder = folder.Parent!;
        }

        return folder.Name;
    }
}
