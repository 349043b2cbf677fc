using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Web;

/// <summary>The pages and assets of the app: they are part of its assembly.</summary>
/// <param name="Content">What it says.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Digest">Tells this content from that of another version of the app.</param>
public sealed record StaticFile(byte[] Content, string ContentType, string Digest)
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly FrozenDictionary<string, StaticFile> All = typeof(StaticFile)
        .Assembly.GetManifestResourceNames()
        .Where(name => ContentTypes.ContainsKey(Path.GetExtension(name)))
        .ToFrozenDictionary(name => name, Read, StringComparer.Ordinal);

    /// <summary>An asset, which browsers keep, and ask whether it has changed; 404 if there is none of that name.</summary>
    public static IResult Asset(HttpResponse response, string name)
    {
        if (!All.TryGetValue($"Assets/{name}", out var file))
        {
            return Problem.From(Refusal.NotFound("asset-unknown"));
        }

        response.Headers.CacheControl = "no-cache";
        return Results.Bytes(file.Content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""));
    }

    /// <param name="name">Of a file in <c>Pages</c>, without its ending.</param>
    public static IResult Page(string name, int status = StatusCodes.Status200OK)
    {
        var file = All[$"Pages/{name}.html"];
        return Results.Text(file.Content, file.ContentType, status);
    }

    private static StaticFile Read(string name)
    {
        using var resource = typeof(StaticFile).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new StaticFile(
            content,
            ContentTypes[Path.GetExtension(name)],
            Convert.ToHexStringLower(SHA256.HashData(content))[..16]
        );
    }
}
