namespace Microsoft.Kiota.Abstractions.Authentication;

public class AnonymousAuthenticationProvider : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(
        RequestInformation request,
        Dictionary<string, object>? additionalAuthenticationContext = default,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;
}
