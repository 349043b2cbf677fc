namespace Microsoft.Kiota.Abstractions.Authentication;

public class BaseBearerTokenAuthenticationProvider(IAccessTokenProvider accessTokenProvider) : IAuthenticationProvider
{
    private const string Header = "Authorization";

    public IAccessTokenProvider AccessTokenProvider { get; } =
        accessTokenProvider ?? throw new ArgumentNullException(nameof(accessTokenProvider));

    public async Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = default,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers.ContainsKey(Header))
        {
            return;
        }

        var token = await AccessTokenProvider.GetAuthorizationTokenAsync(
            request.URI,
            additionalAuthenticationContext,
            cancellationToken
        );
        if (token.Length > 0)
        {
            request.Headers.Add(Header, $"Bearer {token}");
        }
    }
}
