using System.Text.Json;

namespace Avance.Functions.Web;

/// <summary>Reads a JSON request body whole, or says what is wrong with it and where.</summary>
public static class JsonBody
{
    /// <summary>The largest JSON body taken, in bytes: a form's text, never files.</summary>
    public const int MaxBytes = 1_048_576;

    public static async Task<Result<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : notnull
    {
        if (!request.HasJsonContentType())
        {
            return new Refusal("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType);
        }

        var body = await RequestBytes.ReadAsync(request, MaxBytes, cancellationToken);
        if (body is null)
        {
            return new Refusal("body-too-large", StatusCodes.Status413PayloadTooLarge, null, MaxBytes / 1024);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(body, Json.Options) is { } value
                ? value
                : new Refusal("invalid-json", StatusCodes.Status400BadRequest, null, "1");
        }
        catch (NotSupportedException)
        {
            // What the serializer throws where an object of several kinds does not say which one it is.
            return new Refusal("invalid-json", StatusCodes.Status400BadRequest, "kind", "1");
        }
        catch (JsonException error)
        {
            var field = error.Path is null or "$" ? null : error.Path.Replace("$.", "", StringComparison.Ordinal);
            return new Refusal("invalid-json", StatusCodes.Status400BadRequest, field, (error.LineNumber ?? 0) + 1);
        }
    }
}
