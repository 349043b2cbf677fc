using System.Text.Json.Nodes;
using Avance.Functions.Backups;
using Avance.Functions.Plans;
using Avance.Functions.Reports;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Drivers;
using Avance.Functions.Tests.House;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Persons;

/// <summary>What the tables have of a person is given to her, and taken out of them.</summary>
public sealed class PersonApiTests(AzuriteFixture azurite)
{
    private const string Ana = "ana@entidad.example";
    private static readonly DateTimeOffset Later = DateTimeOffset.Parse("2024-01-20T15:00:00Z");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_OfAWholePlan_IsExportedAndThenNowhere()
    {
        var storage = azurite.NewAccount();
        await StoredScenario.RunAsync(storage);
        await using var app = await AppDriver.StartAsync(storage, Later);
        var erasure = new
        {
            id = Guid.NewGuid(),
            address = Ana,
            reason = "Lo pidió la persona, expediente 2024-15.",
        };

        var mails = await MailStatesAsync(app);
        var exported = await ExportAsync(app);
        var receipt = (await EraseAsync(app, erasure)).ShouldBeOk();

        exported.Keys.ShouldBe(
            ["plans", "reminders", "outbox", "history", "evaluations", "achievements", "audit", "groups"],
            ignoreOrder: true
        );
        exported["groups"].ShouldContain(place => place["value"]!.ToJsonString().Contains("Ana Invent"));
        exported["plans"].ShouldHaveSingleItem()["column"]!.GetValue<string>().ShouldBe("units.OGRH.contacts");
        receipt["removed"]!["contacts"]!.GetValue<int>().ShouldBe(1);
        receipt["kept"]!.AsArray().Count.ShouldBe(4);
        (await ExportAsync(app)).ShouldBeEmpty();
        var rows = await RowsAsync(storage);
        rows.Where(row => row.Contains(Ana, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        rows.ShouldContain(row => row.StartsWith("audit", StringComparison.Ordinal) && row.Contains("erasePerson"));
        var pseudonym = (string)receipt["pseudonym"]!;
        rows.ShouldContain(row => row.StartsWith("outbox", StringComparison.Ordinal) && row.Contains(pseudonym));
        rows.Where(row => row.StartsWith("groups", StringComparison.Ordinal) && row.Contains(".invalid"))
            .ShouldBeEmpty();

        // What is left is read as before.
        (await app.Get<ReportRunner>().RunAsync(TestPlan.Id, "after", Cancel)).Error.ShouldBeNull();
        var group = (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/group")).ShouldBeOk();
        ((string)group["group"]!["chair"]!["person"]!).ShouldBe(pseudonym);
        mails.ShouldNotBeEmpty();
        (await MailStatesAsync(app)).ShouldBe(mails, ignoreOrder: true);

        var left = await RowsAsync(storage);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = (await EraseAsync(app, erasure)).ShouldBeOk();
        again["replaced"]!.AsObject().ShouldBeEmpty();
        again["removed"]!.AsObject().ShouldBeEmpty();
        (await RowsAsync(storage)).Except(left).ShouldHaveSingleItem().ShouldContain("erasePerson");
    }

    [Fact]
    public async Task Erasure_OfAnAccount_TakesItsRoleAndKeepsWhatItDid()
    {
        var storage = azurite.NewAccount();
        await using var app = await AppDriver.StartAsync(storage, Later);
        await app.AddAsync(new TestPlan().Activity(22).Build());
        var (account, other) = (Guid.NewGuid(), Guid.NewGuid());
        var members = $"{AppDriver.Plan()}/members";
        var reader = new { role = "reader" };
        (await app.Secretariat().PutAsync($"{members}/{account}", null, reader)).ShouldBeOk();
        (await app.Secretariat().PutAsync($"{members}/{other}", null, reader)).ShouldBeOk();

        var erasure = new
        {
            id = Guid.NewGuid(),
            objectId = account,
            reason = "Lo pidió la persona.",
        };
        var receipt = (await EraseAsync(app, erasure)).ShouldBeOk();

        receipt["removed"]!["plans"]!.GetValue<int>().ShouldBe(1);
        var rows = await RowsAsync(storage);
        rows.Where(row => row.Contains($"{account}", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        rows.ShouldContain(row => row.Contains($"member|{other}"));
        rows.ShouldContain(row =>
            row.StartsWith("audit", StringComparison.Ordinal)
            && row.Contains("nameMember")
            && row.Contains((string)receipt["pseudonym"]!)
        );
    }

    [Theory]
    [InlineData(null, "Lo pidió la persona.", "person-unnamed", "address")]
    [InlineData(Ana, "Lo pidió ana@entidad.example.", "person-reason", "reason")]
    [InlineData(Ana, " ", "person-reason", "reason")]
    public async Task Erasure_WithoutAPersonOrAReason_IsRefused(
        string? address,
        string reason,
        string code,
        string field
    )
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount(), Later);

        var answer = await EraseAsync(
            app,
            new
            {
                id = Guid.NewGuid(),
                address,
                reason,
            }
        );

        answer.ShouldBeProblem(422, code, field);
    }

    [Fact]
    public async Task Erasure_AfterACrashAtAnyWrite_IsHealedByTheSameRequest()
    {
        var crashes = 0;
        for (var (write, crashed) = (1, true); crashed; write += 2)
        {
            var (storage, faults) = (azurite.NewAccount(), new FaultPolicy());
            await using var app = await StartAsync(storage, faults);
            var erasure = new
            {
                id = Guid.NewGuid(),
                address = Ana,
                reason = "Lo pidió la persona.",
            };
            faults.Reset();
            faults.AfterSending = write % 4 == 1;
            faults.FailAtWrite = write;

            crashed = (await EraseAsync(app, erasure)).Status != 200;
            crashes += crashed ? 1 : 0;
            faults.Reset();
            var receipt = (await EraseAsync(app, erasure)).ShouldBeOk();

            var rows = await RowsAsync(storage);
            rows.Where(row => row.Contains(Ana, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"write {write}");
            var stored = await app.Get<PlansTable>().FindAsync(TestPlan.Id, Cancel);
            stored!.Plan.Units.SelectMany(unit => unit.Contacts).ShouldBeEmpty();
            rows.ShouldContain(row =>
                row.StartsWith("history", StringComparison.Ordinal) && row.Contains((string)receipt["pseudonym"]!)
            );
        }

        crashes.ShouldBeGreaterThan(3);
    }

    private static Task<Answer> EraseAsync(AppDriver app, object request) =>
        app.As("national-secretariat").PostAsync("/api/persons/erasure", null, request);

    /// <summary>The places that name her, by table.</summary>
    /// <summary>What became of the mails of the period, as the page of reminders shows it; open ones may be cancelled.</summary>
    private static async Task<string[]> MailStatesAsync(AppDriver app) =>
        [
            .. (await app.Secretariat().GetAsync($"{AppDriver.Plan()}/periods/2023-II/reminders"))
                .ShouldBeOk()
                .Text.Split("\"state\":\"")
                .Skip(1)
                .Select(text => text.Split('"')[0])
                .Where(state => state is not ("pending" or "claimed" or "unknown" or "cancelled")),
        ];

    private static async Task<Dictionary<string, List<JsonNode>>> ExportAsync(AppDriver app)
    {
        var answer = await app.As("national-secretariat").PostAsync("/api/persons/export", null, new { address = Ana });
        return answer.ShouldBeOk()["places"]!
            .AsArray()
            .SelectMany(place => place!["occurrences"]!.AsArray())
            .GroupBy(place => (string)place!["table"]!)
            .ToDictionary(table => table.Key, table => table.Select(place => place!).ToList());
    }

    /// <summary>Every row of every table, those of reports too.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(string storage)
    {
        var service = new TableServiceClient(storage);
        var rows = new List<string>();
        await foreach (var table in service.QueryAsync(cancellationToken: Cancel))
        {
            var all = service.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: Cancel);
            await foreach (var row in all)
            {
                rows.Add($"{table.Name} {System.Text.Encoding.UTF8.GetString(BackupColumns.Of(row).ToLine())}");
            }
        }

        return rows;
    }

    private static async Task<AppDriver> StartAsync(string storage, FaultPolicy faults)
    {
        var tables = new TableClientOptions();
        tables.AddPolicy(faults, HttpPipelinePosition.PerCall);
        var app = await AppDriver.StartAsync(
            storage,
            Later,
            configure: builder => builder.Services.AddSingleton(new TableServiceClient(storage, tables))
        );
        // What the start makes is no step of the test.
        await app.Get<StorageInitializer>().ExecuteTask!;
        await app.AddAsync(new TestPlan().Activity(22).Contacts("OGRH", Ana).Build());
        var year = new
        {
            plan = "Plan de igualdad 2022",
            source = $"Informe anual 2022, de {Ana}",
            programmed = 1,
            fullyExecuted = 1,
            units = Array.Empty<object>(),
            activities = Array.Empty<object>(),
        };
        (await app.Secretariat().PutAsync($"{AppDriver.Plan()}/history/2022", 0, year)).ShouldBeOk();
        (
            await app.Secretariat().PutAsync($"{AppDriver.Plan()}/group", 0, TestGroup.Json(TestGroup.Request))
        ).ShouldBeOk();
        return app;
    }
}
