using Avance.Functions.Findings;
using Avance.Pages.Tests.Drivers;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Guides;

/// <summary>The app with the sample plan, as its units and its secretariat see it.</summary>
public static class GuideApp
{
    public static PlanId Plan { get; } = new("psig-2022-2023");

    public const string Period = "2023-II";

    /// <summary>A working hour some weeks before the deadline of the sample's last period.</summary>
    public static DateTimeOffset Open { get; } = DateTimeOffset.Parse("2023-12-12T10:00:00-05:00");

    public static DateTimeOffset Late { get; } = DateTimeOffset.Parse("2024-01-17T10:00:00-05:00");

    public static async Task<AppDriver> StartAsync(AzuriteFixture azurite, DateTimeOffset now)
    {
        var app = await AppDriver.StartAsync(azurite.NewAccount(), now, listens: true);
        using var file = new ByteArrayContent(
            await File.ReadAllBytesAsync(Workbook, TestContext.Current.CancellationToken)
        );
        file.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (
            await app.Secretariat(Plan)
                .SendAsync(HttpMethod.Post, $"{AppDriver.Plan(Plan)}/import?dryRun=false", content: file)
        ).ShouldBeOk();
        return app;
    }

    public static string Workbook => Sample($"{Plan}.xlsx");

    public static string Sample(string name) => RepositoryRoot.File($"samples/{name}");

    /// <summary>What a unit sends by its form.</summary>
    public static async Task SendAsync(
        AppDriver app,
        string unit,
        int activity,
        decimal executed,
        string document,
        string narrative
    ) =>
        (
            await app.As($"unit-reporter {Plan} {unit}")
                .PutAsync(
                    AppDriver.Progress(activity, plan: Plan),
                    0,
                    SentProgress.Submission(Guid.NewGuid(), executed, narrative: narrative, documentsCited: [document])
                )
        ).ShouldBeOk();

    /// <summary>Uploads files of the sample evidence, and waits until they are read.</summary>
    public static async Task UploadAsync(AppDriver app, string unit, int activity, params string[] files)
    {
        var path = $"{AppDriver.Plan(Plan)}/periods/{Period}/activities/{activity}/evidence";
        foreach (var name in files)
        {
            using var form = new MultipartFormDataContent();
            using var file = new ByteArrayContent(
                await File.ReadAllBytesAsync(Sample($"evidence/{name}"), TestContext.Current.CancellationToken)
            );
            form.Add(file, "file", name);
            var reporter = app.With(
                ("X-Avance-Caller", $"unit-reporter {Plan} {unit}"),
                ("X-Upload-Id", $"{Guid.NewGuid()}")
            );
            (await reporter.SendAsync(HttpMethod.Post, path, content: form)).ShouldBeOk();
        }

        for (var tries = 0; ; tries++)
        {
            var listed = (await app.Secretariat(Plan).GetAsync(path)).ShouldBeOk().Json.AsArray();
            if (listed.All(file => (string?)file!["state"] == "read"))
            {
                return;
            }

            tries.ShouldBeLessThan(600);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public static async Task ReviewAsync(AppDriver app, int activity, object review) =>
        (
            await app.Secretariat(Plan).PostAsync($"{AppDriver.Progress(activity, plan: Plan)}/review", 1, review)
        ).ShouldBeOk();

    /// <summary>Examines what was sent now, so that nothing is waited for.</summary>
    public static async Task ExamineAsync(AppDriver app, params int[] activities)
    {
        foreach (var activity in activities)
        {
            await app.Get<ClaimExaminer>()
                .ExamineAsync(
                    new ProgressAddress(Plan, new Period(2023, 2), new ActivityNumber(activity)),
                    TestContext.Current.CancellationToken
                );
        }
    }

    /// <summary>A visitor who has come by a link: of a unit, or to the desk.</summary>
    public static async Task<Visitor> ComeAsync(ChromiumFixture chromium, AppDriver app, string? unit, int width)
    {
        var visitor = await Visitor.ComeAsync(chromium, app, width, 900);
        await visitor.EnterAsync(unit, unit is null ? null : Period, Plan);
        return visitor;
    }

    public static ILocator Content(this Visitor visitor) => visitor.Page.Locator("main");
}
