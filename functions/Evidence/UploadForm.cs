using Avance.Functions.Documents.Reading;
using Avance.Functions.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Avance.Functions.Evidence;

/// <summary>Reads the files of a multipart form one after another, straight from the request.</summary>
public sealed class UploadForm(IOptions<ReadingOptions> reading)
{
    /// <param name="take">Takes a file; an error stops the reading.</param>
    /// <returns>The error that stopped it; null at the end of the form.</returns>
    public async Task<Error?> ReadAsync(
        HttpRequest request,
        Func<FileMultipartSection, Task<Error?>> take,
        CancellationToken cancellationToken
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary
        )
        {
            return new Error("upload-not-multipart", StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength > reading.Value.RequestBytes)
        {
            var most = reading.Value.FileMegabytes;
            return new Error("upload-too-large", StatusCodes.Status413PayloadTooLarge, null, most);
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is { } file && await take(file) is { } error)
                {
                    return error;
                }
            }

            return null;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // The body ends early or is malformed.
            return new Error("upload-malformed", StatusCodes.Status400BadRequest);
        }
    }
}
