namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 401.</summary>
public class UnauthorizedException : RequestErrorException
{
    public UnauthorizedException() { }

    public UnauthorizedException(string message)
        : base(message) { }

    public UnauthorizedException(string message, Exception innerException)
        : base(message, innerException) { }
}
