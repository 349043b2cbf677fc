namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 400.</summary>
public class BadRequestException : RequestErrorException
{
    public BadRequestException() { }

    public BadRequestException(string message)
        : base(message) { }

    public BadRequestException(string message, Exception innerException)
        : base(message, innerException) { }
}
