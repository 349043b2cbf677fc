using System.Net.Http.Headers;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Config;

namespace Avance.FunctionsHost.Triggers;

/// <summary>The webhook of the WebJobs SDK's blob extension, which asks for its address when it starts.</summary>
internal sealed class WebhookProvider : IWebHookProvider
{
    private static readonly Uri Address = new("http://localhost/runtime/webhooks/blobs");

    private IAsyncConverter<HttpRequestMessage, HttpResponseMessage>? blobs;

    public Uri GetUrl(IExtensionConfigProvider extension)
    {
        blobs ??= extension as IAsyncConverter<HttpRequestMessage, HttpResponseMessage>;
        return Address;
    }

    /// <summary>Sends events in the form of Event Grid.</summary>
    /// <exception cref="HttpRequestException">The extension refused them.</exception>
    public async Task SendAsync(string function, object events, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(Address, $"?functionName=Host.Functions.{function}")
        );
        request.Headers.Add("aeg-event-type", "Notification");
        request.Content = new StringContent(
            BinaryData.FromObjectAsJson(events).ToString(),
            new MediaTypeHeaderValue("application/json")
        );
        using var answer = await blobs!.ConvertAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
