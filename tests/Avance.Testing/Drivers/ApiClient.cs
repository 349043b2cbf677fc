using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Avance.Testing.Drivers;

/// <summary>Calls the API as one caller.</summary>
public sealed class ApiClient(HttpClient client)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <param name="path">The address.</param>
    /// <param name="version">The version that the caller has seen; null sends no If-Match.</param>
    /// <param name="body">Written as JSON; a text is sent as it is.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public Task<Answer> PutAsync(string path, int? version, object body, CancellationToken? cancellationToken = null) =>
        SendAsync(HttpMethod.Put, path, version is null ? null : $"\"{version}\"", Json(body), cancellationToken);

    /// <inheritdoc cref="PutAsync"/>
    public Task<Answer> PostAsync(string path, int? version, object body) =>
        SendAsync(HttpMethod.Post, path, version is null ? null : $"\"{version}\"", Json(body));

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        string? ifMatch = null,
        HttpContent? content = null,
        CancellationToken? cancellationToken = null,
        string? hostName = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Host = hostName;
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await client.SendAsync(
            request,
            cancellationToken ?? TestContext.Current.CancellationToken
        );
        return new Answer(
            (int)response.StatusCode,
            response.Headers,
            response.Content.Headers.ContentType,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    public static HttpContent Json(object body) =>
        new StringContent(
            body as string ?? JsonSerializer.Serialize(body, Web),
            Encoding.UTF8,
            new MediaTypeHeaderValue("application/json")
        );
}
