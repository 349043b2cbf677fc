namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 413.</summary>
public class PayloadTooLargeException : RequestErrorException
{
    public PayloadTooLargeException() { }

    public PayloadTooLargeException(string message)
        : base(message) { }

    public PayloadTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }
}
