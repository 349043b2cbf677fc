namespace SendGrid.Helpers.Errors.Model;

/// <summary>A status from 400 to 499: the request is at fault.</summary>
public class RequestErrorException : Exception
{
    public RequestErrorException() { }

    public RequestErrorException(string message)
        : base(message) { }

    public RequestErrorException(string message, Exception innerException)
        : base(message, innerException) { }
}
