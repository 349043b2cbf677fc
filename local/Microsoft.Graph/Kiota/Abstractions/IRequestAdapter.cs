namespace Microsoft.Kiota.Abstractions;

/// <summary>Sends the requests of a client. Only the adapters here implement it.</summary>
public interface IRequestAdapter
{
    /// <summary>Where the requests go, without a slash at the end.</summary>
    string? BaseUrl { get; set; }

    internal Task<T?> GetAsync<T>(RequestInformation request, CancellationToken cancellationToken)
        where T : class;
}
