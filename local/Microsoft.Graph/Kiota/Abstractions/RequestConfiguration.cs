namespace Microsoft.Kiota.Abstractions;

/// <summary>What a caller may say about one request.</summary>
public class RequestConfiguration<T>
    where T : class, new()
{
    public RequestHeaders Headers { get; set; } = new();

    public IList<IRequestOption> Options { get; set; } = [];

    public T QueryParameters { get; set; } = new();
}
