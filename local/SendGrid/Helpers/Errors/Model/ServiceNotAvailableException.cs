namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 503.</summary>
public class ServiceNotAvailableException : SendGridInternalException
{
    public ServiceNotAvailableException() { }

    public ServiceNotAvailableException(string message)
        : base(message) { }

    public ServiceNotAvailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
