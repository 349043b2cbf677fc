using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Avance.Functions.Http;
using Avance.Functions.Pages.Help;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Pages;

/// <summary>The pages and assets of the app: they are part of its assembly.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Digest">Tells this content from that of another version of the app.</param>
public sealed record StaticFile(byte[] Content, string ContentType, string Digest)
{
    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
    };

    private static readonly string[] Templates = [PageKey(PageTemplate.Name), PageKey(Guide.Template)];

    private static readonly FrozenDictionary<string, StaticFile> All = Resources()
        .Concat(ModulePages())
        .ToFrozenDictionary(StringComparer.Ordinal);

    // The best compression is slow: it runs once for each file, at its first request.
    private readonly Lazy<byte[]> brotli = new(() => Compress(Content));

    /// <summary>Pictures are compressed as they are.</summary>
    private bool IsText => ContentType != ContentTypes[".png"];

    /// <summary>An asset, which browsers keep, and ask whether it has changed; 404 if there is none of that name.</summary>
    public static IResult Asset(HttpRequest request, string name)
    {
        if (!All.TryGetValue($"Assets/{name}", out var file))
        {
            return Problem.From(Error.NotFound("asset-unknown"));
        }

        request.HttpContext.Response.Headers.CacheControl = "no-cache";
        return file.Answer(request, StatusCodes.Status200OK);
    }

    /// <param name="name">Of a file in <c>Pages</c>, without its ending, or of a <see cref="ModulePage"/>.</param>
    public static IResult Page(HttpRequest request, string name, int status = StatusCodes.Status200OK) =>
        All[PageKey(name)].Answer(request, status);

    public IResult Answer(HttpRequest request, int status = StatusCodes.Status200OK)
    {
        var response = request.HttpContext.Response;
        var compressed = IsText && TakesBrotli(request);
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (compressed)
        {
            response.Headers.ContentEncoding = "br";
        }

        var content = compressed ? brotli.Value : Content;
        return status == StatusCodes.Status200OK
            ? Results.Bytes(
                content,
                ContentType,
                entityTag: new EntityTagHeaderValue($"\"{Digest}{(compressed ? "-br" : "")}\"")
            )
            : Results.Text(content, ContentType, status);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        new RequestHeaders(request.Headers).AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality != 0);

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var stream = new BrotliStream(compressed, CompressionLevel.SmallestSize))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, StaticFile>> Resources() =>
        typeof(StaticFile)
            .Assembly.GetManifestResourceNames()
            .Where(name => !Templates.Contains(name) && ContentTypes.ContainsKey(Path.GetExtension(name)))
            .Select(name => KeyValuePair.Create(name, Create(name, Read(name))));

    private static IEnumerable<KeyValuePair<string, StaticFile>> ModulePages()
    {
        var template = Encoding.UTF8.GetString(Read(PageKey(PageTemplate.Name)));
        foreach (var page in ModulePage.All)
        {
            var content = PageTemplate.Render(template, page, Messages.Text($"{page.Name}.page"));
            yield return KeyValuePair.Create(
                PageKey(page.Name),
                Create(PageKey(page.Name), Encoding.UTF8.GetBytes(content))
            );
        }
    }

    internal static string PageKey(string name) => $"Pages/{name}.html";

    internal static StaticFile Create(string name, byte[] content) =>
        new(content, ContentTypes[Path.GetExtension(name)], Convert.ToHexStringLower(SHA256.HashData(content))[..16]);

    internal static byte[] Read(string name)
    {
        using var resource = typeof(StaticFile).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}
