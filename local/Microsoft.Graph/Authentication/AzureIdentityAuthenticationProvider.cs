using Azure.Core;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;

namespace Microsoft.Graph.Authentication;

/// <inheritdoc cref="AzureIdentityAccessTokenProvider"/>
public class AzureIdentityAuthenticationProvider(
    TokenCredential credential,
    string[]? allowedHosts = null,
    ObservabilityOptions? observabilityOptions = null,
    bool isCaeEnabled = true,
    params string[] scopes
)
    : BaseBearerTokenAuthenticationProvider(
        new AzureIdentityAccessTokenProvider(credential, allowedHosts, observabilityOptions, isCaeEnabled, scopes)
    );
