namespace Microsoft.Kiota.Abstractions;

/// <summary>The service answered with an error that is not in its own form, such as a gateway's.</summary>
public class ApiException : Exception
{
    public ApiException() { }

    public ApiException(string message)
        : base(message) { }

    public ApiException(string message, Exception innerException)
        : base(message, innerException) { }

    public int ResponseStatusCode { get; set; }

    public IDictionary<string, IEnumerable<string>> ResponseHeaders { get; set; } =
        new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
}
