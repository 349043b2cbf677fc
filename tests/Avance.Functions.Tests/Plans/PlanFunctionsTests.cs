using System.Text;
using System.Text.Json.Nodes;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Plans;

public sealed class PlanFunctionsTests(AzuriteFixture azurite)
{
    private const string Id = "plan-de-prueba";
    private static readonly Caller National = new(Role.NationalSecretariat, null, null, "cuenta-2");
    private readonly PlansDriver driver = new(azurite.NewAccount());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_WholeWay_AnswersWhatItDid()
    {
        var (status, answer, _) = await ImportAsync(PlanFileBuilder.Sample().ToXlsx(), "?dryRun=true");
        status.ShouldBe(200);
        answer["dryRun"]!.GetValue<bool>().ShouldBeTrue();
        answer["changes"]!["added"]!.AsArray().Count.ShouldBe(1 + 15 + 66 + 68 + 4);

        (_, answer, _) = await ImportAsync(PlanFileBuilder.Sample().ToXlsx(), "");
        answer["rowsWritten"]!.GetValue<int>().ShouldBe(1);

        (_, answer, _) = await ImportAsync(PlanFileBuilder.Sample().ToJson(), "?dryRun=false");
        answer["rowsWritten"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Import_FileWithProblems_ListsThem()
    {
        var (status, answer, _) = await ImportAsync(new PlanFileBuilder().Set("Metas", 3, 2, "cero").ToCsv(), "");

        status.ShouldBe(422);
        answer["code"]!.GetValue<string>().ShouldBe("plan-file-invalid");
        answer["problems"]!
            .ToJsonString()
            .ShouldStartWith(
                """[{"sheet":"metas","row":3,"column":"Meta programada","value":"cero","code":"number","expected":"""
            );
    }

    [Theory]
    [InlineData("?dryRun=yes", 422, "plan-dry-run")]
    [InlineData("", 415, "plan-file-type")]
    public async Task Import_WrongRequest_IsRefused(string query, int status, string code)
    {
        var (actual, answer, _) = await ImportAsync("hola"u8.ToArray(), query);

        actual.ShouldBe(status);
        answer["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task Import_FileTooLarge_IsRefused() =>
        (await ImportAsync(new byte[10 * 1024 * 1024 + 1], "")).Status.ShouldBe(413);

    [Fact]
    public async Task GetPlan_Imported_ShowsItWithItsStateNow()
    {
        await driver.ImportAsync(new PlanFileBuilder());

        var (status, answer, headers) = await CallAsync(request =>
            driver.Get<PlanQueryFunctions>().GetAsync(request, Cancel)
        );

        status.ShouldBe(200);
        headers.ETag.ToString().ShouldBe("\"1\"");
        answer["periods"]!
            .AsArray()
            .Select(period => period!["state"]!.GetValue<string>())
            .ShouldBe(["closed", "notOpen"]);
        answer["periods"]![0]!["due"]!.GetValue<string>().ShouldBe("2023-07-16T00:00:00-05:00");
        answer["units"]![1]!["aliases"]!.ToJsonString().ShouldBe("""["OGPP"]""");
        // An empty list would say that there are none.
        answer["units"]![1]!.AsObject().ContainsKey("contacts").ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "31,62")]
    [InlineData("?unit=OGRH", "62")]
    [InlineData("?unit=ogpp", "")]
    [InlineData("?unit=DTEG&period=2023-I", "31")]
    public async Task ListActivities_OfAUnitAndPeriod_AreThoseWithGoals(string query, string numbers)
    {
        await driver.ImportAsync(new PlanFileBuilder());

        var (status, answer, _) = await CallAsync(
            request => driver.Get<PlanQueryFunctions>().ActivitiesAsync(request, Cancel),
            query
        );

        status.ShouldBe(200);
        string.Join(',', answer.AsArray().Select(item => item!["activity"]!["number"]!.GetValue<string>()))
            .ShouldBe(numbers);
    }

    [Theory]
    [InlineData("?unit=XXX", "plan-unit-unknown")]
    [InlineData("?period=2023-III", "plan-period-unknown")]
    [InlineData("?period=2022-I", "plan-period-unknown")]
    public async Task ListActivities_OfNothingKnown_IsRefused(string query, string code)
    {
        await driver.ImportAsync(new PlanFileBuilder());

        var (status, answer, _) = await CallAsync(
            request => driver.Get<PlanQueryFunctions>().ActivitiesAsync(request, Cancel),
            query
        );

        status.ShouldBe(422);
        answer["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task ListPlans_EachCaller_SeesTheirOwn()
    {
        await driver.ImportAsync(new PlanFileBuilder());
        var stranger = new Caller(Role.Reader, new PlanId("otro-plan"), null, "cuenta-3");

        (await ListAsync(PlansDriver.Secretariat)).ShouldBe([Id]);
        (await ListAsync(National)).ShouldBe([Id]);
        (await ListAsync(stranger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Amend_WholeWay_AnswersAReceiptAndIsListed()
    {
        await driver.ImportAsync(new PlanFileBuilder());
        const string Body = """
            {
              "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
              "reason": "Se fusiona con la actividad 31",
              "legalDocument": "Acta 002-2023-CSIG",
              "activity": 62,
              "mergedInto": 31,
              "kind": "suspendActivity"
            }
            """;

        var (status, answer, _) = await AmendAsync(Body);

        status.ShouldBe(200);
        answer["revision"]!.GetValue<int>().ShouldBe(2);
        var (_, list, _) = await CallAsync(request => driver.Get<PlanAmendmentFunctions>().ListAsync(request, Cancel));
        JsonNode.DeepEquals(list[0], answer).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"reason":"Sin decir de qué clase es"}""", 400, "invalid-json")]
    [InlineData("""{"kind":"abolishPlan"}""", 400, "invalid-json")]
    [InlineData("""{"kind":"suspendActivity","activity":62}""", 400, "invalid-json")]
    [InlineData("""{"kind":"reformulateActivity","activity":62,"extra":1}""", 400, "invalid-json")]
    [InlineData("""{"kind":"moveDeadline","period":"2023-I","due":"julio"}""", 400, "invalid-json")]
    [InlineData("""{"kind":"reformulateActivity","activity":62}""", 422, "invalid-request")]
    public async Task Amend_WrongBody_IsRefused(string body, int status, string code)
    {
        await driver.ImportAsync(new PlanFileBuilder());

        var (actual, answer, _) = await AmendAsync(body);

        actual.ShouldBe(status, answer.ToJsonString());
        answer["code"]!.GetValue<string>().ShouldBe(code);
    }

    private Task<(int Status, JsonNode Answer, IHeaderDictionary Headers)> ImportAsync(byte[] content, string query) =>
        CallAsync(
            request => driver.Get<PlanImportFunctions>().ImportAsync(request, Cancel),
            query,
            PlansDriver.Secretariat,
            content
        );

    private Task<(int Status, JsonNode Answer, IHeaderDictionary Headers)> AmendAsync(string body) =>
        CallAsync(
            request => driver.Get<PlanAmendmentFunctions>().AmendAsync(request, Cancel),
            "",
            PlansDriver.Secretariat,
            Encoding.UTF8.GetBytes(body)
        );

    private async Task<IEnumerable<string>> ListAsync(Caller caller)
    {
        var (_, answer, _) = await CallAsync(
            request => driver.Get<PlanQueryFunctions>().ListAsync(request, Cancel),
            "",
            caller
        );
        return answer.AsArray().Select(plan => plan!["id"]!.GetValue<string>());
    }

    private static async Task<(int Status, JsonNode Answer, IHeaderDictionary Headers)> CallAsync(
        Func<HttpRequest, Task<IResult>> call,
        string query = "",
        Caller? caller = null,
        byte[]? body = null
    )
    {
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = answer;
        context.Request.QueryString = new QueryString(query);
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(body ?? []);
        context.Request.RouteValues["planId"] = Id;
        context.SetCaller(caller ?? PlansDriver.Secretariat);
        await (await call(context.Request)).ExecuteAsync(context);
        return (
            context.Response.StatusCode,
            JsonNode.Parse(Encoding.UTF8.GetString(answer.ToArray()))!,
            context.Response.Headers
        );
    }
}
