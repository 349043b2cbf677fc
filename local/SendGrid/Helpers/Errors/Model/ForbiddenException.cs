namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 403.</summary>
public class ForbiddenException : RequestErrorException
{
    public ForbiddenException() { }

    public ForbiddenException(string message)
        : base(message) { }

    public ForbiddenException(string message, Exception innerException)
        : base(message, innerException) { }
}
