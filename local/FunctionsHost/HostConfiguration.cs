using System.Text;

namespace Avance.FunctionsHost;

/// <summary>host.json, the environment and the settings of the app, as the host reads them.</summary>
internal sealed class HostConfiguration
{
    private const string Root = "AzureFunctionsJobHost";

    // A host in Azure cuts its id at 32 characters as well; with a prefix it becomes the name of a queue.
    private const int LongestId = 32;

    public HostConfiguration(FunctionsHostOptions options)
    {
        var hostJson = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(options.AppDirectory, "host.json"), optional: true, reloadOnChange: false)
            .Build();
        Values = new ConfigurationBuilder()
            .AddInMemoryCollection(
                hostJson.AsEnumerable().Select(pair => KeyValuePair.Create($"{Root}:{pair.Key}", pair.Value))
            )
            .AddEnvironmentVariables()
            .AddInMemoryCollection(
                options.Settings.Select(pair =>
                    KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value)
                )
            )
            .Build();
        HostId = Values["AzureFunctionsWebHost:hostid"] ?? IdOf(options.AppDirectory);
    }

    public IConfigurationRoot Values { get; }

    /// <summary>The id under which the instances of one app share leases, receipts and schedules in a storage account.</summary>
    public string HostId { get; }

    /// <summary>A section of host.json.</summary>
    /// <param name="path">With colons: <c>extensions:queues</c>.</param>
    public IConfigurationSection HostJson(string path) => Values.GetSection($"{Root}:{path}");

    /// <summary>Replaces each <c>%Setting%</c> by its value.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public string Resolve(string text)
    {
        var parts = text.Split('%');
        for (var i = 1; i < parts.Length; i += 2)
        {
            parts[i] =
                Values[parts[i].Replace("__", ":", StringComparison.Ordinal)]
                ?? throw new InvalidOperationException($"The setting {parts[i]} is missing, which '{text}' names.");
        }

        return string.Concat(parts);
    }

    public bool IsDisabled(string function) =>
        Values[$"AzureWebJobs.{function}.Disabled"] is { } text
            ? IsTrue(text)
            : IsTrue(Values[$"AzureWebJobs:{function}:Disabled"]);

    private static bool IsTrue(string? value) => value == "1" || (bool.TryParse(value, out var flag) && flag);

    // The name of the app, not of its folder: all copies of an app are instances of it.
    private static string IdOf(string appDirectory)
    {
        var app =
            (Directory.Exists(appDirectory) ? Directory.EnumerateFiles(appDirectory, "*.deps.json") : []).Min(
                StringComparer.Ordinal
            )
            ?? throw new InvalidOperationException(
                $"There is no app in {appDirectory}: name the folder that it was built to."
            );
        var id = new StringBuilder(LongestId);
        foreach (var character in Path.GetFileName(app)[..^".deps.json".Length].ToLowerInvariant())
        {
            id.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');
        }

        return id.ToString(0, Math.Min(LongestId, id.Length)).Trim('-');
    }
}
