namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 429.</summary>
public class TooManyRequestsException : RequestErrorException
{
    public TooManyRequestsException() { }

    public TooManyRequestsException(string message)
        : base(message) { }

    public TooManyRequestsException(string message, Exception innerException)
        : base(message, innerException) { }
}
