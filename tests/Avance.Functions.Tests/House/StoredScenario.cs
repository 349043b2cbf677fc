using System.Text.Json;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Reminders;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.RecommendationChecks;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using Avance.Functions.Tests.Reminders;
using Azure.Storage.Queues;

namespace Avance.Functions.Tests.House;

/// <summary>
/// Leaves in a storage account what the app leaves of its whole job: a plan is imported and amended, members and links are
/// made, progress is saved, sent and returned, evidence is read, claims are examined, achievements are recorded, reminders
/// go out, reports of each kind of plan are compiled.
/// </summary>
internal static class StoredScenario
{
    private const string Report =
        "INFORME N° 000149-2023-MIMP-OGRH\n\nSe informa que el curso sobre enfoque de género se dictó a diez personas de "
        + "todas las oficinas del ministerio, en tres fechas distintas, con evaluación al final y constancia para quienes "
        + "aprobaron, según el plan de trabajo del año.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task RunAsync(string storage)
    {
        await using var driver = await EvidenceDriver.StartAsync(
            storage,
            new TestPlan()
                .Activity(22)
                .Activity(42)
                .Activity(43)
                .Contacts("OGRH", "ana@entidad.example")
                .Contacts("OGPPM", UnitKind.Secretariat, "sara@entidad.example")
                .Build()
        );
        await ManageAsync(driver.App);
        await MeetAsync(driver.App);
        await ReportAsync(driver);
        await RemindAsync(storage, driver.App);
        await RecommendAsync(driver.App);
        await AchieveAsync(driver.App);
        await ReportOtherKindsAsync(driver.App);
        await driver.App.Get<ReportRunner>().RunAsync(TestPlan.Id, "run", Cancel);
        await driver.App.Get<ConsolidationRunner>().RunAsync("run", Cancel);
        await driver.App.Get<ConsolidationTable>().MarkAsync(TestPlan.Id, Cancel);
        var texts = $"{AppDriver.Plan()}/reports/2023-II/texts";
        var text = new { text = "El plan se ejecutó en parte." };
        (await driver.App.Secretariat().PutAsync($"{texts}/conclusions", 0, text)).ShouldBeOk();

        // What is left to do stays in the queues.
        await driver.UploadAsync(42, "perdido.txt", "Un archivo que ningún evento anuncia.");
        await AnnounceAsync(storage);
        driver.App.Clock.Advance(TimeSpan.FromMinutes(20));
        (await driver.App.Get<EvidenceSweep>().RunAsync(Cancel)).ShouldBePositive();
        (await driver.App.Secretariat().PostAsync($"{AppDriver.Plan()}/reports", null, "{}")).Status.ShouldBe(202);
        await ExportAsync(driver.App);
        // The plan is there: the file stays, for when it is not.
        var file = await BackupDriver.BackUpAsync(driver.App);
        (await BackupDriver.RestoreAsync(driver.App, file)).ShouldBeProblem(409, "restore-not-empty");
    }

