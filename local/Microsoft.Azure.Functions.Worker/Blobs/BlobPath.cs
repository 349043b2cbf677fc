namespace Microsoft.Azure.Functions.Worker.Blobs;

/// <summary>The path of a blob trigger: a container, and a pattern for names in which each <c>{x}</c> is greedy.</summary>
internal sealed class BlobPath
{
    // What stands before, between and after the parameters: one more than there are of those.
    private readonly string[] literals;
    private readonly string[] parameters;

    private BlobPath(string container, string[] literals, string[] parameters)
    {
        Container = container;
        this.literals = literals;
        this.parameters = parameters;
    }

    /// <summary>Lower case, as all names of containers are.</summary>
    public string Container { get; }

    /// <summary>With what every name that matches begins.</summary>
    public string Prefix => literals[0];

    public static BlobPath Parse(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = (slash < 0 ? path : path[..slash]).ToLowerInvariant();
        if (container.Length == 0 || container.Contains('{', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The blob path '{path}' must begin with the name of a container.");
        }

        if (slash < 0)
        {
            return new BlobPath(container, ["", ""], [""]);
        }

        var between = new List<string>();
        var names = new List<string>();
        var rest = path[(slash + 1)..];
        while (rest.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var close = rest.IndexOf('}', open);
            if (close < 0)
            {
                throw new InvalidOperationException($"The blob path '{path}' has a {{ without its pair.");
            }

            between.Add(rest[..open]);
            names.Add(rest[(open + 1)..close]);
            rest = rest[(close + 1)..];
        }

        between.Add(rest);
        return new BlobPath(container, [.. between], [.. names]);
    }

    /// <summary>The values of the parameters, or null if the name does not match.</summary>
    public Dictionary<string, string>? Match(string name)
    {
        if (!name.StartsWith(literals[0], StringComparison.Ordinal))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return Match(name.AsSpan(literals[0].Length), 0, values) ? values : null;
    }

    private bool Match(ReadOnlySpan<char> rest, int parameter, Dictionary<string, string> values)
    {
        if (parameter == parameters.Length)
        {
            return rest.IsEmpty;
        }

        var literal = literals[parameter + 1];
        // The longest value first: that is what makes it greedy.
        for (var end = rest.Length - literal.Length; end >= 0; end--)
        {
            var follows = rest[end..].StartsWith(literal, StringComparison.Ordinal);
            if (follows && Match(rest[(end + literal.Length)..], parameter + 1, values))
            {
                values[parameters[parameter]] = rest[..end].ToString();
                return true;
            }
        }

        return false;
    }
}
