using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Avance.Functions.Access;
using Avance.Functions.Evidence;

namespace Avance.Bench.Soak;

/// <summary>
/// One unit in the last hour, over whatever happens to the app: it saves a draft, sends files, submits, and opens its receipt. As
/// the page does, it repeats what got no answer, a 5xx or a 429, with the same ids; any other refusal ends the run.
/// </summary>
/// <param name="client">Of the app's address, which outlives the app.</param>
/// <param name="pauses">Between the tries; the last one is repeated.</param>
/// <param name="answered">Is called after each answer of the app.</param>
internal sealed class SoakUnit(
    HttpClient client,
    ProgressAddress claim,
    IReadOnlyList<BenchFile> files,
    IReadOnlyList<TimeSpan> pauses,
    Action answered,
    CancellationToken token
)
{
    private readonly string activity = SamplePlan.PathOf(claim);

    /// <summary>As many units as the plan has.</summary>
    public required int Units { get; init; }

    /// <summary>How often something was sent again.</summary>
    public int Repeated { get; private set; }

    public ProgressAddress Claim => claim;

    /// <summary>The receipt of the submission, as it was first answered.</summary>
    public JsonNode Receipt { get; private set; } = null!;

    public IEnumerable<string> Hashes =>
        files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Content))).Order(StringComparer.Ordinal);

    public async Task RunAsync()
    {
        var drafts = new[] { Guid.NewGuid(), Guid.NewGuid() };
        var version = 0;
        foreach (var id in drafts)
        {
            version = (int)(await PutAsync(version, Body(id, "draft")))["version"]!;
        }

        foreach (var file in files)
        {
            var upload = Guid.NewGuid();
            await SendAsync(HttpMethod.Post, "/evidence", () => Form(upload, file));
        }

        var submission = Guid.NewGuid();
        Receipt = await PutAsync(version, Body(submission, "submit"));
        var repeated = await PutAsync(version, Body(submission, "submit"));
        if (!JsonNode.DeepEquals(Receipt, repeated))
        {
            throw new InvalidOperationException(
                $"Activity {claim.Activity} has two receipts: {Receipt} and {repeated}."
            );
        }
    }

    /// <summary>What the page of the receipt shows.</summary>
    public Task<JsonNode> ReadReceiptAsync() => SendAsync(HttpMethod.Get, "/receipt", () => null);

    private Task<JsonNode> PutAsync(int version, object body) =>
        SendAsync(HttpMethod.Put, "/progress", () => JsonContent.Create(body), version);

    private async Task<JsonNode> SendAsync(
        HttpMethod method,
        string path,
        Func<HttpContent?> content,
        int? version = null
    )
    {
        for (var tried = 0; ; tried++)
        {
            using var request = new HttpRequestMessage(method, new Uri(activity + path, UriKind.Relative))
            {
                Content = content(),
            };
            request.Headers.Add(DevelopmentSignIn.Header, SamplePlan.ReporterOf(claim, Units));
            if (version is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            }

            if (await TryAsync(request) is { } answer)
            {
                return answer;
            }

            Repeated++;
            await Task.Delay(pauses[Math.Min(tried, pauses.Count - 1)], token);
        }
    }

    /// <returns>Null if it is to be sent again.</returns>
    private async Task<JsonNode?> TryAsync(HttpRequestMessage request)
    {
        try
        {
            using var answer = await client.SendAsync(request, token);
            var text = await answer.Content.ReadAsStringAsync(token);
            answered();
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => JsonNode.Parse(text)!,
                >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests => null,
                _ => throw new InvalidOperationException($"{request.RequestUri}: {(int)answer.StatusCode} {text}"),
            };
        }
        catch (Exception error)
            when (error is HttpRequestException or IOException
                || (error is OperationCanceledException && !token.IsCancellationRequested)
            )
        {
            return null;
        }
    }

    private static MultipartFormDataContent Form(Guid upload, BenchFile file)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file.Content), "file", file.Name } };
        form.Headers.Add(EvidenceUpload.UploadIdHeader, $"{upload}");
        return form;
    }

    private object Body(Guid id, string action) =>
        new
        {
            submissionId = id,
            action,
            goals = new[]
            {
                new
                {
                    year = claim.Period.Year,
                    outcome = "reported",
                    executed = 50,
                },
            },
            narrative = "Se realizaron talleres con el personal de la sede central y de las oficinas.",
            documentsCited = Array.Empty<string>(),
        };
}
