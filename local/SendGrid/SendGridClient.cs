namespace SendGrid;

public class SendGridClient : BaseClient
{
    /// <summary>A client of its own connections.</summary>
    public SendGridClient(
        string apiKey,
        string? host = null,
        Dictionary<string, string>? requestHeaders = null,
        string? version = null,
        string? urlPath = null
    )
        : base(Options(apiKey, host, requestHeaders, version, urlPath)) { }

    /// <summary>A client that sends with the given HTTP client; without one, with its own.</summary>
    public SendGridClient(
        HttpClient? httpClient,
        string apiKey,
        string? host = null,
        Dictionary<string, string>? requestHeaders = null,
        string? version = null,
        string? urlPath = null
    )
        : base(httpClient, Options(apiKey, host, requestHeaders, version, urlPath)) { }

    public SendGridClient(SendGridClientOptions options)
        : base(options) { }

    public SendGridClient(HttpClient? httpClient, SendGridClientOptions options)
        : base(httpClient, options) { }

    private static SendGridClientOptions Options(
        string apiKey,
        string? host,
        Dictionary<string, string>? requestHeaders,
        string? version,
        string? urlPath
    )
    {
        var options = new SendGridClientOptions { ApiKey = apiKey, UrlPath = urlPath };
        options.Host = host ?? options.Host;
        options.RequestHeaders = requestHeaders ?? options.RequestHeaders;
        options.Version = version ?? options.Version;
        return options;
    }
}
