using Avance.Testing;
using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task SubmitTransaction_HundredRows_AnswersEach()
    {
        var table = await azurite.NewTableAsync();
        var rows = Enumerable.Range(0, 100).Select(number => Plan.Full("p ñ'", $"{number:D3}'😀")).ToList();

        var result = await table.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(Add, row)),
            Cancellation
        );

        result.GetRawResponse().Status.ShouldBe(202);
        result.Value.Select(response => response.Status).ShouldBe(Enumerable.Repeat(204, 100));
        var read = await table.QueryAsync<Plan>(cancellationToken: Cancellation).ToListAsync(Cancellation);
        read.Select(row => row.RowKey).ShouldBe(rows.Select(row => row.RowKey));
        read.Select(row => row.ETag).ShouldBe(result.Value.Select(response => response.Headers.ETag!.Value));
        read[99].Title.ShouldBe(rows[99].Title);
    }

    [Fact]
    public async Task SubmitTransaction_EveryAction_DoesWhatItsNameSays()
    {
        var table = await azurite.NewTableAsync();
        await table.SubmitTransactionAsync(
            Names("merge", "replace", "delete", "upmerge", "upreplace")
                .Select(name => new TableTransactionAction(Add, new TableEntity("p", name) { ["A"] = 1 })),
            Cancellation
        );
        var etag = (await table.ReadAsync<TableEntity>("p", "replace")).ETag;

        await table.SubmitTransactionAsync(
            [
                new(Add, Changed("add")),
                new(UpdateMerge, Changed("merge"), ETag.All),
                new(UpdateReplace, Changed("replace"), etag),
                new(Delete, new TableEntity("p", "delete")),
                new(UpsertMerge, Changed("upmerge")),
                new(UpsertReplace, Changed("upreplace")),
                new(UpsertReplace, Changed("upnew")),
            ],
            Cancellation
        );

        var rows = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);
        rows.Select(row => (row.RowKey, row.GetInt32("A"), row.GetInt32("B")))
            .ShouldBe([
                ("add", null, 2),
                ("merge", 1, 2),
                ("replace", null, 2),
                ("upmerge", 1, 2),
                ("upnew", null, 2),
                ("upreplace", null, 2),
            ]);

        static string[] Names(params string[] names) => names;
        static TableEntity Changed(string name) => new("p", name) { ["B"] = 2 };
    }

    [Fact]
    public async Task SubmitTransaction_OneRefused_NamesItAndDoesNone()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "2"), Cancellation);

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync(
                Enumerable.Range(0, 5).Select(row => new TableTransactionAction(Add, new TableEntity("p", $"{row}"))),
                Cancellation
            )
        );

        error.FailedTransactionActionIndex.ShouldBe(2);
        (error.Status, error.ErrorCode).ShouldBe((409, "EntityAlreadyExists"));
        (await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task SubmitTransaction_OtherVersion_Is412()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);
        var stale = (await table.ReadAsync<TableEntity>("p", "r")).ETag;
        await table.UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Cancellation);

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([new(UpdateReplace, new TableEntity("p", "r"), stale)], Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((412, "UpdateConditionNotSatisfied"));
        error.FailedTransactionActionIndex.ShouldBe(0);
    }

    [Fact]
    public async Task SubmitTransaction_MissingRow_Fails()
    {
        var table = await azurite.NewTableAsync();

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([new(Delete, new TableEntity("p", "none"))], Cancellation)
        );

        error.Status.ShouldBe(404);
    }

    [Fact]
    public async Task SubmitTransaction_NoActions_IsRefusedBeforeSending()
    {
        var table = await azurite.NewTableAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([], Cancellation));
    }

    [Fact]
    public async Task SubmitTransaction_TooMany_IsRefused()
    {
        var table = await azurite.NewTableAsync();
        var rows = Enumerable.Range(0, 101).Select(row => new TableEntity("p", $"{row}"));

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(Add, row)), Cancellation)
        );

        error.Status.ShouldBe(400);
    }

    [Fact]
    public async Task SubmitTransaction_OneRowTwice_IsRefused()
    {
        var table = await azurite.NewTableAsync();
        var action = new TableTransactionAction(UpsertMerge, new TableEntity("p", "r"));

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([action, action], Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((400, "InvalidDuplicateRow"));
    }

    [Fact]
    public async Task SubmitTransaction_Over4MiB_Is413()
    {
        var table = await azurite.NewTableAsync();
        var text = new string('x', 30_000);
        var rows = Enumerable.Range(0, 80).Select(row => new TableEntity("p", $"{row}") { ["A"] = text, ["B"] = text });

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(Add, row)), Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((413, "RequestBodyTooLarge"));
    }
}
