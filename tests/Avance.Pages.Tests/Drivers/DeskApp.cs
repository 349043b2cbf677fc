using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Reports;

namespace Avance.Pages.Tests.Drivers;

/// <summary>A plan of which some units have sent something, and their claims have been examined.</summary>
public static class DeskApp
{
    /// <summary>Sent, with nothing that a rule could question.</summary>
    public static readonly int[] Clear = [35, 36];

    /// <summary>Sent below its target and without evidence.</summary>
    public const int Doubtful = 37;

    /// <summary>Of which nothing has been sent.</summary>
    public const int Unsent = 38;

    public static Plan Plan()
    {
        var plan = new TestPlan()
            .Activity(34, target: 100, carriedOver: 70)
            .Activity(35, "OGRH")
            .Activity(36, "DTEG")
            .Activity(Doubtful, "DTEG")
            .Activity(38, "OTIC")
            .Build();
        return plan with
        {
            Header = plan.Header with { Name = "Plan Sectorial de Igualdad de Género 2022-2023" },
            Activities = plan
                .Activities.Select(activity =>
                    activity.Number.Value == 37
                        ? activity with
                        {
                            Title = "Difusión de la campaña por una comunicación sin estereotipos",
                        }
                        : activity
                )
                .ToValueList(),
        };
    }

    public static async Task<AppDriver> StartAsync(AzuriteFixture azurite, DateTimeOffset? now = null)
    {
        var app = await FormApp.StartAsync(azurite, now, Plan());
        foreach (var number in Clear)
        {
            await SendAsync(app, number, 10);
        }

        await UploadAsync(app);
        await SendAsync(app, Doubtful, 4);
        foreach (var number in Clear)
        {
            await DismissAsync(app, number);
        }

        return app;
    }

    /// <summary>Comes by a link to the desk.</summary>
    public static async Task<Visitor> ComeAsync(
        ChromiumFixture chromium,
        AppDriver app,
        string path = "/inicio",
        int width = 1200
    )
    {
        var visitor = await Visitor.ComeAsync(chromium, app, width);
        await visitor.EnterAsync(null, null);
        if (path != "/inicio")
        {
            await visitor.Page.GotoAsync(path);
        }

        return visitor;
    }

    /// <summary>Comes as a caller that a developer's machine takes by its header.</summary>
    public static async Task<Visitor> ComeAsAsync(
        ChromiumFixture chromium,
        AppDriver app,
        string caller,
        int width = 1200
    )
    {
        var visitor = await Visitor.ComeAsync(chromium, app, width);
        await visitor.Context.SetExtraHTTPHeadersAsync([new("X-Avance-Caller", caller)]);
        return visitor;
    }

    public static async Task<string?> StateAsync(AppDriver app, int number) =>
        (string?)(await app.Secretariat().GetAsync(AppDriver.Progress(number))).ShouldBeOk()["state"];

    /// <summary>Waits until the file of the doubtful claim has been read, and the claim been examined with it.</summary>
    public static async Task WaitForFactsAsync(AppDriver app)
    {
        for (var tries = 0; ; tries++)
        {
            var files = (await app.Secretariat().GetAsync(Files)).ShouldBeOk();
            if (files.Json.AsArray().All(file => (string?)file!["state"] == "read"))
            {
                await ExamineAsync(app, Doubtful);
                return;
            }

            tries.ShouldBeLessThan(400);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Says that the plan's reports could not be compiled.</summary>
    public static async Task FailReportAsync(AppDriver app)
    {
        var now = app.Clock.GetUtcNow();
        var failed = new Compilation("failed", true, now, now, now, 0, 0) { FailedAt = now };
        (
            await app.Get<CompilationTable>()
                .TryWriteAsync(TestPlan.Id, failed, null, TestContext.Current.CancellationToken)
        ).ShouldNotBeNull();
    }

    /// <summary>Waits until the reports that were asked for are compiled.</summary>
    public static async Task WaitForReportAsync(AppDriver app)
    {
        for (var tries = 0; ; tries++)
        {
            if ((await app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports/2023-II")).Status == 200)
            {
                return;
            }

            tries.ShouldBeLessThan(400);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static string Files => $"{AppDriver.Plan()}/periods/2023-II/activities/{Doubtful}/evidence";

    private static async Task UploadAsync(AppDriver app)
    {
        using var form = new MultipartFormDataContent();
        using var file = new StringContent(ActivityPage.People);
        form.Add(file, "file", "lista.csv");
        var secretariat = app.With(
            ("X-Avance-Caller", $"secretariat {TestPlan.Id}"),
            ("X-Upload-Id", $"{Guid.NewGuid()}")
        );
        (await secretariat.SendAsync(HttpMethod.Post, Files, content: form)).ShouldBeOk();
    }

    public static async Task SendAsync(AppDriver app, int number, decimal executed) =>
        (
            await app.Secretariat()
                .PutAsync(
                    AppDriver.Progress(number),
                    0,
                    SentProgress.Submission(
                        Guid.NewGuid(),
                        executed,
                        narrative: "Se elaboró y difundió el informe.",
                        documentsCited: [$"INFORME N° D0000{number}-2023-MIMP-OGRH"]
                    )
                )
        ).ShouldBeOk();

    /// <summary>Whatever the rules question of a claim is dismissed, once they have looked at it.</summary>
    private static async Task DismissAsync(AppDriver app, int number)
    {
        var period = $"{AppDriver.Plan()}/periods/2023-II";
        await ExamineAsync(app, number);
        var found = (await app.Secretariat().GetAsync($"{period}/activities/{number}/findings")).ShouldBeOk();
        foreach (var finding in found.Json.AsArray())
        {
            (
                await app.Secretariat()
                    .PutAsync(
                        $"{period}/findings/{finding!["id"]}/resolution",
                        null,
                        new { decision = "dismiss", note = "Se revisó con la unidad." }
                    )
            ).ShouldBeOk();
        }
    }

    /// <summary>
    /// Examines a claim now. That its message has the host do the same is shown by the journeys; here it would only be
    /// waited for.
    /// </summary>
    public static async Task ExamineAsync(AppDriver app, int number) =>
        await app.Get<ClaimExaminer>()
            .ExamineAsync(
                new ProgressAddress(TestPlan.Id, new Period(2023, 2), new ActivityNumber(number)),
                TestContext.Current.CancellationToken
            );
}
