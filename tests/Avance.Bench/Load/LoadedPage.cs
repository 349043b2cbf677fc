using System.Net;
using System.Text.RegularExpressions;

namespace Avance.Bench.Load;

/// <summary>A page and all that a browser loads with it, compressed as browsers ask for it.</summary>
/// <param name="Parts">By their paths, without the slash before them; the page first.</param>
internal sealed partial record LoadedPage(IReadOnlyList<BenchFile> Parts)
{
    /// <summary>Finds what the page names, and what its modules import.</summary>
    public static async Task<LoadedPage> FindAsync(HttpClient client, string path, CancellationToken token)
    {
        var parts = new List<BenchFile>();
        var next = new Queue<string>([path]);
        var known = new HashSet<string>(StringComparer.Ordinal) { path };
        while (next.TryDequeue(out var part))
        {
            var text = await client.GetStringAsync(new Uri(part, UriKind.Relative), token);
            parts.Add(new BenchFile(part.TrimStart('/'), await GetAsync(client, part, token)));
            var named = Named.Matches(text).Select(match => match.Value);
            var imported = part.EndsWith(".js", StringComparison.Ordinal)
                ? Imported.Matches(text).Select(match => $"/assets/{match.Groups["name"].Value}")
                : [];
            foreach (var other in named.Concat(imported).Where(known.Add))
            {
                next.Enqueue(other);
            }
        }

        return new LoadedPage(parts);
    }

    /// <summary>As a browser asks that comes for the first time.</summary>
    /// <exception cref="HttpRequestException">The answer is not 200.</exception>
    public static async Task<byte[]> GetAsync(HttpClient client, string path, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var answer = await client.SendAsync(request, token);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync(token)
            : throw new HttpRequestException($"{path} was answered {(int)answer.StatusCode}.");
    }

    [GeneratedRegex(@"/assets/[\w.-]+", RegexOptions.None, 1_000)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"from\s+'\./(?<name>[\w.-]+)'", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Imported { get; }
}
