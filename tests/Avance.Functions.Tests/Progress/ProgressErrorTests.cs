using System.Net.Http.Headers;
using System.Text;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Progress;

/// <summary>What the API says to requests that it does not take. None of them changes anything.</summary>
public sealed class ProgressErrorTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private const string Id = "0b6f1a52-6f0e-4c1d-9d5b-000000000001";
    private static readonly string Path = AppDriver.Progress(34);
    private readonly ApiClient unit = shared.App.Reporter();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => (await unit.GetAsync(Path)).Version.ShouldBe(0);

    [Theory]
    [InlineData("{", null)]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{}", "submissionId")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":\"draft\"}", "goals")]
    [InlineData("{\"submissionId\":\"x\"}", "submissionId")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":\"erase\"}", "action")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":1}", "action")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":\"draft,submit\"}", "action")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":\"draft\",\"goals\":[],\"nota\":\"\"}", "nota")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":\"draft\",\"goals\":{}}", "goals")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":\"draft\",\"goals\":null}", "goals")]
    [InlineData("{\"submissionId\":\"" + Id + "\",\"action\":\"draft\",\"goals\":[],\"narrative\":null}", "narrative")]
    [InlineData(
        "{\"submissionId\":\"" + Id + "\",\"action\":\"draft\",\"goals\":[],\"narrative\":\"\\ud800\"}",
        "narrative"
    )]
    public async Task Put_BodyThatIsNotWhatItShouldBe_NamesTheField(string body, string? field) =>
        (await unit.PutAsync(Path, 0, body)).ShouldBeProblem(400, "invalid-json", field);

    [Theory]
    [InlineData("{}", "goals[1].year")]
    [InlineData("{\"year\":2023}", "goals[1].outcome")]
    [InlineData("null", "goals[1]")]
    [InlineData("7", "goals[1]")]
    [InlineData("{\"year\":2023,\"outcome\":\"done\"}", "goals[1].outcome")]
    [InlineData("{\"year\":2023,\"outcome\":\"reported,rescheduled\"}", "goals[1].outcome")]
    [InlineData("{\"year\":2023,\"outcome\":\"reported\",\"executed\":\"cinco\"}", "goals[1].executed")]
    [InlineData("{\"year\":2023,\"outcome\":\"reported\",\"executed\":1e400}", "goals[1].executed")]
    [InlineData("{\"year\":2023,\"outcome\":\"reported\",\"ejecutado\":5}", "goals[1].ejecutado")]
    public async Task Put_GoalThatIsNotWhatItShouldBe_NamesTheFieldAndLine(string goal, string field)
    {
        var body = $$"""
            {
              "submissionId": "{{Id}}", "action": "draft",
              "goals": [
                { "year": 2022, "outcome": "reported" },
                {{goal}}
              ]
            }
            """;

        var answer = (await unit.PutAsync(Path, 0, body)).ShouldBeProblem(400, "invalid-json", field);

        answer["detail"]!.GetValue<string>().ShouldContain("línea 5");
    }

    [Fact]
    public async Task Put_SeveralErrors_ListsEveryField()
    {
        var answer = await unit.PutAsync(
            Path,
            0,
            new
            {
                submissionId = Id,
                action = "submit",
                goals = new object[]
                {
                    new
                    {
                        year = 2021,
                        outcome = "reported",
                        executed = 1,
                    },
                    new { year = 2023, outcome = "reported" },
                    new
                    {
                        year = 2023,
                        outcome = "rescheduled",
                        executed = -1,
                    },
                },
                narrative = new string('x', 10_001),
                documentsCited = new[] { "INFORME 1", " " },
                evidenceLinks = new[] { "ftp://gob.pe", "https://gob.pe" },
            }
        );

        answer.ShouldBeProblem(422, "invalid-request");
        answer.Fields.ShouldBe([
            "goals[0].year goal-unknown",
            "goals[1].executed executed-missing",
            "goals[2].executed executed-not-expected",
            "goals[2].executed executed-out-of-range",
            "goals[2].year goal-repeated",
            "goals goal-missing",
            "narrative text-too-long",
            "documentsCited[1] item-empty",
            "evidenceLinks[0] link-invalid",
        ]);
        answer["errors"]!.AsArray().ShouldAllBe(error => ((string?)error!["detail"])!.Length > 10);
    }

    [Theory]
    [InlineData("evidenceLinks", 20, "https://gob.pe/", '"', 985)]
    [InlineData("documentsCited", 50, "", '\u0001', 300)]
    public async Task Put_MoreThanARowKeeps_IsRefused(string field, int count, string start, char filler, int length)
    {
        var items = Enumerable.Repeat(start + new string(filler, length), count);
        var body = new Dictionary<string, object>
        {
            ["submissionId"] = Id,
            ["action"] = "draft",
            ["goals"] = Array.Empty<object>(),
            [field] = items,
        };

        (await unit.PutAsync(Path, 0, body)).ShouldBeProblem(422, "text-too-long", field);
    }

    [Theory]
    [InlineData(null, 428, "if-match-missing")]
    [InlineData("", 428, "if-match-missing")]
    [InlineData("0", 400, "if-match-invalid")]
    [InlineData("*", 400, "if-match-invalid")]
    [InlineData("W/\"0\"", 400, "if-match-invalid")]
    [InlineData("\"-1\"", 400, "if-match-invalid")]
    [InlineData("\"+0\"", 400, "if-match-invalid")]
    [InlineData("\" 0\"", 400, "if-match-invalid")]
    [InlineData("\"99999999999\"", 400, "if-match-invalid")]
    [InlineData("\"0\", \"1\"", 400, "if-match-invalid")]
    [InlineData("\"3\"", 412, "progress-changed")]
    public async Task Put_VersionSeen_MustBeGivenAndBeTheLatest(string? ifMatch, int status, string code) =>
        (
            await unit.SendAsync(HttpMethod.Put, Path, ifMatch, ApiClient.Json(SentProgress.Draft(Guid.NewGuid())))
        ).ShouldBeProblem(status, code, "If-Match");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Put_OtherMediaType_IsRefused(string? type)
    {
        using var content = new StringContent("{}");
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);

        (await unit.SendAsync(HttpMethod.Put, Path, "\"0\"", content)).ShouldBeProblem(415, "unsupported-media-type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Put_HugeBody_IsRefused(bool saysHowLong)
    {
        var bytes = Encoding.UTF8.GetBytes($"{{\"narrative\":\"{new string('x', 1_048_576)}\"}}");
        using HttpContent content = saysHowLong
            ? new ByteArrayContent(bytes)
            : new StreamContent(new MemoryStream(bytes));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentLength = saysHowLong ? bytes.Length : null;

        (await unit.SendAsync(HttpMethod.Put, Path, "\"0\"", content)).ShouldBeProblem(413, "body-too-large");
    }

    [Theory]
    [InlineData("2023-I", 34, 423, "period-closed")]
    [InlineData("2024-I", 34, 409, "period-not-open")]
    [InlineData("2024-I", 37, 409, "activity-without-goal")]
    [InlineData("2023-II", 36, 409, "activity-not-active")]
    [InlineData("2023-II", 99, 404, "activity-unknown")]
    [InlineData("2023-II", 0, 404, "activity-unknown")]
    [InlineData("2023-II", 1000, 404, "activity-unknown")]
    [InlineData("2022-II", 34, 404, "period-unknown")]
    [InlineData("2023-III", 34, 404, "period-unknown")]
    [InlineData("hoy", 34, 404, "period-unknown")]
    public async Task Put_WhereNothingCanBeReported_IsRefused(string period, int activity, int status, string code) =>
        (
            await unit.PutAsync(AppDriver.Progress(activity, period), 0, SentProgress.Submission(Guid.NewGuid()))
        ).ShouldBeProblem(status, code);

    [Fact]
    public async Task Any_UnknownPlan_IsNotFound()
    {
        var id = new PlanId("otro-plan");
        var path = AppDriver.Progress(34, plan: id);
        var secretariat = shared.App.Secretariat(id);

        (await secretariat.GetAsync(path)).ShouldBeProblem(404, "plan-not-found");
        (await secretariat.GetAsync($"{path}/versions")).ShouldBeProblem(404, "plan-not-found");
        (await secretariat.PutAsync(path, 0, SentProgress.Draft(Guid.NewGuid()))).ShouldBeProblem(
            404,
            "plan-not-found"
        );
    }

    [Fact]
    public async Task Put_WithoutAnId_NamesItsField()
    {
        (await unit.PutAsync(Path, 0, SentProgress.Draft(Guid.Empty))).ShouldBeProblem(
            422,
            "submission-id-missing",
            "submissionId"
        );
        (
            await shared.App.Secretariat().PostAsync($"{Path}/review", 0, SentProgress.Accept(Guid.Empty))
        ).ShouldBeProblem(422, "submission-id-missing", "reviewId");
    }

    [Fact]
    public async Task Review_ReturnWithoutObservation_IsRefused()
    {
        var secretariat = shared.App.Secretariat();
        var other = AppDriver.Progress(35);
        await secretariat.PutAsync(other, 0, SentProgress.Submission(Guid.NewGuid()));

        (
            await secretariat.PostAsync(
                $"{other}/review",
                1,
                new
                {
                    reviewId = Id,
                    decision = "return",
                    observation = "  corto   ",
                }
            )
        ).ShouldBeProblem(422, "observation-missing", "observation");
    }
}
