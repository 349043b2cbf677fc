using Avance.Functions.Findings;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Findings;

/// <summary>What the audit is told of findings: of each once, whoever else is at work and wherever a run dies.</summary>
public sealed class ClaimExaminerAuditTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_AnotherBetweenTwoWrites_AuditKnowsOfEachFindingOnce()
    {
        const int Most = 20;
        for (var write = 1; write <= Most; write++)
        {
            await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
            await driver.SendAsync(22, 8);
            driver.Faults.Reset();
            var overtaken = false;
            driver.Faults.BeforeWrite = async number =>
            {
                if (number == write && !overtaken)
                {
                    overtaken = true;
                    driver.App.Clock.Advance(TimeSpan.FromSeconds(1));
                    await driver.ExamineAsync(22);
                }
            };

            await driver.ExamineAsync(22);

            var raised = await RaisedAsync(driver, 22);
            (await RaisedByAuditAsync(driver)).ShouldBe(raised, ignoreOrder: true, $"overtaken at write {write}");
            if (!overtaken)
            {
                write.ShouldBeGreaterThan(3);
                return;
            }
        }

        Assert.Fail($"More than {Most} writes.");
    }

    [Fact]
    public async Task Check_CrashAtEachWrite_AuditKnowsOfEachFindingOnce()
    {
        const int Most = 20;
        for (var write = 1; write <= Most; write++)
        {
            foreach (var afterSending in new[] { false, true })
            {
                await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
                await driver.SendAsync(22, 8);
                driver.Faults.Reset();
                driver.Faults.FailAtWrite = write;
                driver.Faults.AfterSending = afterSending;
                var crashed = false;
                try
                {
                    await driver.ExamineAsync(22);
                }
                catch (Exception error)
                    when (error is CrashException or AggregateException { InnerException: CrashException })
                {
                    crashed = true;
                    driver.App.Clock.Advance(TimeSpan.FromSeconds(1));
                    await driver.ExamineAsync(22);
                }

                (await RaisedByAuditAsync(driver)).ShouldBe(
                    await RaisedAsync(driver, 22),
                    ignoreOrder: true,
                    $"crash at write {write}, {(afterSending ? "after" : "before")} sending"
                );
                if (!crashed)
                {
                    write.ShouldBeGreaterThan(3);
                    return;
                }
            }
        }

        Assert.Fail($"More than {Most} writes.");
    }

    [Fact]
    public async Task Check_RunDiedBeforeItToldTheAudit_IsHealedByTheSweep()
    {
        await using var driver = await EvidenceDriver.StartAsync(azurite.NewAccount());
        await driver.SendAsync(22, 8);
        await driver.DrainAsync();
        var table = driver.App.Get<FindingsTable>();
        var address = EvidenceDriver.Address(22);
        var examination = (await table.FindExaminationAsync(address, Cancel))!;
        var entry = new AuditEntry(
            address.Plan,
            "raiseFinding|lost",
            driver.App.Clock.GetUtcNow(),
            "avance",
            "raiseFinding",
            "lost"
        );
        (
            await table.TryWriteAsync(
                address,
                new FindingChanges([], []),
                examination.Fingerprint,
                [entry],
                examination,
                Cancel
            )
        ).ShouldNotBeNull();

        (await driver.App.Get<EvidenceSweep>().RunAsync(Cancel)).ShouldBeGreaterThan(0);
        await driver.DrainAsync();

        (await RaisedByAuditAsync(driver)).ShouldContain("lost");
        (await table.FindExaminationAsync(address, Cancel))!.PendingAudit.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> RaisedAsync(EvidenceDriver driver, int activity) =>
        [.. (await driver.FindingsAsync(activity)).Select(finding => finding.Id.ToString())];

    private static async Task<IReadOnlyList<string>> RaisedByAuditAsync(EvidenceDriver driver) =>
        [
            .. (await StoredAudit.ReadAsync(driver.App))
                .Where(entry => entry.Action == "raiseFinding")
                .Select(entry => entry.Subject),
        ];
}
