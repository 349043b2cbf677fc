namespace Microsoft.Kiota.Abstractions.Authentication;

/// <summary>The hosts that may see a token; none named means all.</summary>
public class AllowedHostsValidator
{
    private HashSet<string> hosts = [];

    public AllowedHostsValidator(IEnumerable<string>? validHosts = null) => AllowedHosts = validHosts ?? [];

    /// <summary>Names without scheme or port.</summary>
    public IEnumerable<string> AllowedHosts
    {
        get => hosts;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            var named = value.Where(host => host.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
            hosts = named.Any(host =>
                host.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                && host.Contains("://", StringComparison.Ordinal)
            )
                ? throw new ArgumentException("host should not contain http or https prefix", nameof(value))
                : named;
        }
    }

    public bool IsUrlHostValid(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return hosts.Count == 0 || hosts.Contains(uri.Host);
    }
}
