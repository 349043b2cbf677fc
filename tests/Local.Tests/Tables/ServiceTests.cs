using Avance.Testing;
using Azure;
using Azure.Data.Tables;
using static Local.Tests.Tables.TestTable;

namespace Local.Tests.Tables;

public sealed class ServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task CreateTableIfNotExists_Twice_IsNoError()
    {
        var service = new TableServiceClient(azurite.NewAccount());

        var first = await service.CreateTableIfNotExistsAsync("Plans", Cancellation);
        var second = await service.CreateTableIfNotExistsAsync("Plans", Cancellation);
        var third = await service.GetTableClient("Plans").CreateIfNotExistsAsync(Cancellation);

        (first.Value.Name, second.Value.Name, third.Value.Name).ShouldBe(("Plans", "Plans", "Plans"));
        second.GetRawResponse().Status.ShouldBe(409);
    }

    [Fact]
    public async Task CreateTable_Existing_IsAConflict()
    {
        var service = new TableServiceClient(azurite.NewAccount());
        await service.CreateTableAsync("Plans", Cancellation);

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            service.CreateTableAsync("Plans", Cancellation)
        );

        (error.Status, error.ErrorCode).ShouldBe((409, "TableAlreadyExists"));
    }

    [Fact]
    public async Task Query_SomeTables_NamesThem()
    {
        var service = new TableServiceClient(azurite.NewAccount());
        foreach (var name in (string[])["Alpha", "Beta", "Gamma"])
        {
            await service.CreateTableAsync(name, Cancellation);
        }

        var names = service.QueryAsync(cancellationToken: Cancellation).Select(table => table.Name);
        var one = service.QueryAsync(table => table.Name == "Beta", cancellationToken: Cancellation);

        (await names.Order().ToListAsync(Cancellation)).ShouldBe(["Alpha", "Beta", "Gamma"]);
        (await one.SingleAsync(Cancellation)).Name.ShouldBe("Beta");
    }

    [Fact]
    public async Task DeleteTable_Twice_IsReturnedNotThrown()
    {
        var service = new TableServiceClient(azurite.NewAccount());
        await service.CreateTableAsync("Plans", Cancellation);

        (await service.DeleteTableAsync("Plans", Cancellation)).Status.ShouldBe(204);
        (await service.GetTableClient("Plans").DeleteAsync(Cancellation)).Status.ShouldBe(404);
        (await service.QueryAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SharedKey_WrongKey_IsRefused()
    {
        var account = new StorageAccount(azurite.NewAccount());
        var credential = new TableSharedKeyCredential(account.Name, Convert.ToBase64String(new byte[64]));
        var service = new TableServiceClient(account.Endpoint, credential);

        var error = await Should.ThrowAsync<RequestFailedException>(() =>
            service.CreateTableAsync("Plans", Cancellation)
        );
        credential.SetAccountKey(account.Key);
        await service.CreateTableAsync("Plans", Cancellation);

        error.Status.ShouldBe(403);
    }

    [Fact]
    public async Task SharedAccessSignature_EachWayToGiveIt_Works()
    {
        var account = new StorageAccount(azurite.NewAccount());
        var signature = account.SharedAccessSignature(TimeProvider.System.GetUtcNow().AddHours(1));
        TableServiceClient[] services =
        [
            new(new Uri($"{account.Endpoint}?{signature}")),
            new(account.Endpoint, new AzureSasCredential(signature)),
            new($"TableEndpoint={account.Endpoint};SharedAccessSignature={signature}"),
        ];

        foreach (var (number, service) in services.Index())
        {
            var table = service.GetTableClient($"Plans{number}");
            await table.CreateAsync(Cancellation);
            await table.AddEntityAsync(new TableEntity("p ñ", "it's"), Cancellation);
            await table.SubmitTransactionAsync(
                [new(TableTransactionActionType.UpsertMerge, new TableEntity("p ñ", "2"))],
                Cancellation
            );
            (await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation)).ShouldBe(2);
        }
    }

    [Fact]
    public void SharedAccessSignature_WithoutHttps_IsRefused()
    {
        Should.Throw<ArgumentException>(() =>
            new TableServiceClient(new Uri("http://account.example/"), new AzureSasCredential("sig=x"))
        );
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=avance;AccountKey=a2V5;EndpointSuffix=core.windows.net",
        "https://avance.table.core.windows.net",
        "avance"
    )]
    [InlineData(
        "AccountName=avance;AccountKey=a2V5;TableEndpoint=http://localhost:8/avance;",
        "http://localhost:8/avance",
        "avance"
    )]
    public void ConnectionString_Valid_NamesTheService(string connectionString, string endpoint, string account)
    {
        var service = new TableServiceClient(connectionString);

        service.Uri.AbsoluteUri.TrimEnd('/').ShouldBe(endpoint);
        service.AccountName.ShouldBe(account);
        service.GetTableClient("Plans").Uri.AbsoluteUri.ShouldBe($"{endpoint}/Plans");
        service.GetTableClient("Plans").Name.ShouldBe("Plans");
    }

    [Theory]
    [InlineData("AccountName=avance")]
    [InlineData("AccountName=avance;AccountKey=a2V5")]
    [InlineData("TableEndpoint=https://avance.example/")]
    [InlineData("nonsense=yes")]
    public void ConnectionString_Incomplete_IsRefused(string connectionString)
    {
        Should.Throw<ArgumentException>(() => new TableServiceClient(connectionString));
    }
}
