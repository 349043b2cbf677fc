using System.Buffers.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Avance.Functions.Access;

/// <summary>
/// A key that never leaves its vault: the vault wraps small keys with it, and unwraps them.
/// https://learn.microsoft.com/rest/api/keyvault/keys/wrap-key/wrap-key
/// </summary>
/// <param name="key">The address of the key, without a version: the vault wraps with the newest.</param>
public sealed class VaultKey(Uri key, TokenCredential credential, VaultKeyClientOptions options)
{
    private const string Algorithm = "RSA-OAEP-256";
    private const string Scope = "https://vault.azure.net/.default";

    private readonly HttpPipeline pipeline = HttpPipelineBuilder.Build(
        options,
        new BearerTokenAuthenticationPolicy(credential, Scope)
    );

    /// <returns>What was wrapped, and the version of the key that unwraps it.</returns>
    /// <exception cref="RequestFailedException">The vault refused.</exception>
    public (string Version, byte[] Wrapped) Wrap(byte[] secret)
    {
        var (kid, value) = Send("wrapkey", "", secret);
        return (kid.Segments[^1], value);
    }

    /// <param name="version">As <see cref="Wrap"/> gave it.</param>
    /// <exception cref="RequestFailedException">The vault refused, or there is no such version any more.</exception>
    public byte[] Unwrap(string version, byte[] wrapped) => Send("unwrapkey", $"/{version}", wrapped).Value;

    private (Uri Kid, byte[] Value) Send(string operation, string version, byte[] value)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{key.AbsoluteUri.TrimEnd('/')}{version}/{operation}?api-version=7.4"));
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Content = RequestContent.Create(
            BinaryData.FromObjectAsJson(new { alg = Algorithm, value = Base64Url.EncodeToString(value) })
        );
        pipeline.Send(message, CancellationToken.None);
        if (message.Response.IsError)
        {
            throw new RequestFailedException(message.Response);
        }

        var answer = message.Response.Content.ToObjectFromJson<Answer>(JsonSerializerOptions.Web)!;
        return (answer.Kid, Base64Url.DecodeFromChars(answer.Value));
    }

    private sealed record Answer(Uri Kid, string Value);
}
