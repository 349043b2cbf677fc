using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.House;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports;

/// <summary>The report tables after a plan was reported, examined, reminded of, evaluated and compiled.</summary>
public sealed class CompiledScenarioTests(AzuriteFixture azurite)
{
    private static readonly ReportScope Scope = new(TestPlan.Id, TestPlan.Second);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tables_AfterTheWholeJob_SayWhatWasDoneAndNobodysName()
    {
        var storage = azurite.NewAccount();
        await StoredScenario.RunAsync(storage);
        var service = new TableServiceClient(storage);
        var tables = new ReportTables(service);

        var evidence = await tables.Evidence.ReadAsync(Scope, Cancel);
        evidence
            .Select(file => (file.Activity, file.State, file.Sent))
            .ShouldBe([(22, "Read", 1), (42, "Received", 0), (43, "Read", 1)]);
        evidence
            .Where(file => file.State == "Read")
            .ShouldAllBe(file => file.HasNumber == 1 && file.Number == "INFORME N° 000149-2023-MIMP-OGRH");
        var findings = await tables.Findings.ReadAsync(Scope, Cancel);
        findings.ShouldContain(finding => finding.Code == "same-file" && finding.OtherActivity == 43);
        findings.ShouldContain(finding => finding.State == "Explained");
        var factors = await tables.Factors.ReadAsync(Scope, Cancel);
        factors.Count(factor => factor.Author == "Secretariat").ShouldBe(10);
        var activities = await tables.Activities.ReadAsync(Scope, Cancel);
        var evaluated = activities.Single(activity => activity.Activity == 22);
        (evaluated.Evaluation, evaluated.Notes, evaluated.Files, evaluated.State).ShouldBe(
            ("Se cumplió la meta, según [correo].", "El informe de DNI [DNI] no tiene número en el SGD.", 1, "Returned")
        );
        (await tables.Recommendations.ReadAsync(Scope, Cancel)).ShouldContain(one =>
            one.Origin == "Edited" && one.Text == "Remitir a [correo] el informe con su número."
        );
        var reminders = await tables.Reminders.ReadAsync(Scope, Cancel);
        reminders.Sum(row => row.Delivered).ShouldBe(1);
        reminders.ShouldAllBe(row => row.Failed == 0 && row.Mails == row.Sent + row.Open + row.Cancelled);
        (await tables.History.ReadAsync(Scope, Cancel)).ShouldContain(row =>
            row.View == "Year" && row.OfYear == 2022 && row.Level == "Plan" && row.PercentShown == 81.5
        );
        var achievement = (await tables.Achievements.ReadAsync(Scope, Cancel)).ShouldHaveSingleItem();
        (achievement.Theme, achievement.Title, achievement.People, achievement.FigureCount).ShouldBe(
            ("Directivas y normas", "Directiva emitida, según [correo]", 120, 10)
        );
        (await tables.Achievements.ReadAsync(Scope with { Period = TestPlan.First }, Cancel)).ShouldBe([achievement]);

        var all = await TextAsync(service);
        all.ShouldNotContain("@");
        all.ShouldNotContain("Persona ana");
        all.ShouldNotContain("Persona sara");
        all.ShouldNotContain(".txt");
        all.ShouldNotContain("45678912");
    }

    /// <summary>A unit that corrects what was returned is still writing: the report has what it sent.</summary>
    [Fact]
    public async Task Tables_ActivityWithADraftAfterItsReturn_SayWhatWasSent()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Activity(35).Build());
        var reporter = app.Reporter();
        var sent = SentProgress.Submission(Guid.NewGuid(), 5, problems: "Faltó personal.");
        (await reporter.PutAsync(AppDriver.Progress(34), 0, sent)).ShouldBeOk();
        var back = SentProgress.Return(Guid.NewGuid());
        (await app.Secretariat().PostAsync($"{AppDriver.Progress(34)}/review", 1, back)).ShouldBeOk();
        (await reporter.PutAsync(AppDriver.Progress(34), 2, Draft())).ShouldBeOk();
        (await reporter.PutAsync(AppDriver.Progress(35), 0, Draft())).ShouldBeOk();

        await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "run", Cancel);

        var factors = await app.Get<ReportTables>().Factors.ReadAsync(Scope, Cancel);
        factors.Where(factor => factor.Kind == "Problem").Select(factor => factor.Text).ShouldBe(["Faltó personal."]);
    }

    private static object Draft() => SentProgress.Draft(Guid.NewGuid(), problems: "Un borrador que nadie envió.");

    private static async Task<string> TextAsync(TableServiceClient service)
    {
        var rows = new List<string>();
        foreach (var name in ReportTables.Names)
        {
            await foreach (var row in service.GetTableClient(name).QueryAsync<TableEntity>(cancellationToken: Cancel))
            {
                rows.AddRange(row.Where(column => column.Key != "odata.etag").Select(column => $"{column.Value}"));
            }
        }

        rows.Count.ShouldBeGreaterThan(100);
        return string.Join('\n', rows);
    }
}
