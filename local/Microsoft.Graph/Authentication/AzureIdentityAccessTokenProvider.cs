using Azure.Core;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;

namespace Microsoft.Graph.Authentication;

/// <summary>
/// Asks a credential for tokens, and keeps them for the host of Graph: a link in an answer must not be able to send
/// one elsewhere. Another host, such as a fake on loopback, has to be named.
/// </summary>
public class AzureIdentityAccessTokenProvider : IAccessTokenProvider
{
    private static readonly string[] GraphHosts = ["graph.microsoft.com"];

    private readonly TokenCredential credential;
    private readonly bool isCaeEnabled;
    private readonly string[] scopes;

    /// <summary>Tokens of a credential.</summary>
    /// <param name="credential">Gives the tokens.</param>
    /// <param name="allowedHosts">The hosts that may see them. Default: that of Graph.</param>
    /// <param name="observabilityOptions">Not used here.</param>
    /// <param name="isCaeEnabled">Ask for tokens that can be revoked at once.</param>
    /// <param name="scopes">Default: <c>/.default</c> of the host.</param>
    public AzureIdentityAccessTokenProvider(
        TokenCredential credential,
        string[]? allowedHosts = null,
        ObservabilityOptions? observabilityOptions = null,
        bool isCaeEnabled = true,
        params string[] scopes
    )
    {
        ArgumentNullException.ThrowIfNull(credential);
        this.credential = credential;
        this.isCaeEnabled = isCaeEnabled;
        this.scopes = scopes ?? [];
        AllowedHostsValidator = new(allowedHosts is { Length: > 0 } ? allowedHosts : GraphHosts);
    }

    public AllowedHostsValidator AllowedHostsValidator { get; protected set; }

    /// <summary>The token for an address; empty when its host may not see one.</summary>
    /// <exception cref="ArgumentException">The address is neither https nor of this machine.</exception>
    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri,
        Dictionary<string, object>? additionalAuthenticationContext = default,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!AllowedHostsValidator.IsUrlHostValid(uri))
        {
            return "";
        }

        if (uri.Scheme != Uri.UriSchemeHttps && uri.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            throw new ArgumentException("Only https is supported", nameof(uri));
        }

        string[] asked = scopes.Length > 0 ? scopes : [$"{uri.Scheme}://{uri.Host}/.default"];
        var context = new TokenRequestContext(asked, isCaeEnabled: isCaeEnabled);
        return (await credential.GetTokenAsync(context, cancellationToken)).Token;
    }
}
