using Microsoft.Kiota.Abstractions;

namespace Microsoft.Graph;

/// <summary>Where a request builder stands: a path below the base address, or an address that the service gave.</summary>
/// <param name="Adapter">Sends the requests.</param>
/// <param name="Path">Escaped, with a slash before; or an absolute address.</param>
internal sealed record RequestPath(IRequestAdapter Adapter, string Path)
{
    public RequestPath Append(string segment) => this with { Path = $"{Path}/{Uri.EscapeDataString(segment)}" };

    /// <summary>The request of this path. A query is only added to a path: an address already has its own.</summary>
    public RequestInformation ToRequest<T>(
        Action<RequestConfiguration<T>>? configure,
        Func<T, IEnumerable<(string Name, object? Value)>> query
    )
        where T : class, new()
    {
        var configuration = new RequestConfiguration<T>();
        configure?.Invoke(configuration);
        var isAddress = !Path.StartsWith('/');
        var request = new RequestInformation
        {
            URI = new Uri(isAddress ? Path : Adapter.BaseUrl + Path + Text(query(configuration.QueryParameters))),
            RequestOptions = configuration.Options,
        };
        foreach (var (name, values) in configuration.Headers)
        {
            request.Headers.Add(name, [.. values]);
        }

        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }

    private static string Text(IEnumerable<(string Name, object? Value)> query)
    {
        var pairs = query
            .Where(pair => pair.Value is not null and not string[] { Length: 0 } and not "")
            .Select(pair => $"{pair.Name}={Text(pair.Value!)}")
            .ToArray();
        return pairs.Length == 0 ? "" : "?" + string.Join('&', pairs);
    }

    private static string Text(object value) =>
        value switch
        {
            string[] names => string.Join(',', names.Select(Uri.EscapeDataString)),
            _ => Uri.EscapeDataString(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!),
        };
}
