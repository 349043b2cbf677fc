using System.Text.Json;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Microsoft.Graph;

/// <summary>Authenticates a request, sends it and reads the answer.</summary>
public class BaseGraphRequestAdapter : IRequestAdapter, IDisposable
{
    private readonly IAuthenticationProvider authenticationProvider;
    private readonly HttpClient client;
    private readonly bool ownsClient;

    public BaseGraphRequestAdapter(
        IAuthenticationProvider authenticationProvider,
        GraphClientOptions? graphClientOptions = null,
        HttpClient? httpClient = null
    )
    {
        ArgumentNullException.ThrowIfNull(authenticationProvider);
        this.authenticationProvider = authenticationProvider;
        ownsClient = httpClient is null;
        client = httpClient ?? GraphClientFactory.Create(graphClientOptions);
        BaseUrl = client.BaseAddress?.ToString();
    }

    public string? BaseUrl
    {
        get;
        set => field = value?.TrimEnd('/');
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    async Task<T?> IRequestAdapter.GetAsync<T>(RequestInformation request, CancellationToken cancellationToken)
        where T : class
    {
        await authenticationProvider.AuthenticateRequestAsync(request, cancellationToken: cancellationToken);
        using var message = new HttpRequestMessage(HttpMethod.Get, request.URI);
        foreach (var (name, values) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.RequestOptions.OfType<RetryHandlerOption>().LastOrDefault() is { } retry)
        {
            message.Options.Set(RetryHandler.Key, retry);
        }

        using var response = await client.SendAsync(message, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw await ErrorAsync(response, cancellationToken);
        }

        return await ReadAsync<T>(response.Content, cancellationToken);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && ownsClient)
        {
            client.Dispose();
        }
    }

    private static async Task<ApiException> ErrorAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        var body = await ReadAsync<ODataErrorBody>(response.Content, cancellationToken);
        var error = body is null
            ? new ApiException(
                $"The server returned an unexpected status code and the error registered for this code failed to deserialize: {status}"
            )
            : new ODataError { Error = body.Error };
        error.ResponseStatusCode = status;
        error.ResponseHeaders = response.Headers.ToDictionary(
            header => header.Key,
            header => header.Value,
            StringComparer.OrdinalIgnoreCase
        );
        return error;
    }

    /// <summary>The answer; nothing when there is no body.</summary>
    /// <exception cref="InvalidOperationException">The body is not JSON, as that of a gateway.</exception>
    private static async Task<T?> ReadAsync<T>(HttpContent content, CancellationToken cancellationToken)
        where T : class
    {
        var bytes = await content.ReadAsByteArrayAsync(cancellationToken);
        if (content.Headers.ContentType is not { MediaType: { } type } || bytes.Length == 0)
        {
            return null;
        }

        return IsJson(type)
            ? JsonSerializer.Deserialize<T>(bytes, JsonSerializerOptions.Web)
            : throw new InvalidOperationException(
                $"Content type {type} does not have a factory registered to be parsed"
            );
    }

    private static bool IsJson(string type) =>
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
}
