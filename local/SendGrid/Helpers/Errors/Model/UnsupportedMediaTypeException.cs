namespace SendGrid.Helpers.Errors.Model;

/// <summary>Status 415.</summary>
public class UnsupportedMediaTypeException : RequestErrorException
{
    public UnsupportedMediaTypeException() { }

    public UnsupportedMediaTypeException(string message)
        : base(message) { }

    public UnsupportedMediaTypeException(string message, Exception innerException)
        : base(message, innerException) { }
}
