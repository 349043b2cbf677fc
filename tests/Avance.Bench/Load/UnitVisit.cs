using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Avance.Bench.Evidence;

namespace Avance.Bench.Load;

/// <summary>
/// What one unit's browser asks for, from the link in the mail to the receipt, over a connection of its own: the pages and
/// what they load, the session, what the unit owes, three files, one after another as the form sends them, the submission.
/// </summary>
internal sealed class UnitVisit(
    HttpClient client,
    int activity,
    IReadOnlyList<BenchFile> files,
    IReadOnlyList<LoadedPage> pages
)
{
    private const string AntiForgeryHeader = "X-Avance-Antiforgery";
    private static readonly string Period = $"/api/plans/{LoadPlan.Id}/periods/{LoadPlan.Period}";

    private readonly List<double> latencies = [];
    private string cookie = "";
    private string antiForgery = "";

    /// <summary>Milliseconds of each request.</summary>
    public IReadOnlyList<double> Latencies => latencies;

    private string Activity => $"{Period}/activities/{activity}";

    /// <summary>The hashes of the files, as the receipt should have them.</summary>
    public IEnumerable<string> Hashes => files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Content)));

    /// <returns>The receipt as it was shown at the end.</returns>
    /// <exception cref="HttpRequestException">Something was refused.</exception>
    public async Task<JsonNode> RunAsync(string token, CancellationToken cancellationToken)
    {
        await OpenAsync(pages[0], cancellationToken);
        using (var form = new FormUrlEncodedContent([KeyValuePair.Create("token", token)]))
        {
            using var answer = await SendAsync(HttpMethod.Post, "/entrar", form, cancellationToken);
            Expect(answer, "/entrar", HttpStatusCode.SeeOther);
            cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }

        await OpenAsync(pages[1], cancellationToken);
        antiForgery = (string)(await GetAsync("/api/session", cancellationToken))["antiForgery"]!;
        await GetAsync($"{Period}/units/{LoadPlan.UnitOf(activity)}/work", cancellationToken);
        await OpenAsync(pages[2], cancellationToken);
        await GetAsync($"{Activity}/evidence", cancellationToken);
        foreach (var file in files)
        {
            await UploadAsync(file, cancellationToken);
        }

        await SubmitAsync(cancellationToken);
        return await GetAsync($"{Activity}/receipt", cancellationToken);
    }

    /// <summary>The page and what the browser has not loaded before.</summary>
    private async Task OpenAsync(LoadedPage page, CancellationToken cancellationToken)
    {
        var before = pages.TakeWhile(other => other != page).SelectMany(other => other.Parts).Select(part => part.Path);
        foreach (var path in page.Parts.Select(part => part.Path).Except(before))
        {
            using var answer = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
            Expect(answer, path, HttpStatusCode.OK);
        }
    }

    private async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
        Expect(answer, path, HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
    }

    private async Task UploadAsync(BenchFile file, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        form.Headers.Add("X-Upload-Id", $"{Guid.NewGuid()}");
        form.Add(new ByteArrayContent(file.Content), "file", file.Name);
        using var answer = await SendAsync(HttpMethod.Post, $"{Activity}/evidence", form, cancellationToken);
        Expect(answer, "evidence", HttpStatusCode.OK);
    }

    private async Task SubmitAsync(CancellationToken cancellationToken)
    {
        using var claim = JsonContent.Create(Claims.Body(LoadPlan.Period.Year, [], null));
        using var answer = await SendAsync(HttpMethod.Put, $"{Activity}/progress", claim, cancellationToken);
        Expect(answer, "progress", HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        if (cookie.Length > 0)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (antiForgery.Length > 0 && method != HttpMethod.Get)
        {
            request.Headers.Add(AntiForgeryHeader, antiForgery);
        }

        if (method == HttpMethod.Put)
        {
            request.Headers.Add("If-None-Match", "*");
        }

        var since = Stopwatch.GetTimestamp();
        var answer = await client.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        latencies.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        return answer;
    }

    private void Expect(HttpResponseMessage answer, string what, HttpStatusCode status)
    {
        if (answer.StatusCode != status)
        {
            throw new HttpRequestException($"Activity {activity}, {what}: answered {(int)answer.StatusCode}.");
        }
    }
}
