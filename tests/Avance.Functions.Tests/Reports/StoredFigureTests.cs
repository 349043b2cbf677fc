using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Drivers;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reports;

/// <summary>Figures of any size from the form and the plan file to the rows that are stored and the pages that show them.</summary>
public sealed class StoredFigureTests(AzuriteFixture azurite)
{
    private const int Drawn = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_AnyFiguresThatAreTaken_AreStoredExact()
    {
        var driver = new ReportDriver(azurite.NewAccount());
        (decimal Target, decimal Executed)[] figures =
        [
            .. from target in AcceptedFigures.EdgesOfTarget
            from executed in AcceptedFigures.EdgesOfExecuted
            select (target, executed),
            .. AcceptedFigures
                .Target()
                .Zip(AcceptedFigures.Executed())
                .Sample(Drawn)
                .Select(pair => (pair.Item1, pair.Item2)),
        ];
        var plan = figures
            .Select((figure, place) => (figure, Number: place + 1))
            .Aggregate(new TestPlan(), (builder, item) => builder.Activity(item.Number, target: item.figure.Target))
            .Build();
        await driver.SaveAsync(plan);
        foreach (var (figure, number) in figures.Select((figure, place) => (figure, place + 1)))
        {
            await driver.SendAsync(plan, number, figure.Executed);
        }

        await driver.RunAsync();

        var goals = await driver.Direct.Goals.ReadAsync(new ReportScope(plan.Id, TestPlan.Second), Cancel);
        goals.Count.ShouldBe(figures.Length);
        foreach (var goal in goals)
        {
            var (target, executed) = figures[goal.Activity - 1];
            ((decimal)goal.Target, (decimal)goal.Executed).ShouldBe((target, executed));
            goal.PercentShown.ShouldBe(
                (long)decimal.Round(executed * 100 / target, 0, MidpointRounding.AwayFromZero),
                $"{executed} of {target}"
            );
        }

        (await driver.RunAsync("again")).RowsWritten.ShouldBe(0);
    }

    /// <summary>Before, shown percents were stored in 32 bits: what is there is read as it was.</summary>
    [Fact]
    public async Task Read_RowOfBefore_IsTheSame()
    {
        var driver = new ReportDriver(azurite.NewAccount());
        var plan = new TestPlan().Activity(34, target: 70).Build();
        await driver.SaveAsync(plan);
        await driver.SendAsync(plan, 34, 86);
        await driver.RunAsync();
        var rows = await driver.Direct.Goals.ReadAsync(new ReportScope(plan.Id, TestPlan.Second), Cancel);

        await driver.NarrowAsync("reportgoal", "PercentShown");

        (await driver.TypesAsync()).ShouldContain("reportgoal.PercentShown: Int32");
        (await driver.Direct.Goals.ReadAsync(new ReportScope(plan.Id, TestPlan.Second), Cancel)).ShouldBe(rows);
    }

    [Fact]
    public async Task Pages_FiguresAtTheEdges_AreAnswered()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        var plan = new TestPlan();
        for (var place = 0; place < AcceptedFigures.EdgesOfExecuted.Length; place++)
        {
            plan.Activity(place + 1, target: AcceptedFigures.EdgesOfTarget[0], carriedOver: 70);
        }

        await app.AddAsync(plan.Build());
        for (var place = 0; place < AcceptedFigures.EdgesOfExecuted.Length; place++)
        {
            await SendAsync(app, place + 1, AcceptedFigures.EdgesOfExecuted[place]);
        }

