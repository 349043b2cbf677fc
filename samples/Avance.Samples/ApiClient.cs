using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Avance.Samples;

/// <summary>Calls the app as a program of a ministry would: over HTTP, and nothing else.</summary>
internal sealed class ApiClient(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public Uri Address => address;

    /// <summary>Sends a request as a caller and gives the answer's body; null if it has none.</summary>
    /// <param name="caller">The value of the development sign-in's header; null for nobody.</param>
    /// <param name="ifMatch">The version seen; null to send none.</param>
    /// <exception cref="DemoException">The answer is an error: it says which.</exception>
    public async Task<JsonNode?> SendAsync(
        HttpMethod method,
        string path,
        string? caller,
        HttpContent? content = null,
        int? ifMatch = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (caller is not null)
        {
            request.Headers.Add("X-Avance-Caller", caller);
        }

        if (ifMatch is { } version)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new DemoException($"{method} {path}: {(int)response.StatusCode} {body}");
        }

        return body.Length == 0 ? null : JsonNode.Parse(body);
    }

    public async Task<JsonNode> GetAsync(string path, string? caller, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Get, path, caller, cancellationToken: cancellationToken)
        ?? throw new DemoException($"GET {path}: empty");

    /// <summary>Saves the body of an answer as a file.</summary>
    /// <exception cref="DemoException">The answer is an error: it says which.</exception>
    public async Task DownloadAsync(string path, string caller, string file, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Avance-Caller", caller);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new DemoException($"GET {path}: {(int)response.StatusCode} {body}");
        }

        await using var output = File.Create(file);
        await response.Content.CopyToAsync(output, cancellationToken);
    }

    /// <summary>The answer, or null if there is nothing there yet.</summary>
    public async Task<JsonNode?> FindAsync(string path, string caller, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Avance-Caller", caller);
        using var response = await http.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken)
            : null;
    }

    public void Dispose() => http.Dispose();
}
