using System.Diagnostics.Tracing;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Diagnostics;
using Azure.Data.Tables;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

/// <summary>What goes over the wire, and answers of the real service that Azurite never gives.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private FakeService? started;

    private FakeService Fake => started!;

    public async ValueTask InitializeAsync() => started = await FakeService.StartAsync();

    public ValueTask DisposeAsync() => Fake.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Throttled_ThenSuccess_IsTriedAgain(int status)
    {
        Fake.Answer(status, FakeService.Error("ServerBusy", "later"));
        Fake.Answer(204);

        await Fake.Table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        Fake.Requests.Count.ShouldBe(2);
        Fake.Requests[1].Body.ShouldBe(Fake.Requests[0].Body);
        Fake.Requests.ShouldAllBe(request => request.Headers["Authorization"].StartsWith("SharedKey"));
        Fake.Requests.ShouldAllBe(request => request.Headers.ContainsKey("x-ms-date"));
    }

    [Fact]
    public async Task Throttled_KeyReplacedMeanwhile_SignsWithTheNewKey()
    {
        Fake.Answer(503);
        Fake.Answer(204);
        var credential = new TableSharedKeyCredential("fake", Convert.ToBase64String("old"u8));
        Fake.Received = () => credential.SetAccountKey(Convert.ToBase64String("new"u8));
        var service = new TableServiceClient(Fake.Endpoint, credential, FakeService.Options);

        await service.GetTableClient("Plans").AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        var signatures = Fake.Requests.Select(request => request.Headers["Authorization"]).ToList();
        signatures.Count.ShouldBe(2);
        signatures.ShouldBeUnique();
    }

    [Fact]
    public async Task Throttled_AllTries_ThrowsTheServicesError()
    {
        for (var tries = 0; tries < 4; tries++)
        {
            Fake.Answer(503, FakeService.Error("ServerBusy", "The server is busy."));
        }

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            Fake.Table.UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((503, "ServerBusy"));
        error.Message.ShouldContain("The server is busy.");
        Fake.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("<html>proxy</html>", "text/html")]
    [InlineData("", "")]
    [InlineData("[]", "application/json")]
    public async Task Error_WithoutTheServicesBody_KeepsTheStatus(string body, string type)
    {
        Fake.Answer(403, body, type);

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            Fake.Table.UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Cancellation)
        );

        error.Status.ShouldBe(403);
    }

    [Fact]
    public async Task CreateIfNotExists_TableBeingDeleted_Throws()
    {
        Fake.Answer(409, FakeService.Error("TableBeingDeleted", "The specified table is being deleted."));

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            Fake.Table.CreateIfNotExistsAsync(Cancellation)
        );

        error.ErrorCode.ShouldBe("TableBeingDeleted");
    }

    [Fact]
    public async Task Query_EmptyPageWithAToken_GoesOn()
    {
        Fake.Answer(200, """{"value":[]}""", headers: Next("1!4!cA--", "1!4!cg--"));
        Fake.Answer(200, """{"value":[{"PartitionKey":"p","RowKey":"1"}]}""", headers: Next("1!4!cQ--", rowKey: null));
        Fake.Answer(200, """{"value":[{"PartitionKey":"p","RowKey":"2"}]}""");

        var pages = await Fake
            .Table.QueryAsync<TableEntity>("A eq 'ñ&b'", maxPerPage: 7, ["A", "B"], Cancellation)
            .AsPages()
            .ToListAsync(Cancellation);

        pages.Select(page => page.Values.Count).ShouldBe([0, 1, 1]);
        pages.Select(page => page.ContinuationToken is null).ShouldBe([false, false, true]);
        var queries = Fake.Requests.Select(request => Query(request.Target)).ToList();
        queries.ShouldAllBe(query =>
            query["$filter"] == "A eq 'ñ&b'" && query["$top"] == "7" && query["$select"] == "A,B"
        );
        queries[0].ShouldNotContainKey("NextPartitionKey");
        (queries[1]["NextPartitionKey"], queries[1]["NextRowKey"]).ShouldBe(("1!4!cA--", "1!4!cg--"));
        queries[2]["NextPartitionKey"].ShouldBe("1!4!cQ--");
        queries[2].ShouldNotContainKey("NextRowKey");
    }

    [Fact]
    public async Task Read_TheServicesPayload_UnderstandsItsTypes()
    {
        Fake.Answer(
            200,
            """
            {"odata.metadata":"https://a/$metadata#Plans/@Element","odata.etag":"W/\"datetime'2026'\"",
            "PartitionKey":"p","RowKey":"r","Timestamp":"2026-01-02T03:04:05.1234567Z",
            "D":1.0,"E":3,"L@odata.type":"Edm.Int64","L":"9223372036854775807","G@odata.type":"Edm.Guid",
            "G":"0f8fad5b-d9cb-469f-a165-70867728950e","T@odata.type":"Edm.DateTime","T":"2026-01-02T03:04:05Z",
            "B@odata.type":"Edm.Binary","B":"AQID","N@odata.type":"Edm.Double","N":"NaN","S":"\u00f1","F":false}
            """
        );

        var row = await Fake.Table.ReadAsync<TableEntity>("p", "r");

        row.ETag.ToString().ShouldBe("W/\"datetime'2026'\"");
        row.Timestamp.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_567));
        (row.GetDouble("D"), row.GetInt32("E"), row.GetInt64("L")).ShouldBe((1.0, 3, long.MaxValue));
        row.GetGuid("G").ShouldBe(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        row.GetDateTimeOffset("T").ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        row.GetBinary("B").ShouldBe([1, 2, 3]);
        (row.GetDouble("N"), row.GetString("S"), row.GetBoolean("F")).ShouldBe((double.NaN, "ñ", false));
    }

    [Fact]
    public async Task Write_EveryType_IsAnnotatedForTheService()
    {
        Fake.Answer(204);

        await Fake.Table.AddEntityAsync(Plan.Full(), Cancellation);

        var request = Fake.Requests.ShouldHaveSingleItem();
        var json = JsonDocument.Parse(request.Body).RootElement;
        (request.Method, request.Target.Split('?')[0], request.Headers["Prefer"]).ShouldBe(
            ("POST", "/Plans", "return-no-content")
        );
        json.GetProperty("Long@odata.type").GetString().ShouldBe("Edm.Int64");
        json.GetProperty("Long").GetString().ShouldBe("9223372036854775807");
        json.GetProperty("Amount@odata.type").GetString().ShouldBe("Edm.Double");
        json.GetProperty("Due@odata.type").GetString().ShouldBe("Edm.DateTime");
        json.GetProperty("Due").GetString().ShouldStartWith("2026-04-01T04:59:59");
        json.GetProperty("Hash@odata.type").GetString().ShouldBe("Edm.Binary");
        json.GetProperty("Id@odata.type").GetString().ShouldBe("Edm.Guid");
        json.TryGetProperty("Timestamp", out _).ShouldBeFalse();
        json.TryGetProperty("ETag", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Version_GivenOrNot_DecidesTheHeader()
    {
        Fake.Answer(204);
        Fake.Answer(204);
        Fake.Answer(204);

        await Fake.Table.UpdateEntityAsync(
            new TableEntity("p", "r"),
            new ETag("W/\"1\""),
            cancellationToken: Cancellation
        );
        await Fake.Table.UpsertEntityAsync(new TableEntity("p", "r"), TableUpdateMode.Replace, Cancellation);
        await Fake.Table.DeleteEntityAsync("it's", "a b", cancellationToken: Cancellation);

        Fake.Requests.Select(request => request.Headers.GetValueOrDefault("If-Match")).ShouldBe(["W/\"1\"", null, "*"]);
        Fake.Requests.Select(request => request.Method).ShouldBe(["PATCH", "PUT", "DELETE"]);
        Uri.UnescapeDataString(Fake.Requests[2].Target.Split('?')[0])
            .ShouldBe("/Plans(PartitionKey='it''s',RowKey='a b')");
    }

    [Fact]
    public async Task TokenCredential_Request_BearsTheTokenForStorage()
    {
        Fake.Answer(204);
        var credential = new FakeCredential();
        var table = new TableServiceClient(Fake.Endpoint, credential, FakeService.Options).GetTableClient("Plans");

        await table.AddEntityAsync(new TableEntity("p", "r"), Cancellation);

        Fake.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe("Bearer secret-token");
        credential.Scopes.ShouldBe(["https://storage.azure.com/.default"]);
    }

    [Fact]
    public async Task SharedAccessSignature_Request_IsSentOnceATryAndNotLogged()
    {
        const string Signature = "sv=2020-12-06&sig=hush%2Bhush%3D";
        Fake.Answer(503);
        Fake.Answer(204);
        var log = new List<string>();
        using var listener = new AzureEventSourceListener(
            (_, message) =>
            {
                lock (log)
                {
                    log.Add(message);
                }
            },
            EventLevel.Verbose
        );
        var credential = new AzureSasCredential(Signature);
        var table = new TableServiceClient(Fake.Endpoint, credential, FakeService.Options).GetTableClient("Plans");

        await table.UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Cancellation);

        Fake.Requests.Count.ShouldBe(2);
        Fake.Requests.ShouldAllBe(request => request.Target.Split("sig=hush%2Bhush%3D").Length == 2);
        lock (log)
        {
            log.ShouldContain(message => message.Contains(Fake.Endpoint.Authority));
            log.ShouldAllBe(message => !message.Contains("hush"));
        }
    }

    private static (string, string)[] Next(string partitionKey, string? rowKey) =>
        rowKey is null
            ? [("x-ms-continuation-NextPartitionKey", partitionKey)]
            : [("x-ms-continuation-NextPartitionKey", partitionKey), ("x-ms-continuation-NextRowKey", rowKey)];

    private static Dictionary<string, string> Query(string target) =>
        target
            .Split('?', 2)[1]
            .Split('&')
            .Select(part => part.Split('=', 2))
            .ToDictionary(
                part => Uri.UnescapeDataString(part[0]),
                part => Uri.UnescapeDataString(part[1].Replace('+', ' '))
            );

    private sealed class FakeCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("secret-token", TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => new(GetToken(requestContext, cancellationToken));
    }
}
