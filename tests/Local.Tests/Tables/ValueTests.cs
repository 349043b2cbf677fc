using Avance.Testing;
using Azure;
using Azure.Data.Tables;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

public sealed class ValueTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Keys =>
        [
            "",
            "a b",
            "it's 'quoted'",
            "|%+&=,;:@$!*()[]{}<>\"^`~_-.",
            "%2F%27",
            "ñandú/Ü".Replace("/", "-"),
            "平仮名",
            "😀👩‍🚀",
            "..",
        ];

    [Fact]
    public async Task Class_EveryType_ReadsBackTheSame()
    {
        var table = await azurite.NewTableAsync();
        var written = Plan.Full();

        await table.AddEntityAsync(written, Cancellation);

        var read = await table.ReadAsync<Plan>("p", "r");
        read.Blob!.ToArray().ShouldBe(written.Blob!.ToArray());
        read.Seen.Kind.ShouldBe(DateTimeKind.Utc);
        read.Note.ShouldBeNull();
        (read.Timestamp, read.ETag, read.Blob, read.Note) = (null, default, written.Blob, written.Note);
        read.ShouldBeEquivalentTo(written);
    }

    [Fact]
    public async Task Class_AbsentColumns_KeepTheClassDefaults()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Unknown"] = 1L }, Cancellation);

        var read = await table.ReadAsync<Plan>("p", "r");

        (read.Title, read.Count, read.MaybeLong, read.Seen).ShouldBe((null, 0, null, DateTime.UnixEpoch));
    }

    [Fact]
    public async Task Class_AsDictionary_HasTheStoredNamesAndTypes()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(Plan.Full(), Cancellation);

        var row = await table.ReadAsync<TableEntity>("p", "r");

        row.GetString("State").ShouldBe("Approved");
        row.GetString("unit_code").ShouldBe("U-01");
        row.GetString("Label").ShouldEndWith("/-2147483648");
        row.GetInt64("MaybeLong").ShouldBe(-1);
        row.GetDouble("Amount").ShouldBe(3.0);
        row.GetDateTimeOffset("Due").ShouldBe(Plan.Full().Due);
        row.GetDateTime("Seen").ShouldBe(Plan.Full().Seen);
        row.GetBinary("Hash").ShouldBe(Plan.Full().Hash);
        row.GetBinaryData("Blob")!.ToArray().ShouldBe([9, 8, 7]);
        row.ShouldNotContainKey("Note");
        row.ShouldNotContainKey("Unit");
        row.ETag.ShouldNotBe(default);
    }

    [Fact]
    public async Task Class_Nulls_AreAbsent()
    {
        var table = await azurite.NewTableAsync();

        await table.AddEntityAsync(new Plan { PartitionKey = "p", RowKey = "r" }, Cancellation);

        var row = await table.ReadAsync<TableEntity>("p", "r");
        row.ShouldNotContainKey("Title");
        row.ShouldNotContainKey("MaybeLong");
        row.ShouldNotContainKey("NextState");
        row.GetString("Title").ShouldBeNull();
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-2_000_000_000_000.0)]
    [InlineData(0.1)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task Double_AnyValue_StaysADouble(double value)
    {
        var table = await azurite.NewTableAsync();

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Amount"] = value }, Cancellation);

        (await table.ReadAsync<TableEntity>("p", "r")).GetDouble("Amount").ShouldBe(value);
        (await table.ReadAsync<Plan>("p", "r")).Amount.ShouldBe(value);
    }

    [Fact]
    public async Task DateTime_NotUtc_IsRefused()
    {
        var table = await azurite.NewTableAsync();
        var local = new TableEntity("p", "r") { ["Seen"] = new DateTime(2026, 1, 1) };

        await Should.ThrowAsync<NotSupportedException>(() => table.AddEntityAsync(local, Cancellation));
    }

    [Fact]
    public void TableEntity_OtherType_Throws()
    {
        var row = new TableEntity("p", "r") { ["A"] = 1 };

        Should.Throw<InvalidOperationException>(() => row.GetString("A"));
        Should.Throw<InvalidOperationException>(() => row.GetInt64("A"));
        row.GetInt64("None").ShouldBeNull();
        row["None"].ShouldBeNull();
    }

    [Fact]
    public void TableEntity_IntOverLong_StaysALong()
    {
        var row = new TableEntity
        {
            ["L"] = 1L,
            ["D"] = 1.5,
            ["S"] = "a",
        };

        row["L"] = 2;
        row["D"] = 2;
        row["S"] = 2;

        (row.GetInt64("L"), row.GetDouble("D"), row.GetInt32("S")).ShouldBe((2, 2.0, 2));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Keys_AnyAllowedText_FindTheRow(string key)
    {
        var table = await azurite.NewTableAsync();
        var row = new TableEntity(key, key) { ["Key"] = key };

        await table.AddEntityAsync(row, Cancellation);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, Cancellation);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, row)], Cancellation);

        (await table.ReadAsync<TableEntity>(key, key)).GetString("Key").ShouldBe(key);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}");
        var found = await table
            .QueryAsync<TableEntity>(filter, cancellationToken: Cancellation)
            .ToListAsync(Cancellation);
        found.ShouldHaveSingleItem().PartitionKey.ShouldBe(key);
        (await table.DeleteEntityAsync(key, key, cancellationToken: Cancellation)).Status.ShouldBe(204);
    }

    /// <summary>Random rows, the same in every run: the seed is part of the test.</summary>
    [Fact]
    public async Task Rows_Random_ReadBackTheSame()
    {
        var table = await azurite.NewTableAsync();
        var random = new RandomRows(seed: 20_26);
        var rows = Enumerable.Range(0, 300).Select(number => random.Next("p", $"{number:D3}")).ToList();

        foreach (var batch in rows.Chunk(100))
        {
            await table.SubmitTransactionAsync(
                batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                Cancellation
            );
        }

        var read = await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation);
        read.Count.ShouldBe(rows.Count);
        foreach (var (expected, actual) in rows.Zip(read))
        {
            actual.Remove("odata.etag");
            actual.Remove("Timestamp");
            actual.Keys.Order().ShouldBe(expected.Keys.Order());
            foreach (var (name, value) in expected)
            {
                actual[name].ShouldBe(value, $"{expected.RowKey} {name}");
                actual[name]!.GetType().ShouldBe(value!.GetType());
            }
        }
    }
}
