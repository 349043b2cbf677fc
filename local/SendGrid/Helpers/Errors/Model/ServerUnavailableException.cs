namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 500.</summary>
public class ServerUnavailableException : SendGridInternalException
{
    public ServerUnavailableException() { }

    public ServerUnavailableException(string message)
        : base(message) { }

    public ServerUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
