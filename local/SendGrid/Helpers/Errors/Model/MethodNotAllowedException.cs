namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 405.</summary>
public class MethodNotAllowedException : RequestErrorException
{
    public MethodNotAllowedException() { }

    public MethodNotAllowedException(string message)
        : base(message) { }

    public MethodNotAllowedException(string message, Exception innerException)
        : base(message, innerException) { }
}
