using Avance.Testing;
using Azure;
using Azure.Data.Tables;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

public sealed class QueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Query_MoreThanAPage_ReadsAllInOrderOfKeys()
    {
        var table = await TableOfAsync(1_150);

        var rows = await table.QueryAsync<Plan>(cancellationToken: Cancellation).ToListAsync(Cancellation);

        rows.Select(row => row.Count).ShouldBe(Enumerable.Range(0, 1_150));
        rows.ShouldAllBe(row => row.ETag != default && row.Timestamp != null);
    }

    [Fact]
    public async Task Query_MaxPerPage_LimitsThePages()
    {
        var table = await TableOfAsync(250);

        var pages = await table
            .QueryAsync<Plan>(maxPerPage: 100, cancellationToken: Cancellation)
            .AsPages()
            .ToListAsync(Cancellation);

        pages.Select(page => page.Values.Count).ShouldBe([100, 100, 50]);
        pages.Select(page => page.ContinuationToken is null).ShouldBe([false, false, true]);
        pages[0].GetRawResponse().Status.ShouldBe(200);
    }

    [Fact]
    public async Task AsPages_FromAToken_GoesOnWhereItEnded()
    {
        var table = await TableOfAsync(250);
        var first = await table
            .QueryAsync<Plan>(cancellationToken: Cancellation)
            .AsPages(pageSizeHint: 100)
            .FirstAsync(Cancellation);

        var rest = await table
            .QueryAsync<Plan>(cancellationToken: Cancellation)
            .AsPages(first.ContinuationToken, 100)
            .ToListAsync(Cancellation);

        rest.SelectMany(page => page.Values).Select(row => row.Count).ShouldBe(Enumerable.Range(100, 150));
    }

    [Fact]
    public async Task Query_NothingMatches_IsEmpty()
    {
        var table = await TableOfAsync(1);

        (
            await table
                .QueryAsync<Plan>("PartitionKey eq 'none'", cancellationToken: Cancellation)
                .ToListAsync(Cancellation)
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task Query_Select_ReadsThoseColumnsOnly()
    {
        var table = await TableOfAsync(1);

        var row = await table
            .QueryAsync<TableEntity>(select: ["RowKey", "Count"], cancellationToken: Cancellation)
            .SingleAsync(Cancellation);

        row.Keys.Where(key => key != "odata.etag").Order().ShouldBe(["Count", "RowKey"]);
    }

    [Fact]
    public async Task Query_BadFilter_Is400()
    {
        var table = await TableOfAsync(1);

        var error = await Should.ThrowAsync<RequestFailedException>(async () =>
            await table.QueryAsync<Plan>("Count eq", cancellationToken: Cancellation).ToListAsync(Cancellation)
        );

        error.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Query_Cancelled_Stops()
    {
        var table = await TableOfAsync(30);
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in table.QueryAsync<Plan>(maxPerPage: 10, cancellationToken: cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task Query_Expression_SelectsWhatTheConditionSays()
    {
        var table = await TableOfAsync(10);
        var (five, three, prefix) = (5, 3L, "r000");
        var due = Due(8);

        (await CountsAsync(table, row => row.Count == five)).ShouldBe([5]);
        (await CountsAsync(table, row => row.Count != 5 && row.Long < three)).ShouldBe([0, 1, 2]);
        (await CountsAsync(table, row => row.Count <= 1 || row.Amount >= 13.5)).ShouldBe([0, 1, 9]);
        (await CountsAsync(table, row => !(row.Count > 1))).ShouldBe([0, 1]);
        (await CountsAsync(table, row => row.Done)).ShouldBe([0, 2, 4, 6, 8]);
        (await CountsAsync(table, row => !row.Done && row.Due > due)).ShouldBe([9]);
        (await CountsAsync(table, row => row.MaybeCount!.Value == five)).ShouldBe([5]);
        (await CountsAsync(table, row => row.MaybeCount == five)).ShouldBe([5]);
        (await CountsAsync(table, row => row.Unit == "U'1")).ShouldBe([1]);
#pragma warning disable CA1309 // The service compares by ordinal and knows no StringComparison.
        (await CountsAsync(table, row => row.Title!.Equals("ñ 7"))).ShouldBe([7]);
        (await CountsAsync(table, row => row.RowKey.CompareTo(prefix + 2) < 0)).ShouldBe([0, 1]);
        (await CountsAsync(table, row => string.Compare(row.RowKey, "r0008") >= 0)).ShouldBe([8, 9]);
#pragma warning restore CA1309
        (await CountsAsync(table, row => row.Id == new Guid(4, 0, 0, new byte[8]))).ShouldBe([4]);
        (await CountsAsync(table, row => true)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Query_ExpressionOnDictionary_ReadsColumnsByName()
    {
        var table = await TableOfAsync(10);

        var rows = await table
            .QueryAsync<TableEntity>(
                row => row.GetInt32("Count") >= 8 && row.PartitionKey == "p",
                cancellationToken: Cancellation
            )
            .ToListAsync(Cancellation);

        rows.Select(row => row.GetInt32("Count")).ShouldBe([8, 9]);
    }

    [Fact]
    public void Query_UntranslatableExpression_Throws()
    {
        Should.Throw<NotSupportedException>(() =>
            TableClient.CreateQueryFilter<Plan>(row => row.Title!.StartsWith("ab", StringComparison.Ordinal))
        );
    }

    private static async Task<List<int>> CountsAsync(
        TableClient table,
        System.Linq.Expressions.Expression<Func<Plan, bool>> filter
    ) =>
        await table
            .QueryAsync(filter, cancellationToken: Cancellation)
            .Select(row => row.Count)
            .ToListAsync(Cancellation);

    private static DateTimeOffset Due(int number) => new(2026, 1, 1 + number, 12, 0, 0, TimeSpan.FromHours(-5));

    private async Task<TableClient> TableOfAsync(int count)
    {
        var table = await azurite.NewTableAsync();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(100))
        {
            await table.SubmitTransactionAsync(
                numbers.Select(number => new TableTransactionAction(TableTransactionActionType.Add, Row(number))),
                Cancellation
            );
        }

        return table;

        static Plan Row(int number) =>
            new()
            {
                PartitionKey = "p",
                RowKey = $"r{number:D4}",
                Count = number,
                MaybeCount = number,
                Long = number,
                Amount = number * 1.5,
                Done = number % 2 == 0,
                Due = Due(number % 20),
                Title = $"ñ {number}",
                Unit = $"U'{number}",
                Id = new Guid(number, 0, 0, new byte[8]),
            };
    }
}
