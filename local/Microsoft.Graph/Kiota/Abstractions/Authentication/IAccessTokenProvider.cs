namespace Microsoft.Kiota.Abstractions.Authentication;

public interface IAccessTokenProvider
{
    AllowedHostsValidator AllowedHostsValidator { get; }

    /// <summary>The token for an address; empty when its host may not see one.</summary>
    Task<string> GetAuthorizationTokenAsync(
        Uri uri,
        Dictionary<string, object>? additionalAuthenticationContext = default,
        CancellationToken cancellationToken = default
    );
}
