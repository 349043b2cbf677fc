using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>What the listeners read of settings and host.json.</summary>
internal sealed class HostSettings(IConfiguration configuration, IHostEnvironment environment)
{
    // The host in Azure cuts its id at 32 characters as well; with a prefix it becomes the name of a queue.
    private const int MaxIdLength = 32;

    /// <summary>Instances of one app share locks, receipts and schedules by this name.</summary>
    public string HostId { get; } = configuration["AzureFunctionsWebHost:hostid"] ?? ToId(environment.ApplicationName);

    /// <summary>Replaces each <c>%Setting%</c> by its value.</summary>
    public string Resolve(string text)
    {
        var parts = text.Split('%');
        if (parts.Length % 2 == 0)
        {
            throw new InvalidOperationException($"'{text}' has a % without its pair.");
        }

        for (var i = 1; i < parts.Length; i += 2)
        {
            parts[i] =
                configuration[parts[i]]
                ?? throw new InvalidOperationException($"'{text}' names a setting that is missing: {parts[i]}.");
        }

        return string.Concat(parts);
    }

    /// <summary>A value of host.json, or the fallback.</summary>
    public T Value<T>(string path, T fallback)
        where T : IParsable<T> =>
        configuration[HostJson.Section(path)] is { } text ? T.Parse(text, CultureInfo.InvariantCulture) : fallback;

    private static string ToId(string name)
    {
        var id = new StringBuilder(MaxIdLength);
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                id.Append(character);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }

            if (id.Length == MaxIdLength)
            {
                break;
            }
        }

        return id.ToString().Trim('-');
    }
}
