using System.Text.Json;
using SendGrid.Helpers.Errors.Model;

namespace SendGrid.Helpers.Errors;

public class ErrorHandler
{
    /// <summary>Throws the exception of the status; its message is a <see cref="SendGridErrorResponse"/> in JSON.</summary>
    public static async Task ThrowException(HttpResponseMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = JsonSerializer.Serialize(await ReadAsync(message));
        var status = (int)message.StatusCode;
        throw status switch
        {
            400 => new BadRequestException(text),
            401 => new UnauthorizedException(text),
            403 => new ForbiddenException(text),
            404 => new NotFoundException(text),
            405 => new MethodNotAllowedException(text),
            413 => new PayloadTooLargeException(text),
            415 => new UnsupportedMediaTypeException(text),
            429 => new TooManyRequestsException(text),
            500 => new ServerUnavailableException(text),
            503 => new ServiceNotAvailableException(text),
            > 500 => new SendGridInternalException(text),
            > 400 => new RequestErrorException(text),
            _ => new BadRequestException(text),
        };
    }

    private static async Task<SendGridErrorResponse> ReadAsync(HttpResponseMessage message)
    {
        var error = new SendGridErrorResponse
        {
            ErrorHttpStatusCode = (int)message.StatusCode,
            ErrorReasonPhrase = message.ReasonPhrase,
        };
        try
        {
            using var body = JsonDocument.Parse(await message.Content.ReadAsStringAsync());
            if (body.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
            {
                error.SendGridErrorMessage = Text(errors[0], "message");
                error.FieldWithError = Text(errors[0], "field");
                error.HelpLink = Text(errors[0], "help");
            }
            else
            {
                error.SendGridErrorMessage = Text(body.RootElement, "error");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page, or JSON of another shape: the status is all there is to tell.
        }

        return error;
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