        var period = $"{AppDriver.Plan()}/periods/2023-II";
        var overview = (await app.Secretariat().GetAsync($"{period}/overview")).ShouldBeOk();
        overview["activities"]!
            .AsArray()
            .Select(activity => (decimal)activity!["percent"]!)
            .Max()
            .ShouldBeGreaterThan(1e14m);
        (await app.As("national-secretariat").GetAsync("/api/overview")).ShouldBeOk();
        (await app.Reporter().GetAsync($"{period}/units/OGRH/work")).ShouldBeOk();
        (await app.Secretariat().GetAsync($"{period}/findings")).ShouldBeOk();
        (await app.Secretariat().GetAsync($"{period}/reminders")).ShouldBeOk();
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "run", Cancel)).Succeeded(out _, out _).ShouldBeTrue();
        var report = (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports/2023-II")).ShouldBeOk();
        report["goals"]!.AsArray().Select(goal => (long)goal!["percentShown"]!).Max().ShouldBe(1_000_000_000_000_000);
    }

    [Theory]
    [InlineData("1000000000")]
    [InlineData("999999999.9999")]
    [InlineData("0.0001")]
    [InlineData("70.0")]
    public async Task Import_TargetThatIsTaken_CanBeReported(string target)
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());

        (await ImportAsync(app, target)).ShouldBeOk();

        await SendAsync(app, 1, 46_781_234);
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "run", Cancel)).Succeeded(out _, out _).ShouldBeTrue();
        var report = (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/reports/2023-II")).ShouldBeOk();
        ((decimal)report["goals"]![0]!["target"]!).ShouldBe(decimal.Parse(target));
        ((decimal)report["goals"]![0]!["executed"]!).ShouldBe(46_781_234);
    }

    [Theory]
    [InlineData("1000000000.0001")]
    [InlineData("1e30")]
    [InlineData("1e400")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.00001")]
    [InlineData("1e-40")]
    public async Task Import_TargetOutOfRange_IsRefusedByItsColumn(string target)
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());

        var answer = await ImportAsync(app, target);

        answer.Status.ShouldBe(422, answer.Text);
        var problem = answer["problems"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)problem["column"]!).ShouldBe("target");
        ((string)problem["expected"]!).ShouldContain("1000000000");
    }

    [Theory]
    [InlineData("1000000000.0001", 422)]
    [InlineData("1e28", 422)]
    [InlineData("1e400", 400)]
    [InlineData("-0.0001", 422)]
    [InlineData("0.00001", 422)]
    public async Task Put_ExecutedOutOfRange_IsRefusedByItsField(string executed, int status)
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        await app.AddAsync(new TestPlan().Activity(34).Build());

        var answer = await app.Reporter()
            .PutAsync(
                AppDriver.Progress(34),
                0,
                $$"""
                {
                  "submissionId": "{{Guid.NewGuid()}}", "action": "submit",
                  "goals": [{ "year": 2023, "outcome": "reported", "executed": {{executed}} }]
                }
                """
            );

        answer.Status.ShouldBe(status);
        ((string)answer["field"]!).ShouldBe("goals[0].executed");
    }

    private static Task<Answer> ImportAsync(AppDriver app, string target) =>
        app.Secretariat()
            .PostAsync(
                $"{AppDriver.Plan()}/import",
                null,
                $$"""
                {
                  "plan": { "name": "Plan", "body": "MIMP", "workingGroup": "CSIG", "legalBasis": "RM", "firstYear": 2023, "lastYear": 2023 },
                  "units": [{ "code": "OGRH", "name": "Oficina General de Recursos Humanos" }],
                  "activities": [{ "number": 1, "title": "Capacitar", "responsibleUnit": "OGRH", "unitOfMeasure": "Personas", "evidenceRequirement": "Informe" }],
                  "goals": [{ "activity": 1, "year": 2023, "target": {{target}}, "measure": "count" }],
                  "periods": [{ "id": "2023-II", "opens": "2023-12-01", "due": "2024-01-15", "closes": "2024-01-31" }]
                }
                """
            );

    /// <summary>Sends the figure for every goal of the activity, and has the claim examined.</summary>
    private static async Task SendAsync(AppDriver app, int activity, decimal executed)
    {
        var path = AppDriver.Progress(activity);
        var work = (await app.Reporter().GetAsync($"{AppDriver.Plan()}/periods/2023-II/units/OGRH/work")).ShouldBeOk();
        var years = work["activities"]!.AsArray().Single(one => (string)one!["activity"]!["number"]! == $"{activity}")![
            "goals"
        ]!
            .AsArray()
            .Select(goal => (int)goal!["year"]!);
        var body = new
        {
            submissionId = Guid.NewGuid(),
            action = "submit",
            goals = years.Select(year => new
            {
                year,
                outcome = "reported",
                executed,
            }),
        };
        (await app.Reporter().PutAsync(path, 0, body)).ShouldBeOk();
        await app.Get<ClaimExaminer>().ExamineAsync(EvidenceDriver.Address(activity), Cancel);
    }
}
