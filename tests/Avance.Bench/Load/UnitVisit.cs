using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;

namespace Avance.Bench.Load;

/// <summary>
/// What one unit's browser asks for, from the link in the mail to the receipt, over a connection of its own: the pages and
/// what they load, the session, what the unit owes, three files, one after another as the form sends them, the submission.
/// </summary>
internal sealed class UnitVisit(
    HttpClient client,
    ProgressAddress claim,
    UnitCode unit,
    IReadOnlyList<BenchFile> files,
    IReadOnlyList<LoadedPage> pages,
    CancellationToken token
)
{
    private const string AntiForgeryHeader = "X-Avance-Antiforgery";

    private readonly List<double> latencies = [];
    private string cookie = "";
    private string antiForgery = "";

    /// <summary>Milliseconds of each request.</summary>
    public IReadOnlyList<double> Latencies => latencies;

    private string Activity => SamplePlan.PathOf(claim);

    /// <summary>The hashes of the files, as the receipt should have them.</summary>
    public IEnumerable<string> Hashes => files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Content)));

    /// <returns>The receipt as it was shown at the end.</returns>
    /// <exception cref="HttpRequestException">Something was refused.</exception>
    public async Task<JsonNode> RunAsync(string link)
    {
        await OpenAsync(pages[0]);
        using (var entry = new FormUrlEncodedContent([KeyValuePair.Create("token", link)]))
        {
            using var answer = await SendAsync(HttpMethod.Post, "/entrar", entry, HttpStatusCode.SeeOther);
            cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }

        await OpenAsync(pages[1]);
        antiForgery = (string)(await GetAsync("/api/session"))["antiForgery"]!;
        await GetAsync($"/api/plans/{claim.Plan}/periods/{claim.Period}/units/{unit}/work");
        await OpenAsync(pages[2]);
        await GetAsync($"{Activity}/evidence");
        foreach (var file in files)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(file.Content), "file", file.Name } };
            form.Headers.Add(EvidenceUpload.UploadIdHeader, $"{Guid.NewGuid()}");
            using var stored = await SendAsync(HttpMethod.Post, $"{Activity}/evidence", form);
        }

        using var body = JsonContent.Create(Claims.Body(claim.Period.Year, [], null));
        using var sent = await SendAsync(HttpMethod.Put, $"{Activity}/progress", body);
        return await GetAsync($"{Activity}/receipt");
    }

    /// <summary>The page and what the browser has not loaded before.</summary>
    private async Task OpenAsync(LoadedPage page)
    {
        var before = pages.TakeWhile(other => other != page).SelectMany(other => other.Parts).Select(part => part.Name);
        foreach (var path in page.Parts.Select(part => part.Name).Except(before))
        {
            using var answer = await SendAsync(HttpMethod.Get, path, null);
        }
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(token))!;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        HttpStatusCode expected = HttpStatusCode.OK
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
        var answer = await client.SendAsync(request, token);
        await answer.Content.LoadIntoBufferAsync(token);
        latencies.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        return answer.StatusCode == expected
            ? answer
            : throw new HttpRequestException($"Activity {claim.Activity}, {path}: answered {(int)answer.StatusCode}.");
    }
}
