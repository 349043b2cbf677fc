using System.Collections;

namespace Microsoft.Kiota.Abstractions;

/// <summary>Headers of a request: names without case, each value once.</summary>
public class RequestHeaders : IEnumerable<KeyValuePair<string, IEnumerable<string>>>
{
    private readonly Dictionary<string, HashSet<string>> headers = new(StringComparer.OrdinalIgnoreCase);

    public int Count => headers.Count;

    public IEnumerable<string> this[string key]
    {
        get => headers[key];
        set => Add(key, [.. value]);
    }

    public void Add(string headerName, params string[] headerValues)
    {
        ArgumentException.ThrowIfNullOrEmpty(headerName);
        ArgumentNullException.ThrowIfNull(headerValues);
        if (headerValues.Length == 0)
        {
            return;
        }

        if (!headers.TryGetValue(headerName, out var values))
        {
            headers[headerName] = values = new HashSet<string>(StringComparer.Ordinal);
        }

        values.UnionWith(headerValues);
    }

    public bool TryAdd(string headerName, string headerValue)
    {
        if (ContainsKey(headerName))
        {
            return false;
        }

        Add(headerName, headerValue);
        return true;
    }

    public bool ContainsKey(string key) => headers.ContainsKey(key);

    public bool Remove(string key) => headers.Remove(key);

    public void Clear() => headers.Clear();

    public IEnumerator<KeyValuePair<string, IEnumerable<string>>> GetEnumerator() =>
        headers.Select(pair => KeyValuePair.Create<string, IEnumerable<string>>(pair.Key, pair.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
