using Azure.Core;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Microsoft.Graph;

/// <summary>
/// The client of Microsoft Graph. It retries when it makes its own HTTP client, or is given one of
/// <see cref="GraphClientFactory"/>; the token goes to the hosts of Graph alone.
/// </summary>
public class GraphServiceClient : BaseGraphServiceClient, IDisposable
{
    public GraphServiceClient(IRequestAdapter requestAdapter, string? baseUrl = null)
        : base(WithBaseUrl(requestAdapter, baseUrl)) => RequestAdapter = requestAdapter;

    public GraphServiceClient(
        TokenCredential tokenCredential,
        IEnumerable<string>? scopes = null,
        string? baseUrl = null
    )
        : this(Tokens(tokenCredential, scopes), baseUrl) { }

    public GraphServiceClient(
        HttpClient httpClient,
        TokenCredential tokenCredential,
        IEnumerable<string>? scopes = null,
        string? baseUrl = null
    )
        : this(httpClient, Tokens(tokenCredential, scopes), baseUrl) { }

    public GraphServiceClient(IAuthenticationProvider authenticationProvider, string? baseUrl = null)
        : this(new BaseGraphRequestAdapter(authenticationProvider), baseUrl) { }

    public GraphServiceClient(
        HttpClient httpClient,
        IAuthenticationProvider? authenticationProvider = null,
        string? baseUrl = null
    )
        : this(
            new BaseGraphRequestAdapter(
                authenticationProvider ?? new AnonymousAuthenticationProvider(),
                httpClient: httpClient
            ),
            baseUrl
        ) { }

    public IRequestAdapter RequestAdapter { get; set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            (RequestAdapter as IDisposable)?.Dispose();
        }
    }

    private static AzureIdentityAuthenticationProvider Tokens(
        TokenCredential credential,
        IEnumerable<string>? scopes
    ) => new(credential, allowedHosts: null, observabilityOptions: null, isCaeEnabled: true, scopes?.ToArray() ?? []);

    private static IRequestAdapter WithBaseUrl(IRequestAdapter requestAdapter, string? baseUrl)
    {
        if (!string.IsNullOrEmpty(baseUrl))
        {
            requestAdapter.BaseUrl = baseUrl;
        }

        return requestAdapter;
    }
}
