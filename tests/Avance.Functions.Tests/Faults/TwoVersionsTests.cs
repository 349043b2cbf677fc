using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.National;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Faults;

/// <summary>
/// Two versions of the app at once on one storage, as while a new one is rolled out or back: the present one, and a later one that
/// stores more. What an earlier one left is there too.
/// </summary>
public sealed class TwoVersionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int Activity = 34;
    private static readonly string Path = AppDriver.Progress(Activity);
    private readonly string storage = azurite.NewAccount();
    private AppDriver present = null!;
    private AppDriver later = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await StoredRows.AddAsync(storage, ProgressTable.Name, Cancel);
        present = await AppDriver.StartAsync(storage);
        later = await AppDriver.StartAsync(
            storage,
            configure: builder => builder.Services.AddSingleton(NewerVersion.Connect(storage))
        );
        await later.AddAsync(new TestPlan().Activity(Activity, carriedOver: 5).Activity(35).Build());
    }

    public async ValueTask DisposeAsync()
    {
        await present.DisposeAsync();
        await later.DisposeAsync();
    }

    [Fact]
    public async Task Progress_WrittenByBothInTurns_IsTheSameToBoth()
    {
        var id = Guid.NewGuid();
        // Earlier code left six versions, the last one a draft after a return.
        (await later.Reporter().PutAsync(Path, 6, Body("draft", Guid.NewGuid(), 7)))
            .ShouldBeOk()
            .Version.ShouldBe(7);
        (await present.Reporter().PutAsync(Path, 7, Body("draft", Guid.NewGuid(), 8))).ShouldBeOk().Version.ShouldBe(8);
        var sent = (await later.Reporter().PutAsync(Path, 8, Body("submit", id, 9))).ShouldBeOk();
        (await present.Reporter().PutAsync(Path, 8, Body("submit", id, 9))).ShouldBeOk().Text.ShouldBe(sent.Text);
        (await present.Secretariat().PostAsync($"{Path}/review", 9, SentProgress.Return(Guid.NewGuid()))).ShouldBeOk();
        (await later.Reporter().PutAsync(Path, 10, Body("submit", Guid.NewGuid(), 11))).ShouldBeOk();
        (await later.Secretariat().PostAsync($"{Path}/review", 11, SentProgress.Accept(Guid.NewGuid()))).ShouldBeOk();

        (await RowsOfTomorrowAsync("progress")).ShouldBeGreaterThan(0);
        foreach (
            var path in new[] { Path, $"{Path}/versions", $"{AppDriver.Plan()}/periods/2023-II/activities/34/receipt" }
        )
        {
            (await present.Reporter().GetAsync(path))
                .ShouldBeOk()
                .Text.ShouldBe((await later.Reporter().GetAsync(path)).Text, path);
        }

        (await present.Reporter().GetAsync($"{Path}/versions"))
            .Json.AsArray()
            .Select(version => (string?)version!["state"])
            .ShouldBe(["submitted", "returned", "resubmitted", "returned", "resubmitted", "accepted"]);
    }

    [Fact]
    public async Task Evidence_SentToOneAndReadByTheOther_IsExaminedOnceByEither()
    {
        var first = await UploadAsync(later, "uno.txt");
        var second = await UploadAsync(present, "dos.txt");
        (await present.Get<EvidenceReading>().ReadAsync(Address, first, Cancel)).ShouldBeTrue();
        (await later.Get<EvidenceReading>().ReadAsync(Address, second, Cancel)).ShouldBeTrue();
        (await later.Get<ClaimExaminer>().ExamineAsync(Address, Cancel)).ShouldBeTrue();
        (await present.Get<ClaimExaminer>().ExamineAsync(Address, Cancel)).ShouldBeFalse();

        var files = (await present.Reporter().GetAsync(EvidenceDriver.Path(Activity))).ShouldBeOk();
        files.Text.ShouldBe((await later.Reporter().GetAsync(EvidenceDriver.Path(Activity))).Text);
        files.Json.AsArray().Count.ShouldBe(2);
        var findings = $"{AppDriver.Plan()}/periods/2023-II/activities/34/findings";
        (await present.Secretariat().GetAsync(findings))
            .ShouldBeOk()
            .Text.ShouldBe((await later.Secretariat().GetAsync(findings)).Text);
    }

    /// <summary>Other rules give other fingerprints: each examination is done again once, by whichever version asks, and then no more.</summary>
    [Fact]
    public async Task Examine_ClaimThatOtherRulesExamined_IsDoneAgainOnce()
    {
        (await later.Reporter().PutAsync(Path, 6, Body("submit", Guid.NewGuid(), 9))).ShouldBeOk();
        (await later.Get<ClaimExaminer>().ExamineAsync(Address, Cancel)).ShouldBeTrue();
        var findings = later.Get<FindingsTable>();
        await findings.ClearFingerprintAsync(Address, Cancel);

        (await present.Get<EvidenceSweep>().RunAsync(Cancel)).ShouldBeGreaterThan(0);
        (await present.Get<ClaimExaminer>().ExamineAsync(Address, Cancel)).ShouldBeTrue();
        (await later.Get<ClaimExaminer>().ExamineAsync(Address, Cancel)).ShouldBeFalse();
        (await present.Get<ClaimExaminer>().ExamineAsync(Address, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Reports_CompiledByBoth_AreTheSame()
    {
        (await present.Reporter().PutAsync(Path, 6, Body("submit", Guid.NewGuid(), 9))).ShouldBeOk();
        await CompileAsync(later, "later");
        var report = (await present.Secretariat().GetAsync(Report)).ShouldBeOk();

        await CompileAsync(present, "present");
        await present.Get<ConsolidationRunner>().RunAsync("present", Cancel);
        (await later.Secretariat().GetAsync(Report)).ShouldBeOk()["activities"]!
            .ToJsonString()
            .ShouldBe(report["activities"]!.ToJsonString());
        (await CompileAsync(later, "again")).RowsWritten.ShouldBe(0);
        (await CompileAsync(present, "again")).RowsWritten.ShouldBe(0);
    }

    private static ProgressAddress Address => EvidenceDriver.Address(Activity);

    private static string Report => $"{AppDriver.Plan()}/reports/2023-II";

    private static async Task<CompilationOutcome> CompileAsync(AppDriver app, string run) =>
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, run, Cancel)).Value.ShouldNotBeNull();

    /// <summary>Of an activity with a goal of the year and one carried over.</summary>
    private static object Body(string action, Guid id, decimal executed) =>
        new
        {
            submissionId = id,
            action,
            goals = new[] { 2022, 2023 }.Select(year => new
            {
                year,
                outcome = "reported",
                executed,
            }),
            narrative = $"Se hizo {executed}.",
            documentsCited = new[] { "INFORME N° 000215-2023-MIMP-ODTH" },
        };

    private static async Task<EvidenceId> UploadAsync(AppDriver app, string name)
    {
        using var form = new MultipartFormDataContent();
        form.Headers.Add(EvidenceUpload.UploadIdHeader, $"{Guid.NewGuid()}");
        form.Add(new StringContent($"INFORME N° 000215-2023-MIMP-ODTH\nSe hizo {name}."), "file", name);
        var answer = await app.Reporter().SendAsync(HttpMethod.Post, EvidenceDriver.Path(Activity), content: form);
        return EvidenceId.Parse((string)answer.ShouldBeOk().Json[0]!["id"]!, null);
    }

    private async Task<int> RowsOfTomorrowAsync(string table)
    {
        var rows = new TableServiceClient(storage)
            .GetTableClient(table)
            .QueryAsync<TableEntity>(cancellationToken: Cancel);
        return await rows.CountAsync(row => row.ContainsKey("ColumnOfTomorrow"), Cancel);
    }
}
