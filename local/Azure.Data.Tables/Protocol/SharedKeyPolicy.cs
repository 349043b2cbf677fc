using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Protocol;

/// <summary>Signs each try anew, because the signature holds the date and the key may have been replaced.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key</remarks>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.TryGetValue("Content-Type", out var contentType);
        request.Headers.TryGetValue("Content-MD5", out var md5);

        // The path as it is sent, still encoded. Of the query only comp counts, which no request here has.
        var resource = $"/{credential.AccountName}{request.Uri.ToUri().AbsolutePath}";
        var signature = credential.Sign($"{request.Method}\n{md5}\n{contentType}\n{date}\n{resource}");
        request.Headers.SetValue("Authorization", $"SharedKey {credential.AccountName}:{signature}");
    }
}
