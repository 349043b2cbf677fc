namespace SendGrid;

public class SendGridClient : BaseClient
{
    /// <summary>A client of its own connections, which does not throw on an error's status.</summary>
    public SendGridClient(
        string apiKey,
        string? host = null,
        Dictionary<string, string>? requestHeaders = null,
        string? version = null,
        string? urlPath = null
    )
        : base(Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException: false)) { }

    /// <summary>A client that sends with the given HTTP client; without one, with its own.</summary>
    public SendGridClient(
        HttpClient? httpClient,
        string apiKey,
        string? host = null,
        Dictionary<string, string>? requestHeaders = null,
        string? version = null,
        string? urlPath = null,
        bool httpErrorAsException = false
    )
        : base(httpClient, Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException)) { }

    public SendGridClient(SendGridClientOptions options)
        : base(options) { }

    public SendGridClient(HttpClient? httpClient, SendGridClientOptions options)
        : base(httpClient, options) { }

    private static SendGridClientOptions Options(
        string apiKey,
        string? host,
        Dictionary<string, string>? requestHeaders,
        string? version,
        string? urlPath,
        bool httpErrorAsException
    )
    {
        var options = new SendGridClientOptions
        {
            ApiKey = apiKey,
            UrlPath = urlPath,
            HttpErrorAsException = httpErrorAsException,
        };
        options.Host = host ?? options.Host;
        options.RequestHeaders = requestHeaders ?? options.RequestHeaders;
        options.Version = version ?? options.Version;
        return options;
    }
}
