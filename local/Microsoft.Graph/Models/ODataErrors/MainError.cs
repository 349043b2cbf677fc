namespace Microsoft.Graph.Models.ODataErrors;

public class MainError
{
    /// <summary>Such as <c>Request_ResourceNotFound</c>: decide by this, the message changes.</summary>
    public string? Code { get; set; }

    public string? Message { get; set; }

    public string? Target { get; set; }

    public InnerError? InnerError { get; set; }
}
