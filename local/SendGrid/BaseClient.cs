using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Sends requests with the key. It never retries: a mail sent twice is worse than one sent late.</summary>
public abstract class BaseClient : ISendGridClient
{
    private const string Json = "application/json";

    private readonly BaseClientOptions options;
    private readonly HttpClient client;

    protected BaseClient(BaseClientOptions options)
        : this(httpClient: null, options) { }

    protected BaseClient(HttpClient? httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        client = httpClient ?? new HttpClient();
        if (options.RequestHeaders?.TryGetValue("Content-Type", out var contentType) == true)
        {
            MediaType = contentType;
        }
    }

    /// <summary>The verbs, spelled as they go over the wire.</summary>
    public enum Method
    {
        DELETE,
        GET,
        PATCH,
        POST,
        PUT,
    }

    public string? UrlPath
    {
        get => options.UrlPath;
        set => options.UrlPath = value;
    }

    public string? Version
    {
        get => options.Version;
        set => options.Version = value;
    }

    public string MediaType { get; set; } = Json;

    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        var words = header.Value.Split();
        return new AuthenticationHeaderValue(words[0], words[1]);
    }

    public virtual async Task<Response> MakeRequest(
        HttpRequestMessage request,
        CancellationToken cancellationToken = default
    )
    {
        var response = await client.SendAsync(request, cancellationToken);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }

    public async Task<Response> RequestAsync(
        Method method,
        string? requestBody = null,
        string? queryParams = null,
        string? urlPath = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), Address(urlPath, queryParams));
        if (requestBody is not null)
        {
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
            if (MediaType == Json)
            {
                request.Content.Headers.ContentType!.CharSet = null;
            }
        }

        foreach (var (name, value) in options.RequestHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        request.Headers.UserAgent.TryParseAdd($"sendgrid/{typeof(BaseClient).Assembly.GetName().Version} csharp");
        return await MakeRequest(request, cancellationToken);
    }

    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(msg);
        return RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);
    }

    private Uri Address(string? urlPath, string? queryParams)
    {
        var host =
            options.Host ?? throw new InvalidOperationException($"{nameof(BaseClientOptions.Host)} has not been set.");
        var path = urlPath ?? options.UrlPath;
        var versioned = options.Version is null ? path : $"{options.Version}/{path}";
        return new Uri(new Uri(host.EndsWith('/') ? host : host + "/"), versioned + QueryOf(queryParams));
    }

    private static string QueryOf(string? queryParams)
    {
        if (queryParams is null)
        {
            return "";
        }

        using var document = System.Text.Json.JsonDocument.Parse(queryParams);
        var pairs = document
            .RootElement.EnumerateObject()
            .SelectMany(property =>
                property.Value.ValueKind == System.Text.Json.JsonValueKind.Array
                    ? property.Value.EnumerateArray().Select(value => $"{property.Name}={value}")
                    : [$"{property.Name}={property.Value}"]
            );
        return "?" + string.Join('&', pairs);
    }
}