    /// <summary>As Event Grid does.</summary>
    private static async Task AnnounceAsync(string storage)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        await new QueueServiceClient(storage, options)
            .GetQueueClient(EvidenceEvents.Queue)
            .SendMessageAsync(
                JsonSerializer.Serialize(
                    new BlobCreated($"{BlobCreated.Evidence}{TestPlan.Id}/2023-II/42/{Guid.NewGuid():N}"),
                    JsonSerializerOptions.Web
                ),
                Cancel
            );
    }

    /// <summary>A policy and a work plan, of which nothing was sent.</summary>
    private static async Task ReportOtherKindsAsync(AppDriver app)
    {
        foreach (var sample in new[] { "pnig-2021", "conaig-2021-2022" })
        {
            var plan = new PlanId(sample);
            using var file = new ByteArrayContent(PlanFileBuilder.Sample(sample).ToCsv());
            (
                await app.Secretariat(plan).SendAsync(HttpMethod.Post, $"{AppDriver.Plan(plan)}/import", null, file)
            ).ShouldBeOk();
            await app.Get<ReportRunner>().RunAsync(plan, "run", Cancel);
        }
    }

    /// <summary>One export is made, another one waits.</summary>
    private static async Task ExportAsync(AppDriver app)
    {
        var plan = AppDriver.Plan();
        var exports = $"{plan}/reports/2023-II/exports";
        var request = new { format = "excel", scope = "semester" };
        var asked = await app.Secretariat().PostAsync(exports, null, request);
        var id = Guid.Parse((string)asked["id"]!);
        var (export, _) = await app.Get<ExportTable>().FindAsync(TestPlan.Id, TestPlan.Second, id, Cancel);
        await app.Get<ExportRunner>().RunAsync(export.ShouldNotBeNull(), "export-run", Cancel);
        (await app.Secretariat().PostAsync(exports, null, request)).Status.ShouldBe(202);
        using var template = new ByteArrayContent(WordBuilder.Build());
        template.Headers.ContentType = new(ReportTemplates.ContentType);
        (await app.Secretariat().SendAsync(HttpMethod.Put, $"{plan}/report-template", content: template)).ShouldBeOk();
    }

    private static async Task ManageAsync(AppDriver app)
    {
        using var file = new ByteArrayContent(new PlanFileBuilder().ToCsv());
        file.Headers.ContentType = new("text/csv");
        var import = $"{AppDriver.Plan(PlanBuilder.Id)}/import";
        (await app.Secretariat(PlanBuilder.Id).SendAsync(HttpMethod.Post, import, null, file)).ShouldBeOk();

        var secretariat = app.Secretariat();
        var plan = AppDriver.Plan();
        var amendment = new
        {
            kind = "moveDeadline",
            id = Guid.NewGuid(),
            reason = "Las unidades pidieron más plazo",
            legalDocument = "Oficio Múltiple 012-2023-MIMP",
            period = "2023-II",
            due = "2024-01-16",
        };
        (await secretariat.PostAsync($"{plan}/amendments", null, amendment)).ShouldBeOk();
        var reporter = new { role = "unitReporter", unit = "OGRH" };
        (await secretariat.PutAsync($"{plan}/members/{Guid.NewGuid()}", null, reporter)).ShouldBeOk();
        var link = new { unit = "OGRH", period = "2023-II" };
        var made = await secretariat.PostAsync($"{plan}/links", null, link);
        (await secretariat.SendAsync(HttpMethod.Delete, $"{plan}/links/{made.Json["id"]}")).ShouldBeOk();
        (await secretariat.SendAsync(HttpMethod.Delete, $"{plan}/links")).Status.ShouldBe(204);
        var hold = new { held = true, reason = "Se corrige la lista de contactos." };
        var stage = $"{plan}/periods/2023-II/reminders/before-7/hold";
        (await secretariat.PutAsync(stage, null, hold)).ShouldBeOk();
        var units = new[] { new { unit = "OGRH", compliance = 88.5m } };
        var activities = new[] { new { activity = 22, percent = 120 } };
        var balance = new
        {
            plan = "Plan de igualdad 2022",
            source = "Informe anual 2022, de ana@entidad.example",
            programmed = 54,
            fullyExecuted = 44,
            units,
            activities,
        };
        (await secretariat.PutAsync($"{plan}/history/2022", 0, balance)).ShouldBeOk();
    }

    /// <summary>A group without a plan, and one that holds a session and is called to another.</summary>
    private static async Task MeetAsync(AppDriver app)
    {
        var group = $"{AppDriver.Plan()}/group";
        var other = TestGroup.Request with { Id = new WorkingGroupId("GTIG-OTRO") };
        var national = app.As("national-secretariat");
        (await national.PutAsync("/api/groups/GTIG-OTRO", 0, TestGroup.Json(other))).ShouldBeOk();
        var secretariat = app.Secretariat();
        (await secretariat.PutAsync(group, 0, TestGroup.Json(TestGroup.Request))).ShouldBeOk();
        var held = TestGroup.Json(TestGroup.Held);
        (await secretariat.PutAsync($"{group}/sessions/2023-002", 0, held)).ShouldBeOk();
        var planned = TestGroup.Json(TestGroup.Planned);
        (await secretariat.PutAsync($"{group}/sessions/2023-003", 0, planned)).ShouldBeOk();
        (await secretariat.PostAsync($"{group}/sessions/2023-003/call", 1, "{}")).ShouldBeOk();
    }

    private static async Task ReportAsync(EvidenceDriver driver)
    {
        var app = driver.App;
        var draft = SentProgress.Draft(Guid.NewGuid());
        (await app.Reporter().PutAsync(AppDriver.Progress(42), 0, draft)).ShouldBeOk();
        await driver.UploadAndReadAsync(22, "Informe.txt", Report);
        await driver.UploadAndReadAsync(43, "Informe otra vez.txt", Report);
        var taken = await driver.UploadAndReadAsync(22, "Borrador.txt", "Un borrador.");
        await app.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(22)}/{taken}");
        await driver.SendAsync(22, executed: 9);
        await driver.SendAsync(43);
        await driver.ExamineAsync(22);
        await driver.ExamineAsync(43);
        await driver.DrainAsync();

        var finding = (await driver.FindingsAsync(22))[0].Id;
        var explanation = new { text = "Se explica en el anexo 2 del informe." };
        var path = $"{AppDriver.Plan()}/periods/2023-II/findings/{finding}/explanation";
        (await app.Reporter().PutAsync(path, null, explanation)).ShouldBeOk();
        var review = $"{AppDriver.Progress(22)}/review";
        (await app.Secretariat().PostAsync(review, 1, SentProgress.Return(Guid.NewGuid()))).ShouldBeOk();
        // More than a column takes.
        var factor = new { kind = "problem", text = new string('x', 4_000) };
        var evaluation = new
        {
            text = "Se cumplió la meta, según ana@entidad.example.",
            notes = new[] { "El informe de DNI 45678912 no tiene número en el SGD." },
            factors = Enumerable.Repeat(factor, 10),
        };
        var evaluated = $"{AppDriver.Plan()}/periods/2023-II/activities/22/evaluation";
        (await app.Secretariat().PutAsync(evaluated, 0, evaluation)).ShouldBeOk();
    }

    private static async Task RecommendAsync(AppDriver app)
    {
        var secretariat = app.Secretariat();
        var recommendations = $"{AppDriver.Plan()}/periods/2023-II/recommendations";
        var drafted = (await secretariat.GetAsync(recommendations)).ShouldBeOk()["recommendations"]![0]!["id"];
        var edit = new { text = "Remitir a sara@entidad.example el informe con su número." };
        (await secretariat.PutAsync($"{recommendations}/{drafted}", 0, edit)).ShouldBeOk();
        (await secretariat.PutAsync($"{recommendations}/order", 0, new { ids = new[] { $"{drafted}" } })).ShouldBeOk();
        var decided = await app.Get<RecommendationCheckHandler>()
            .DecideAsync(
                TestPlan.Id,
                TestPlan.Id,
                RecommendationId.Parse($"{drafted}", null),
                0,
                new CheckRequest(CheckState.Addressed, "La actividad 22 lo incluye."),
                new Caller(Role.Secretariat, TestPlan.Id, null, "dev:secretariat"),
                Cancel
            );
        decided.ShouldSucceed();
    }

    private static async Task AchieveAsync(AppDriver app)
    {
        var achievements = $"{AppDriver.Plan()}/achievements";
        var directive = new
        {
            theme = "Directivas y normas",
            title = "Directiva emitida, según ana@entidad.example",
            // With its figures more than a column takes as JSON.
            text = new string('x', 4_000),
            date = "2023-05-15",
            document = "RM N° 123-2023-MIMP",
            link = "https://www.gob.pe/mimp",
            figures = Enumerable.Repeat(
                new
                {
                    label = new string('t', 200),
                    number = 12.5m,
                    unitOfMeasure = "taller",
                },
                10
            ),
            women = 70,
            men = 50,
            activity = 22,
        };
        (await app.Reporter().PutAsync($"{achievements}/{Guid.NewGuid()}", 0, directive)).ShouldBeOk();
        var plan = new
        {
            theme = "Aprobación del plan",
            title = "Plan aprobado",
            date = "2023-01-20",
        };
        var other = $"{achievements}/{Guid.NewGuid()}";
        (await app.Secretariat().PutAsync(other, 0, plan)).ShouldBeOk();
        var reason = new { reason = "Se registró dos veces." };
        (await app.Secretariat().PostAsync($"{other}/withdraw", 1, reason)).ShouldBeOk();
    }

    private static async Task RemindAsync(string storage, AppDriver app)
    {
        // From midnight into working hours.
        app.Clock.Advance(TimeSpan.FromHours(10));
        using var reminders = new RemindersDriver(storage, app.Clock, new FakeMailService());
        await reminders.RunAsync();
        var mail = await reminders.MailsAsync();
        (await reminders.TellAsync(("delivered", mail[0].Address))).ShouldSucceed();
        // More than a column takes.
        var members = Enumerable
            .Range(1, 700)
            .Select(number => new GroupMember(new EmailAddress($"persona{number}@entidad.example"), "Persona"));
        var group = new GroupRow([.. members], app.Clock.GetUtcNow(), app.Clock.GetUtcNow());
        await reminders.Get<GroupTable>().WriteAsync(Guid.NewGuid(), group, Cancel);
    }
}
