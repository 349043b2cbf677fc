using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Similarity;
using Avance.Functions.Evidence.Fingerprints;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Functions.Tests.Evidence.Fingerprints;

/// <summary>What is given as proof is found again by what it shares with others.</summary>
public sealed class FingerprintIndexTests
{
    private const string Report = "doc|149-URH";

    private readonly string storage;
    private readonly FaultPolicy faults = new();
    private readonly FingerprintIndex index;

    public FingerprintIndexTests(AzuriteFixture azurite)
    {
        storage = azurite.NewAccount();
        var options = new TableClientOptions();
        options.AddPolicy(faults, HttpPipelinePosition.PerCall);
        index = new(new TableServiceClient(storage, options), NullLogger<FingerprintIndex>.Instance);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replace_DocumentThatSharesNothing_TakesOneRequest()
    {
        await ReplaceAsync(OfClaim(22, file: 1, number: 150));
        faults.Reset();

        (
            await index.ReplaceAsync(TestPlan.Id, [OfClaim(22, file: 2) with { Sketch = Sketch() }], [], Cancel)
        ).ShouldBeEmpty();

        faults.Requests.Count.ShouldBe(1, string.Join('\n', faults.Requests));
        (await index.ReadAsync(Claim(22), Cancel)).SharedKeys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Replace_KeyOfAnotherClaim_IsToldToBoth()
    {
        await ReplaceAsync(OfClaim(22, file: 1));

        var shared = await index.ReplaceAsync(TestPlan.Id, [OfClaim(42, file: 2)], [], Cancel);

        shared.ShouldBe([Report]);
        (await index.ReadAsync(Claim(22), Cancel)).SharedKeys.ShouldBe([Report]);
        (await index.ReadAsync(Claim(42), Cancel)).SharedKeys.ShouldBe([Report]);
    }

    [Fact]
    public async Task Replace_NumbersOfOfficesWithSlashes_AreToldApart()
    {
        await ReplaceAsync(OfOffice(22, "INPE", "09"), OfOffice(22, "UGEL.05", "SJL") with { Place = 1 });
        await ReplaceAsync(OfOffice(42, "INPE", "18"));

        var shared = await index.ReplaceAsync(TestPlan.Id, [OfOffice(44, "INPE", "9")], [], Cancel);

        shared.ShouldBe(["doc|149-9"]);
        (await index.FindAsync(Claim(44), shared, 100, Cancel)).ShouldHaveSingleItem().Activity.Value.ShouldBe(22);
    }

    [Fact]
    public async Task Replace_KeyOfTheSameClaim_IsNotShared()
    {
        await ReplaceAsync(OfClaim(22, file: null), OfClaim(22, file: 1));
        await ReplaceAsync(OfClaim(22, file: 2));

        var claim = await index.ReadAsync(Claim(22), Cancel);

        claim.SharedKeys.ShouldBeEmpty();
        claim.Fingerprints.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Replace_ManyClaimsAtOnce_LosesNoneAndTellsAll()
    {
        int[] activities = [.. Enumerable.Range(1, 8)];

        await Parallel.ForEachAsync(
            activities,
            Cancel,
            async (activity, token) =>
                await index.ReplaceAsync(TestPlan.Id, [OfClaim(activity, file: activity)], [], token)
        );

        foreach (var activity in activities)
        {
            (await index.ReadAsync(Claim(activity), Cancel)).SharedKeys.ShouldBe([Report]);
            (await index.FindAsync(Claim(activity), [Report], 100, Cancel)).Count.ShouldBe(7);
        }
    }

    [Fact]
    public async Task Replace_SecondTime_ChangesNothing()
    {
        DocumentFingerprint[] fingerprints =
        [
            .. Enumerable.Range(0, 9).Select(place => OfClaim(22, 1, place) with { Sketch = Sketch(place) }),
        ];
        await ReplaceAsync(OfClaim(42, file: 2));
        await ReplaceAsync(fingerprints);
        var before = await RowsAsync();

        await ReplaceAsync(fingerprints);

        (await RowsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public async Task Replace_CrashAtAnyWrite_IsHealedByTheNextRun(int write, bool afterSending)
    {
        var before = OfClaim(22, file: 1, number: 150);
        await ReplaceAsync(OfClaim(42, file: 2));
        await ReplaceAsync(before);
        faults.Reset();
        (faults.FailAtWrite, faults.AfterSending) = (write, afterSending);
        await Should.ThrowAsync<CrashException>(() => ReplaceByAsync(OfClaim(22, file: 1), before));
        faults.Reset();

        await ReplaceByAsync(OfClaim(22, file: 1), before);

        (await index.FindAsync(Claim(1), ["doc|150-URH"], 100, Cancel)).ShouldBeEmpty();
        (await index.FindAsync(Claim(22), [Report], 100, Cancel)).ShouldHaveSingleItem().Activity.Value.ShouldBe(42);
        (await index.ReadAsync(Claim(22), Cancel)).SharedKeys.ShouldBe([Report]);
        (await index.ReadAsync(Claim(42), Cancel)).SharedKeys.ShouldBe([Report]);
    }

    [Fact]
    public async Task Replace_FileOfManyDocuments_AllAreFound()
    {
        DocumentFingerprint[] fingerprints = [.. Enumerable.Range(0, 30).Select(place => OfClaim(22, 1, place))];

        await ReplaceAsync(fingerprints);

        (await FindAsync()).ShouldBe(fingerprints.Select(FingerprintReference.To), ignoreOrder: true);
    }

    [Fact]
    public async Task Replace_ByWhatAnotherVersionReads_ForgetsWhatIsNoLongerThere()
    {
        DocumentFingerprint[] before = [OfClaim(22, 1), OfClaim(22, 1, place: 1)];
        await ReplaceAsync(before);

        for (var times = 0; times < 2; times++)
        {
            await ReplaceByAsync(OfClaim(22, 1, number: 150), before);
        }

        (await FindAsync()).ShouldBeEmpty();
        (await RowsAsync())
            .Select(row => row.Split(' ')[0])
            .ShouldBe(["doc|150-URH", "proof|2023-II|022|00000000000000000000000000000001|0000"]);
    }

    [Fact]
    public async Task Replace_RowThatIsFull_TakesNoMoreAndFailsNobody()
    {
        await ReplaceAsync([.. Enumerable.Range(0, 700).Select(place => OfClaim(22, 1, place))]);

        var found = await FindAsync(most: 1_000);

        found.Count.ShouldBeInRange(500, 699);
    }

    [Fact]
    public async Task Find_MoreThanWanted_IsCutOff()
    {
        await ReplaceAsync([.. Enumerable.Range(0, 20).Select(place => OfClaim(22, 1, place))]);

        (await FindAsync(most: 5)).Count.ShouldBe(5);
    }

    private static ProgressAddress Claim(int activity) =>
        new(TestPlan.Id, TestPlan.Second, new ActivityNumber(activity));

    private static string Sketch(int seed = 1) =>
        ContentSketch
            .Of(string.Join(' ', Enumerable.Range(seed * 1_000, 200).Select(word => $"palabra{word}")))!
            .ToString();

    private static DocumentFingerprint OfOffice(int activity, params string[] offices)
    {
        var document = OfClaim(activity, file: 1);
        var number = document.Number!.Document with { Offices = offices.ToValueList() };
        return document with { Number = document.Number with { Document = number } };
    }

    private static DocumentFingerprint OfClaim(int activity, int? file, int place = 0, int number = 149) =>
        new(
            TestPlan.Second,
            new ActivityNumber(activity),
            file is null ? null : EvidenceId.Parse($"{file:x32}", null),
            place,
            ["a.zip", $"{place}.pdf"],
            $"{place}.pdf",
            new DocumentReference(
                new DocumentNumber("INFORME", "INFORME", $"{number}", 2023, ["URH"]),
                true,
                $"INFORME N° D{number:D6}-2023-URH",
                new ReadLocation([]),
                []
            ),
            ""
        );

    private async Task ReplaceAsync(params DocumentFingerprint[] fingerprints) =>
        await index.ReplaceAsync(TestPlan.Id, fingerprints, [], Cancel);

    private async Task ReplaceByAsync(DocumentFingerprint now, params DocumentFingerprint[] before) =>
        await index.ReplaceAsync(TestPlan.Id, [now], before, Cancel);

    /// <summary>What another claim finds.</summary>
    private async Task<IReadOnlyList<FingerprintReference>> FindAsync(int most = 100) =>
        [.. (await index.FindAsync(Claim(1), [Report], most, Cancel)).Select(FingerprintReference.To)];

    /// <summary>The key of each row, and its version.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync() =>
        await new TableServiceClient(storage)
            .GetTableClient(FingerprintIndex.Name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => $"{row.RowKey} {(row.RowKey.Contains("|shared|") ? "" : row.ETag)}")
            .ToListAsync(Cancel);
}
