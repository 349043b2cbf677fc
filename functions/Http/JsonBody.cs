using System.Text.Json;

namespace Avance.Functions.Http;

/// <summary>Reads a JSON request body whole, or says what is wrong with it and where.</summary>
public static class JsonBody
{
    /// <summary>The largest JSON body taken, in bytes: a form's text, never files.</summary>
    public const int MaxBytes = 1_048_576;

    public static async Task<Result<T>> ReadJsonAsync<T>(this HttpRequest request, CancellationToken cancellationToken)
        where T : notnull
    {
        if (!request.HasJsonContentType())
        {
            return new Error("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType);
        }

        var body = await RequestBytes.ReadAsync(request, MaxBytes, cancellationToken);
        if (body is null)
        {
            return new Error("body-too-large", StatusCodes.Status413PayloadTooLarge, null, MaxBytes / 1024);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(body, Json.Options) is { } value
                ? value
                : new Error("invalid-json", StatusCodes.Status400BadRequest, null, "1");
        }
        catch (NotSupportedException)
        {
            // The serializer throws this for an object of several kinds that lacks its discriminator.
            return new Error("invalid-json", StatusCodes.Status400BadRequest, "kind", "1");
        }
        catch (JsonException error)
        {
            var (path, line) = Locate(error, body);
            var missing = RequiredMembers.FirstMissing(body, typeof(T), path);
            path = missing is null ? path : $"{path}.{missing}";
            var field = path.TrimStart('$').TrimStart('.');
            return new Error(
                "invalid-json",
                StatusCodes.Status400BadRequest,
                field.Length == 0 ? null : field,
                line + 1
            );
        }
    }

    /// <summary>The path and the line, from 0, of an error. Those within the item of a list count from the item.</summary>
    private static (string Path, long Line) Locate(JsonException error, ReadOnlySpan<byte> body)
    {
        if (error is not ItemJsonException item)
        {
            return (error.Path ?? "$", error.LineNumber ?? 0);
        }

        var (path, line) = item.InnerException is JsonException inner ? Locate(inner, body[item.Start..]) : ("$", 0);
        return ($"{item.Path}[{item.Index}]{path[1..]}", body[..item.Start].Count((byte)'\n') + line);
    }
}
