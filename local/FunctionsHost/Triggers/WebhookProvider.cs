using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Config;

namespace Avance.FunctionsHost.Triggers;

#pragma warning disable CS0618 // The interface is marked as not meant for all; there is no other way for a host to take events.

/// <summary>Where the blob extension of the WebJobs SDK takes events. It asks for its address when it starts.</summary>
internal sealed class WebhookProvider : IWebHookProvider
{
    /// <summary>Null until the extension has asked.</summary>
    public IAsyncConverter<HttpRequestMessage, HttpResponseMessage>? Blobs { get; private set; }

    public Uri GetUrl(IExtensionConfigProvider extension)
    {
        if (extension is IAsyncConverter<HttpRequestMessage, HttpResponseMessage> receiver)
        {
            Blobs = receiver;
        }

        return new Uri("http://localhost/runtime/webhooks/blobs");
    }
}
