using Avance.Functions.Evidence.Fingerprints;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Functions.Tests.Evidence.Fingerprints;

/// <summary>What is given as proof is found again by what it shares with others.</summary>
public sealed class FingerprintIndexTests(AzuriteFixture azurite)
{
    private static readonly FingerprintKey Report = new("doc|149-URH");
    private static readonly FingerprintKey Band = new("near|1-00-abc", "123456789");
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FingerprintIndex Index => new(new TableServiceClient(storage), NullLogger<FingerprintIndex>.Instance);

    [Fact]
    public async Task Replace_FileOfManyDocuments_AllAreFound()
    {
        var fingerprints = Enumerable
            .Range(0, 30)
            .Select(place => DocumentFingerprint(1, place, Report, Band))
            .ToList();

        await Index.ReplaceAsync(TestPlan.Id, fingerprints, [], Cancel);

        (await FindAsync(Report)).ShouldBe(fingerprints.Select(FingerprintReference.To), ignoreOrder: true);
    }

    [Fact]
    public async Task Find_WhatSharesARowByChance_IsNotFound()
    {
        await Index.ReplaceAsync(TestPlan.Id, [DocumentFingerprint(1, 0, Band)], [], Cancel);

        (await FindAsync(Band with { Mark = "987654321" })).ShouldBeEmpty();
        (await FindAsync(Band)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replace_ManyFilesAtOnce_LosesNone()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(1, 8),
            Cancel,
            async (file, token) =>
                await Index.ReplaceAsync(TestPlan.Id, [DocumentFingerprint(file, 0, Report)], [], token)
        );

        (await FindAsync(Report)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Replace_ByWhatAnotherVersionReads_ForgetsWhatIsNoLongerThere()
    {
        var other = new FingerprintKey("doc|150-URH");
        DocumentFingerprint[] before = [DocumentFingerprint(1, 0, Report), DocumentFingerprint(1, 1, Report)];
        await Index.ReplaceAsync(TestPlan.Id, before, [], Cancel);

        for (var times = 0; times < 2; times++)
        {
            await Index.ReplaceAsync(TestPlan.Id, [DocumentFingerprint(1, 0, other)], before, Cancel);
        }

        (await FindAsync(Report)).ShouldBeEmpty();
        (await FindAsync(other)).ShouldBe([FingerprintReference.To(before[0])]);
        (await RowsAsync()).ShouldBe(["doc|150-URH", "proof|2023-II|022|00000000000000000000000000000001|0000"]);
    }

    [Fact]
    public async Task Replace_RowThatIsFull_TakesNoMoreAndFailsNobody()
    {
        await Index.ReplaceAsync(
            TestPlan.Id,
            [.. Enumerable.Range(0, 700).Select(place => DocumentFingerprint(1, place, Report))],
            [],
            Cancel
        );

        var found = await FindAsync(Report, most: 1_000);

        found.Count.ShouldBeInRange(500, 699);
    }

    [Fact]
    public async Task Find_MoreThanWanted_IsCutOff()
    {
        await Index.ReplaceAsync(
            TestPlan.Id,
            [.. Enumerable.Range(0, 20).Select(place => DocumentFingerprint(1, place, Report))],
            [],
            Cancel
        );

        (await FindAsync(Report, most: 5)).Count.ShouldBe(5);
    }

    private static DocumentFingerprint DocumentFingerprint(int file, int place, params FingerprintKey[] keys) =>
        new(
            TestPlan.Second,
            new ActivityNumber(22),
            EvidenceId.Parse($"{file:x32}", null),
            place,
            ["a.zip", $"{place}.pdf"],
            $"{place}.pdf",
            null,
            ""
        )
        {
            Keys = [.. keys],
        };

    private async Task<IReadOnlyList<FingerprintReference>> FindAsync(FingerprintKey key, int most = 100) =>
        [.. (await Index.FindAsync(TestPlan.Id, [key], most, Cancel)).Select(FingerprintReference.To)];

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        await new TableServiceClient(storage)
            .GetTableClient(FingerprintIndex.Name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => row.RowKey)
            .ToListAsync(Cancel);
}
