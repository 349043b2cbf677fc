using System.Globalization;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Protocol;

/// <summary>Makes and sends the requests of one account. The service's client and its tables' clients share it.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api</remarks>
internal sealed class TableService
{
    public const string Json = "application/json";
    public const string JsonWithTypes = "application/json;odata=minimalmetadata";
    public const string ProtocolVersion = "3.0";
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    private TableService(Uri endpoint, HttpPipelinePolicy authorization, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        version = options.Version;
        Endpoint = new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        AccountName = NameOf(Endpoint);
        pipeline = HttpPipelineBuilder.Build(
            new HttpPipelineOptions(options)
            {
                PerRetryPolicies = { authorization },
                RequestFailedDetailsParser = TableErrorParser.Instance,
            }
        );
    }

    /// <summary>The address of the service, without query and final slash.</summary>
    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TableService Create(string connectionString, TableClientOptions? options)
    {
        var (endpoint, key, sas) = ConnectionString.Parse(connectionString);
        return new(endpoint, key is null ? new SasPolicy(sas!) : new SharedKeyPolicy(key), options);
    }

    public static TableService Create(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, new SharedKeyPolicy(credential), options);
    }

    public static TableService Create(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    /// <summary>With a shared access signature.</summary>
    /// <exception cref="ArgumentException">The signature would travel unencrypted to another machine.</exception>
    public static TableService Create(Uri endpoint, AzureSasCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return endpoint.Scheme == Uri.UriSchemeHttps || endpoint.IsLoopback
            ? new(endpoint, new SasPolicy(credential), options)
            : throw new ArgumentException("Cannot use a shared access signature without HTTPS.", nameof(endpoint));
    }

    /// <summary>With a shared access signature as the query.</summary>
    /// <exception cref="ArgumentException">The endpoint has no query, which would hold the signature.</exception>
    public static TableService Create(Uri endpoint, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Query.Length > 1
            ? Create(endpoint, new AzureSasCredential(endpoint.Query), options)
            : throw new ArgumentException("The endpoint must contain a shared access signature.", nameof(endpoint));
    }

    /// <summary>A request that only lacks its own headers.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">Below the account, starting with a slash, already encoded.</param>
    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.Add("x-ms-version", version);
        request.Headers.Add("DataServiceVersion", ProtocolVersion);
        request.Headers.Add("Accept", JsonWithTypes);
        return message;
    }

    public HttpMessage CreateMessage(RequestMethod method, string path, RequestContent content)
    {
        var message = CreateMessage(method, path);
        message.Request.Headers.Add("Content-Type", Json);
        message.Request.Content = content;
        return message;
    }

    /// <summary>Sends the request, and throws unless the response has the status or is an accepted error.</summary>
    public async Task<Response> SendAsync(
        HttpMessage message,
        HttpStatusCode status,
        HttpStatusCode? accepted,
        CancellationToken cancellationToken
    )
    {
        if (accepted is not null)
        {
            // Expected, so neither logged nor traced as an error.
            message.ResponseClassifier = new StatusCodeClassifier([(ushort)status, (ushort)accepted]);
        }

        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        return response.Status == (int)status || response.Status == (int?)accepted
            ? response
            : throw new RequestFailedException(response);
    }

    public static void AppendQuery(RequestUriBuilder uri, string name, string? value)
    {
        if (value is not null)
        {
            uri.AppendQuery(name, Uri.EscapeDataString(value), escapeValue: false);
        }
    }

    public static void AppendPageSize(RequestUriBuilder uri, int? size) =>
        AppendQuery(uri, "$top", size?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The first label of the host, or the first segment of the path where the host is an address.</summary>
    private static string NameOf(Uri endpoint) =>
        endpoint.HostNameType == UriHostNameType.Dns && !endpoint.IsLoopback
            ? endpoint.Host.Split('.')[0]
            : endpoint.AbsolutePath.TrimStart('/').Split('/')[0];
}
