using Avance.Testing;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

public sealed class EntityTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AddEntity_NewRow_CanBeReadWithItsVersion()
    {
        var table = await azurite.NewTableAsync();

        var added = await table.AddEntityAsync(Plan.Full(), Cancellation);

        var row = await table.ReadAsync<Plan>("p", "r");
        added.Status.ShouldBe(204);
        row.ETag.ShouldBe(added.Headers.ETag!.Value);
        row.Timestamp.ShouldNotBeNull().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task AddEntity_ExistingRow_IsAConflict()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full(), Cancellation);

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            table.AddEntityAsync(Plan.Full(), Cancellation)
        );

        error.Status.ShouldBe(409);
        error.ErrorCode.ShouldBe("EntityAlreadyExists");
        (error.ErrorCode == TableErrorCode.EntityAlreadyExists).ShouldBeTrue();
        (error.ErrorCode == TableErrorCode.TableNotFound).ShouldBeFalse();
    }

    [Fact]
    public async Task AddEntity_MissingTable_IsTableNotFound()
    {
        var table = new TableClient(azurite.NewAccount(), "Missing");

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            table.AddEntityAsync(Plan.Full(), Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((404, "TableNotFound"));
    }

    [Fact]
    public async Task AddEntity_NullKey_IsRefusedBeforeSending()
    {
        var table = await azurite.NewTableAsync();

        await Should.ThrowAsync<ArgumentNullException>(() =>
            table.AddEntityAsync(new Plan { PartitionKey = null!, RowKey = "r" }, Cancellation)
        );
    }

    [Fact]
    public async Task UpsertEntity_Merge_KeepsColumnsThatTheEntityLacks()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(
            new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 },
            cancellationToken: Cancellation
        );

        await table.UpsertEntityAsync(
            new TableEntity("p", "r") { ["B"] = 3, ["A"] = null },
            cancellationToken: Cancellation
        );

        var row = await table.ReadAsync<TableEntity>("p", "r");
        (row.GetInt32("A"), row.GetInt32("B")).ShouldBe((1, 3));
    }

    [Fact]
    public async Task UpsertEntity_Replace_RemovesColumnsThatTheEntityLacks()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, TableUpdateMode.Replace, Cancellation);

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3 }, TableUpdateMode.Replace, Cancellation);

        var row = await table.ReadAsync<TableEntity>("p", "r");
        (row.GetInt32("A"), row.GetInt32("B")).ShouldBe((null, 3));
        row.ContainsKey("A").ShouldBeFalse();
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task UpdateEntity_CurrentVersion_WritesAndChangesTheVersion(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full(), Cancellation);
        var row = await table.ReadAsync<Plan>("p", "r");
        row.Title = "changed";

        var updated = await table.UpdateEntityAsync(row, row.ETag, mode, Cancellation);

        var again = await table.ReadAsync<Plan>("p", "r");
        again.Title.ShouldBe("changed");
        again.ETag.ShouldBe(updated.Headers.ETag!.Value);
        again.ETag.ShouldNotBe(row.ETag);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task UpdateEntity_OtherVersion_Is412AndChangesNothing(TableUpdateMode mode)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full(), Cancellation);
        var stale = await table.ReadAsync<Plan>("p", "r");
        await table.UpdateEntityAsync(stale, stale.ETag, mode, Cancellation);
        stale.Title = "lost";

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            table.UpdateEntityAsync(stale, stale.ETag, mode, Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((412, "UpdateConditionNotSatisfied"));
        (await table.ReadAsync<Plan>("p", "r")).Title.ShouldBe(Plan.Full().Title);
    }

    [Fact]
    public async Task UpdateEntity_AnyVersion_NeedsARow()
    {
        var table = await azurite.NewTableAsync();

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            table.UpdateEntityAsync(Plan.Full(), ETag.All, cancellationToken: Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((404, "ResourceNotFound"));
    }

    [Fact]
    public async Task UpdateEntity_DefaultVersion_IsRefusedBeforeSending()
    {
        var table = await azurite.NewTableAsync();

        await Should.ThrowAsync<ArgumentException>(() =>
            table.UpdateEntityAsync(Plan.Full(), default, cancellationToken: Cancellation)
        );
    }

    [Fact]
    public async Task DeleteEntity_Row_IsGone()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full("p", "1"), Cancellation);
        await table.AddEntityAsync(Plan.Full("p", "2"), Cancellation);

        var byKeys = await table.DeleteEntityAsync("p", "1", cancellationToken: Cancellation);
        var byEntity = await table.DeleteEntityAsync(new TableEntity("p", "2"), cancellationToken: Cancellation);

        (byKeys.Status, byEntity.Status).ShouldBe((204, 204));
        (await table.QueryAsync<Plan>(cancellationToken: Cancellation).ToListAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeleteEntity_MissingRow_IsReturnedNotThrown()
    {
        var table = await azurite.NewTableAsync();

        (await table.DeleteEntityAsync("p", "none", cancellationToken: Cancellation)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task DeleteEntity_OtherVersion_Is412AndKeepsTheRow()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full(), Cancellation);
        var stale = (await table.ReadAsync<Plan>("p", "r")).ETag;
        await table.UpsertEntityAsync(Plan.Full(), cancellationToken: Cancellation);

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            table.DeleteEntityAsync("p", "r", stale, Cancellation)
        );

        error.Status.ShouldBe(412);
        await table.ReadAsync<Plan>("p", "r");
    }

    [Fact]
    public async Task GetEntity_MissingRow_Throws404()
    {
        var table = await azurite.NewTableAsync();

        var error = await Should.ThrowAsync<RequestFailedException>(() => table.ReadAsync<Plan>("p", "none"));

        (error.Status, error.ErrorCode).ShouldBe((404, "ResourceNotFound"));
    }

    [Fact]
    public async Task GetEntityIfExists_EitherWay_SaysWhether()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full(), Cancellation);

        var found = await table.GetEntityIfExistsAsync<Plan>("p", "r", cancellationToken: Cancellation);
        var missing = await table.GetEntityIfExistsAsync<Plan>("p", "none", cancellationToken: Cancellation);

        found.HasValue.ShouldBeTrue();
        found.Value!.RowKey.ShouldBe("r");
        missing.HasValue.ShouldBeFalse();
        missing.GetRawResponse().Status.ShouldBe(404);
        Should.Throw<Exception>(() => missing.Value);
    }

    [Fact]
    public async Task GetEntity_Select_ReadsThoseColumnsOnly()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full(), Cancellation);

        var row = (await table.GetEntityAsync<Plan>("p", "r", ["RowKey", "Count"], Cancellation)).Value;

        (row.RowKey, row.Count, row.Title).ShouldBe(("r", int.MinValue, null));
    }
}
