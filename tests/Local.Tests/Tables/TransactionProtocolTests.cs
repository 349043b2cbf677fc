using Azure;
using Azure.Data.Tables;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

/// <summary>The real service's answers to transactions, which differ from Azurite's in their details.</summary>
public sealed class TransactionProtocolTests : IAsyncLifetime
{
    private FakeService? started;

    private FakeService Fake => started!;

    public async ValueTask InitializeAsync() => started = await FakeService.StartAsync();

    public ValueTask DisposeAsync() => Fake.DisposeAsync();

    [Fact]
    public async Task SubmitTransaction_OutrightRefusal_IsThatError()
    {
        Fake.Answer(413, FakeService.Error("RequestBodyTooLarge", "too large"));

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            Fake.Table.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, new TableEntity("p", "r"))],
                Cancellation
            )
        );

        (error.Status, error.ErrorCode).ShouldBe((413, "RequestBodyTooLarge"));
    }

    [Fact]
    public async Task SubmitTransaction_TheServicesAnswer_IsTakenApart()
    {
        var parts = new[]
        {
            "HTTP/1.1 204 No Content\r\nETag: W/\"1\"\r\nDataServiceVersion: 1.0;",
            "HTTP/1.1 204 No Content\r\nDataServiceVersion: 1.0;",
        };
        Fake.Answer(202, Multipart(parts), "multipart/mixed; boundary=batchresponse_1");

        var result = await Fake.Table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "1")),
                new(TableTransactionActionType.Delete, new TableEntity("p", "2"), new ETag("W/\"7\"")),
            ],
            Cancellation
        );

        result.Value.Select(response => response.Status).ShouldBe([204, 204]);
        result.Value[0].Headers.ETag.ShouldBe(new ETag("W/\"1\""));
        result.Value[0].ReasonPhrase.ShouldBe("No Content");
        result.Value[1].Headers.ETag.ShouldBeNull();
        var request = Fake.Requests.ShouldHaveSingleItem();
        request.Target.ShouldStartWith("/$batch");
        request.Body.ShouldContain("If-Match: W/\"7\"");
    }

    [Fact]
    public async Task SubmitTransaction_TheServicesRefusal_NamesTheAction()
    {
        var refusal =
            "HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\n\r\n"
            + FakeService.Error("EntityAlreadyExists", "12:It exists.");
        Fake.Answer(202, Multipart([refusal]), "multipart/mixed; boundary=batchresponse_1");

        var error = await Should.ThrowAsync<TableTransactionFailedException>(() =>
            Fake.Table.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, new TableEntity("p", "r"))],
                Cancellation
            )
        );

        (error.Status, error.ErrorCode, error.FailedTransactionActionIndex).ShouldBe((409, "EntityAlreadyExists", 12));
    }

    private static string Multipart(IEnumerable<string> responses) =>
        "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_2\r\n\r\n"
        + string.Concat(
            responses.Select(response =>
                "--changesetresponse_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                + response
                + "\r\n\r\n\r\n"
            )
        )
        + "--changesetresponse_2--\r\n--batchresponse_1--\r\n";
}
