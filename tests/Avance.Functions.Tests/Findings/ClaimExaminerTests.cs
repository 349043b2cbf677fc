using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Findings;

/// <summary>From what was read and sent to the findings that are kept.</summary>
public sealed class ClaimExaminerTests(AzuriteFixture azurite)
{
    private const string Report = """
        INFORME N° D000149-2023-MIMP-OGRH
        A: Secretaría Técnica del CSIG
        Asunto: Informe de ejecución de la actividad del plan sectorial para la igualdad de género

        Se ejecutaron las acciones previstas para el segundo semestre: se revisaron los documentos de gestión,
        se incorporó el lenguaje inclusivo en las comunicaciones internas y se difundió la guía entre las
        oficinas del ministerio, con la participación de la oficina de comunicaciones.
        """;

    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_SecondTime_ChangesNothing()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "informe.txt", Report);
        await driver.SendAsync(22, 8);
        (await driver.ExamineAsync(22)).ShouldBeTrue();
        var before = await driver.RowsAsync(withETags: true);
        (await driver.CodesAsync(22)).ShouldNotBeEmpty();

        (await driver.ExamineAsync(22)).ShouldBeFalse();

        (await driver.RowsAsync(withETags: true)).ShouldBe(before);
    }

    [Fact]
    public async Task Check_MoreFindingsThanOneTransactionTakes_AreAllKeptAndTold()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        var cited = Enumerable.Range(1, 50).Select(number => $"INFORME N° {number}-2019-MIMP-OGRH").ToArray();
        var submission = SentProgress.Submission(Guid.NewGuid(), documentsCited: cited);
        (await driver.App.Reporter().PutAsync(AppDriver.Progress(22), 0, submission)).ShouldBeOk();

        (await driver.ExamineAsync(22)).ShouldBeTrue();

        var findings = await driver.FindingsAsync(22);
        findings.Count.ShouldBeGreaterThan(FindingsTable.MaxChanges);
        findings.Count(finding => finding.Id.Code == "number-malformed").ShouldBe(50);
        findings.Count(finding => finding.Id.Code == "number-other-year").ShouldBe(50);
        var told = await StoredAudit.ReadAsync(driver.App);
        told.Count(entry => entry.Action == "raiseFinding").ShouldBe(findings.Count);
        (await driver.ExamineAsync(22)).ShouldBeFalse();
    }

    [Fact]
    public async Task Check_ManyClaimsThatCiteOneReportAtOnce_HinderNoneOfThem()
    {
        int[] activities = [.. Enumerable.Range(1, 12)];
        var plan = activities.Aggregate(new TestPlan(), (builder, number) => builder.Activity(number)).Build();
        await using var driver = await EvidenceDriver.StartAsync(storage, plan);
        foreach (var number in activities)
        {
            await driver.SendAsync(number);
        }

        await Task.WhenAll(activities.Concat(activities).Select(number => driver.ExamineAsync(number)));
        await driver.DrainAsync();

        foreach (var number in activities)
        {
            (await driver.CodesAsync(number)).Count(code => code == "same-number").ShouldBe(11);
        }
    }

    [Fact]
    public async Task Check_NeighbourThatWaitsForAFile_IsExaminedOnceItHasIt()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "acta.txt", Report);
        await driver.DrainAsync();
        var pending = await driver.UploadAsync(22, "otra.txt", "Otro documento.");
        await driver.UploadAndReadAsync(42, "acta.txt", Report);
        await driver.DrainAsync();
        (await driver.CodesAsync(22)).ShouldNotContain("same-file");

        await driver.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(22)}/{pending}");
        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldContain("same-file");
    }

    [Fact]
    public async Task Check_MessageToTheNeighbourIsLost_IsHealedByTheSweep()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "acta.txt", Report);
        await driver.DrainAsync();
        await driver.UploadAndReadAsync(42, "acta.txt", Report);
        await driver.ExamineAsync(42);
        await new Azure.Storage.Queues.QueueClient(storage, ExaminationQueue.Name).ClearMessagesAsync(Cancel);

        await driver.App.Get<EvidenceSweep>().RunAsync(Cancel);
        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldContain("same-file");
    }

    [Fact]
    public async Task Check_SameFileForTwoActivities_BothSaySo()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "informe.txt", Report);
        await driver.DrainAsync();
        (await driver.CodesAsync(22)).ShouldNotContain("same-file");

        await driver.UploadAndReadAsync(42, "otro nombre.txt", Report);
        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldContain("same-file");
        (await driver.CodesAsync(42)).ShouldContain("same-file");
    }

    [Fact]
    public async Task Check_OneOfTwoIsWithdrawn_NeitherSaysSoAnyMore()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "informe.txt", Report);
        var second = await driver.UploadAndReadAsync(42, "otro nombre.txt", Report);
        await driver.DrainAsync();

        (await driver.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(42)}/{second}")).ShouldBeOk();
        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldNotContain("same-file");
        (await driver.CodesAsync(42)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("D000149-2023-MIMP-OGRH", "149-2023-MIMP-OGRH", "same-number")]
    [InlineData("D000149-2023-MIMP-OGRH", "D000150-2023-MIMP-OGRH", "same-text-other-number")]
    public async Task Check_ReportWithAnotherNumber_IsComparedByNumberAndByText(string one, string other, string code)
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "a.txt", Report.Replace("D000149-2023-MIMP-OGRH", one));
        await driver.UploadAndReadAsync(42, "b.txt", Report.Replace("D000149-2023-MIMP-OGRH", other) + "Anexo.\n");

        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldContain(code);
        (await driver.CodesAsync(42)).ShouldContain(code);
    }

    [Fact]
    public async Task Check_ClaimsThatCiteTheSameReport_BothSaySo()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.SendAsync(22);
        await driver.SendAsync(42);

        await driver.DrainAsync();

        (await driver.CodesAsync(22)).ShouldContain("same-number");
        (await driver.CodesAsync(42)).ShouldContain("same-number");
    }

    [Fact]
    public async Task Check_FindingThatComesBack_KeepsWhatPeopleSaid()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAndReadAsync(22, "informe.txt", Report);
        var upload = Guid.NewGuid();
        var second = await driver.UploadAsync(42, "otro.txt", Report, upload);
        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(42), second, Cancel);
        await driver.DrainAsync();
        var finding = (await driver.FindingsAsync(42)).Single(item => item.Id.Code == "same-file");
        var path = $"{AppDriver.Plan()}/periods/2023-II/findings/{finding.Id}/explanation";
        (
            await driver.App.Reporter().PutAsync(path, null, new { text = "El informe cubre ambas actividades." })
        ).ShouldBeOk();

        await driver.App.Reporter().SendAsync(HttpMethod.Delete, $"{EvidenceDriver.Path(42)}/{second}");
        await driver.DrainAsync();
        (await driver.UploadAsync(42, "otro.txt", Report, upload)).ShouldBe(second);
        await driver.DrainAsync();

        var back = (await driver.FindingsAsync(42)).Single(item => item.Id.Code == "same-file");
        back.Id.ShouldBe(finding.Id);
        back.State.ShouldBe(FindingState.Explained);
    }

    [Fact]
    public async Task Check_WhileAFileOfTheUploadIsStillToBeRead_Waits()
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAsync(22, "segundo.txt", Report + "Anexo con más texto.");
        await driver.UploadAndReadAsync(22, "primero.txt", Report);

        (await driver.ExamineAsync(22)).ShouldBeFalse();
        driver.App.Clock.Advance(TimeSpan.FromMinutes(2));

        (await driver.ExamineAsync(22)).ShouldBeTrue();
    }

    [Fact]
    public async Task ReadAndCheck_CrashAtEachWrite_EndTheSame()
    {
        var expected = await RunAsync(azurite.NewAccount(), 0, afterSending: false);
        var writes = expected.Writes;
        writes.ShouldBeGreaterThan(6);

        for (var write = 1; write <= writes; write++)
        {
            foreach (var afterSending in new[] { false, true })
            {
                var (rows, _) = await RunAsync(azurite.NewAccount(), write, afterSending);

                rows.ShouldBe(expected.Rows, $"crash at write {write}, {(afterSending ? "after" : "before")} sending");
            }
        }
    }

    /// <summary>Two activities with the same report: the second one is read and checked with a crash, then again.</summary>
    private static async Task<(IReadOnlyList<string> Rows, int Writes)> RunAsync(
        string storage,
        int failAt,
        bool afterSending
    )
    {
        await using var driver = await EvidenceDriver.StartAsync(storage);
        await driver.UploadAsync(22, "a.txt", Report, Guid.Parse("00000000-0000-0000-0000-000000000001"));
        var second = await driver.UploadAsync(
            42,
            "b.txt",
            Report + "Anexo.\n",
            Guid.Parse("00000000-0000-0000-0000-000000000002")
        );
        var first = EvidenceId.Of(EvidenceDriver.Address(22), Guid.Parse("00000000-0000-0000-0000-000000000001"), 0);
        await driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(22), first, Cancel);
        await driver.DrainAsync();
        driver.Faults.Reset();
        driver.Faults.FailAtWrite = failAt;
        driver.Faults.AfterSending = afterSending;
        var crashed = false;
        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (Exception error)
                when (error is CrashException or AggregateException { InnerException: CrashException })
            {
                crashed.ShouldBeFalse();
                crashed = true;
                // The host tries again.
                await step();
            }
        }

        await TryAsync(() => driver.App.Get<EvidenceReading>().ReadAsync(EvidenceDriver.Address(42), second, Cancel));
        await TryAsync(() => driver.ExamineAsync(42));
        var writes = driver.Faults.Writes;
        driver.Faults.Reset();
        await driver.DrainAsync();
        crashed.ShouldBe(failAt > 0);
        return (await driver.RowsAsync(), writes);
    }
}
