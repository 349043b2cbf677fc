namespace SendGrid.Helpers.Errors.Model;

/// <summary>A status of 500 and above: SendGrid is at fault.</summary>
public class SendGridInternalException : Exception
{
    public SendGridInternalException() { }

    public SendGridInternalException(string message)
        : base(message) { }

    public SendGridInternalException(string message, Exception innerException)
        : base(message, innerException) { }
}
