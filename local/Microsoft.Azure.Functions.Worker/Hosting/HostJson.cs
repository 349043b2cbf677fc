using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// host.json and the <c>Values</c> of local.settings.json as configuration. A value of host.json can be overridden by
/// a setting <c>AzureFunctionsJobHost__path__to__value</c>, as in Azure.
/// </summary>
internal static class HostJson
{
    private const string Root = "AzureFunctionsJobHost";

    /// <summary>The key of a value of host.json, whose path is given with colons.</summary>
    public static string Section(string path) => $"{Root}:{path}";

    public static IEnumerable<KeyValuePair<string, string?>> Read(string contentRoot) =>
        Flatten(Find(contentRoot, "host.json"), section: null)
            .Select(pair => KeyValuePair.Create(Section(pair.Key), pair.Value));

    public static IEnumerable<KeyValuePair<string, string?>> ReadLocalSettings(string contentRoot) =>
        Flatten(Find(contentRoot, "local.settings.json"), "Values")
            .Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value));

    /// <summary>The working directory if it is an app's, or else the folder of the program.</summary>
    public static string FindContentRoot()
    {
        var working = Directory.GetCurrentDirectory();
        return File.Exists(Path.Combine(working, "host.json")) ? working : AppContext.BaseDirectory;
    }

    private static string? Find(string contentRoot, string name) =>
        new[] { contentRoot, AppContext.BaseDirectory }
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    private static IEnumerable<KeyValuePair<string, string?>> Flatten(string? file, string? section)
    {
        if (file is null)
        {
            return [];
        }

        var root = new ConfigurationBuilder().AddJsonFile(file, optional: false, reloadOnChange: false).Build();
        IConfiguration read = section is null ? root : root.GetSection(section);
        return [.. read.AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null)];
    }
}
