using System.Net.Http.Headers;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>The interface that the app depends on, member for member that of the package.</summary>
public interface ISendGridClient
{
    string? UrlPath { get; set; }

    string? Version { get; set; }

    string MediaType { get; set; }

    AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header);

    Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Sends a request with the key.</summary>
    /// <param name="method">The HTTP verb.</param>
    /// <param name="requestBody">JSON, sent as it is.</param>
    /// <param name="queryParams">A JSON object: each property becomes a query parameter, each array several.</param>
    /// <param name="urlPath">The path below the version, such as <c>mail/send</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="HttpRequestException">Nothing answered.</exception>
    Task<Response> RequestAsync(
        BaseClient.Method method,
        string? requestBody = null,
        string? queryParams = null,
        string? urlPath = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Hands a mail over. Nothing is retried.</summary>
    /// <returns>
    /// 202 when the mail has been queued. Statuses of 400 and above are returned as well.
    /// </returns>
    /// <exception cref="HttpRequestException">Nothing answered: the mail may or may not have been queued.</exception>
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
