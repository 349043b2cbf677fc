using Avance.Functions.Evidence.Proofs;
using Avance.Functions.Tests.Builders;
using Avance.Testing;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Functions.Tests.Evidence.Proofs;

/// <summary>What is given as proof is found again by what it shares with others.</summary>
public sealed class ProofIndexTests(AzuriteFixture azurite)
{
    private static readonly ProofKey Report = new("doc|149-URH");
    private static readonly ProofKey Band = new("near|1-00-abc", "123456789");
    private readonly string storage = azurite.NewAccount();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ProofIndex Index => new(new TableServiceClient(storage), NullLogger<ProofIndex>.Instance);

    [Fact]
    public async Task Replace_FileOfManyDocuments_AllAreFound()
    {
        var proofs = Enumerable.Range(0, 30).Select(place => Proof(1, place, Report, Band)).ToList();

        await Index.ReplaceAsync(TestPlan.Id, proofs, [], Cancel);

        (await FindAsync(Report)).ShouldBe(proofs.Select(ProofReference.To), ignoreOrder: true);
    }

    [Fact]
    public async Task Find_WhatSharesARowByChance_IsNotFound()
    {
        await Index.ReplaceAsync(TestPlan.Id, [Proof(1, 0, Band)], [], Cancel);

        (await FindAsync(Band with { Mark = "987654321" })).ShouldBeEmpty();
        (await FindAsync(Band)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Replace_ManyFilesAtOnce_LosesNone()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(1, 8),
            Cancel,
            async (file, token) => await Index.ReplaceAsync(TestPlan.Id, [Proof(file, 0, Report)], [], token)
        );

        (await FindAsync(Report)).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Replace_ByWhatAnotherVersionReads_ForgetsWhatIsNoLongerThere()
    {
        var other = new ProofKey("doc|150-URH");
        Proof[] before = [Proof(1, 0, Report), Proof(1, 1, Report)];
        await Index.ReplaceAsync(TestPlan.Id, before, [], Cancel);

        for (var times = 0; times < 2; times++)
        {
            await Index.ReplaceAsync(TestPlan.Id, [Proof(1, 0, other)], before, Cancel);
        }

        (await FindAsync(Report)).ShouldBeEmpty();
        (await FindAsync(other)).ShouldBe([ProofReference.To(before[0])]);
        (await RowsAsync()).ShouldBe(["doc|150-URH", "proof|2023-II|022|00000000000000000000000000000001|0000"]);
    }

    [Fact]
    public async Task Replace_RowThatIsFull_TakesNoMoreAndFailsNobody()
    {
        await Index.ReplaceAsync(
            TestPlan.Id,
            [.. Enumerable.Range(0, 700).Select(place => Proof(1, place, Report))],
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
            [.. Enumerable.Range(0, 20).Select(place => Proof(1, place, Report))],
            [],
            Cancel
        );

        (await FindAsync(Report, most: 5)).Count.ShouldBe(5);
    }

    private static Proof Proof(int file, int place, params ProofKey[] keys) =>
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

    private async Task<IReadOnlyList<ProofReference>> FindAsync(ProofKey key, int most = 100) =>
        [.. (await Index.FindAsync(TestPlan.Id, [key], most, Cancel)).Select(ProofReference.To)];

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        await new TableServiceClient(storage)
            .GetTableClient(ProofIndex.Name)
            .QueryAsync<TableEntity>(cancellationToken: Cancel)
            .Select(row => row.RowKey)
            .ToListAsync(Cancel);
}
