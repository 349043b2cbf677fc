namespace Microsoft.Kiota.Abstractions;

/// <summary>A request on its way to the adapter, as authentication providers see it.</summary>
public class RequestInformation
{
    public Uri URI { get; set; } = new("about:blank");

    public RequestHeaders Headers { get; } = new();

    public IEnumerable<IRequestOption> RequestOptions { get; internal set; } = [];
}
