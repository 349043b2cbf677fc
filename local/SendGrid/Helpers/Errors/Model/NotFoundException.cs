namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 404.</summary>
public class NotFoundException : RequestErrorException
{
    public NotFoundException() { }

    public NotFoundException(string message)
        : base(message) { }

    public NotFoundException(string message, Exception innerException)
        : base(message, innerException) { }
}
