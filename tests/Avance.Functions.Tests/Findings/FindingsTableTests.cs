using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Access;
using Avance.Functions.Documents;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Functions.Tests.Drivers;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Findings;

/// <summary>What is longer than a column or a row of the service takes.</summary>
public sealed class FindingsTableTests(AzuriteFixture azurite)
{
    private static readonly ProgressAddress Address = EvidenceDriver.Address(22);
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;

    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_ZipOfManyReports_KeepsAllFindingsAndSaysHowManyItLeavesOut()
    {
        const int Reports = 400;
        var plan = new TestPlan().Activity(22).Build();
        plan = plan with
        {
            Activities = plan
                .Activities.Select(activity => activity with { UnitOfMeasure = "Número de personas capacitadas" })
                .ToValueList(),
        };
        await using var driver = await EvidenceDriver.StartAsync(storage, plan);
        var reports = Enumerable
            .Range(1, Reports)
            .Select(number =>
                ($"Informes de capacitación/informe {number:D3}.txt", "Se capacitó a 2 mujeres y 2 hombres.\n")
            );
        var id = await driver.UploadAsync(22, "informes de las capacitaciones.zip", TestZip.Of([.. reports]));
        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), id, Cancel);
        await driver.SendAsync(22, (4 * Reports) + 1);

        (await driver.ExamineAsync(22)).ShouldBeTrue();

        var findings = await driver.FindingsAsync(22);
        var differs = findings.Where(finding => finding.Id.Code == "claim-differs").ShouldHaveSingleItem();
        differs.Arguments[2].ShouldBe("1,600");
        differs.Arguments[3].ShouldContain("4 «Informes de capacitación/informe 001.txt»");
        differs.Arguments[3].ShouldEndWith(" y 390 más");
        findings.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task TryWrite_AuditListLongerThanAColumn_IsReadBackWhole()
    {
        var table = new FindingsTable(new TableServiceClient(storage));
        var pendingAudit = Enumerable
            .Range(1, FindingsTable.MaxChanges)
            .Select(number => new AuditEntry(
                Address.Plan,
                $"raiseFinding|{number}",
                Now,
                "avance",
                "raiseFinding",
                new string('ñ', 400)
            ))
            .ToValueList();

        (
            await table.TryWriteAsync(Address, new FindingChanges([], []), "stamp", pendingAudit, null, Cancel)
        ).ShouldNotBeNull();

        var examination = (await table.FindExaminationAsync(Address, Cancel))!;
        examination.PendingAudit.ShouldBe(pendingAudit);
        (await table.TryClearPendingAuditAsync(Address, examination, Cancel)).ShouldNotBeNull();
        (await table.FindExaminationAsync(Address, Cancel))!.PendingAudit.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_FindingThatTheServiceDoesNotTake_KeepsTheOthersAndSaysSo()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage, now: TestPlan.Due.AddHours(1));
        (await driver.ExamineAsync(22)).ShouldBeTrue();
        var gone = (await driver.FindingsAsync(22)).ShouldHaveSingleItem();
        await MakeTooLongAsync(gone);
        await driver.SendAsync(22, 8);

        await driver.ExamineAsync(22);

        (await driver.CodesAsync(22)).ShouldContain("evidence-missing");
        var examination = (await driver.App.Get<FindingsTable>().FindExaminationAsync(Address, Cancel))!;
        examination.Fingerprint.ShouldBeEmpty();
        examination.Failed.ShouldNotBeNull();
        var first = examination.Failed;
        driver.App.Clock.Advance(TimeSpan.FromHours(1));
        await driver.ExamineAsync(22);
        (await driver.App.Get<FindingsTable>().FindExaminationAsync(Address, Cancel))!.Failed.ShouldBe(first);
    }

    [Fact]
    public void Raise_TextsOfAnyLength_AreCutAndSaySo()
    {
        var raised = new RaisedFinding("x", [new string('a', 50_000)])
        {
            Where = new ReadLocation([new string('b', 50_000)], Sheet: new string('c', 50_000)),
        };

        var finding = Finding.Raise(ClaimBuilder.Here, FindingRules.All[0], raised, Now);

        finding.Arguments[0].ShouldBe($"{new string('a', 2_000)}… (y 48000 caracteres más)");
        finding.Where!.Path[0].Length.ShouldBeLessThan(400);
        finding.Where.Sheet!.Length.ShouldBeLessThan(400);
    }

    /// <summary>An explanation that takes six times as much once it is written again: more than a row has.</summary>
    private async Task MakeTooLongAsync(Finding finding)
    {
        var table = new TableServiceClient(storage).GetTableClient(FindingsTable.Name);
        var key = finding.Id.ToString().Replace('.', '|');
        TableEntity row = await table.GetEntityAsync<TableEntity>($"{Address.Plan}", key, cancellationToken: Cancel);
        var content = JsonNode.Parse(row.GetString("Content"))!;
        content["explanation"] = new JsonObject
        {
            ["text"] = "TEXT",
            ["by"] = "test",
            ["at"] = JsonSerializer.SerializeToNode(Now),
        };
        var text = string.Concat(Enumerable.Repeat("😀", 60_000));
        foreach (
            var (index, part) in content
                .ToJsonString()
                .Replace("TEXT", text, StringComparison.Ordinal)
                .Chunk(30_000)
                .Index()
        )
        {
            row[index == 0 ? "Content" : $"Content{index + 1}"] = new string(part);
        }

        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel);
    }
}
