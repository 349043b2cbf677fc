using System.Reflection;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Storage;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.House;

/// <summary>
/// The deployment makes the tables, queues and containers that the app uses, and no others. Which those are, the app
/// itself says: all of its services are made, with clients that note what they are asked for.
/// </summary>
public sealed class StorageTests
{
    private const string Storage = "UseDevelopmentStorage=true";
    private const string Poison = "-poison";

    private static readonly string[] OfReports = [.. ReportTables.Names, .. NationalTables.Names];

    private static readonly Lazy<Names> Used = new(Ask);

    [Fact]
    public async Task Tables_OfTheDeployment_AreThoseThatTheAppUses()
    {
        var reports = await DeployedAsync("tables", "reports-storage");

        (await DeployedAsync("tables")).Concat(reports).ShouldBe(Used.Value.Tables, ignoreOrder: true);
        reports.ShouldBe(OfReports, ignoreOrder: true);
    }

    [Fact]
    public async Task Containers_OfTheDeployment_AreThoseThatTheAppUses() =>
        (await DeployedAsync("containers")).ShouldBe(Used.Value.Containers, ignoreOrder: true);

    /// <summary>The host makes a queue of poison beside each queue that it listens to: made before, so that alerts can watch it.</summary>
    [Fact]
    public async Task Queues_OfTheDeployment_AreThoseThatTheAppUses()
    {
        var listened = Listened().ToArray();
        var poison = listened
            .Where(queue => !queue.EndsWith(Poison, StringComparison.Ordinal))
            .Select(queue => queue + Poison);

        (await DeployedAsync("queues")).ShouldBe(Used.Value.Queues.Union(listened).Union(poison), ignoreOrder: true);
    }

    [Fact]
    public void Start_OfTheApp_MakesWhatTheAppUses()
    {
        var used = Used.Value;

        used.Made.SelectMany(stage => stage.Tables.Concat(stage.ReportTables)).ShouldBe(used.Tables, ignoreOrder: true);
        used.Made.SelectMany(stage => stage.ReportTables).ShouldBe(OfReports, ignoreOrder: true);
        used.Made.SelectMany(stage => stage.Containers).ShouldBe(used.Containers, ignoreOrder: true);
        used.Made.SelectMany(stage => stage.Queues).ShouldBe(used.Queues.Union(Listened()), ignoreOrder: true);
    }

    /// <summary>What failed five times is told to people: nobody looks at a queue.</summary>
    [Fact]
    public void Queues_ThatAreListenedTo_HaveAReaderOfWhatFailed()
    {
        var listened = Listened().ToHashSet(StringComparer.Ordinal);

        listened
            .Where(queue => !queue.EndsWith(Poison, StringComparison.Ordinal))
            .Where(queue => !listened.Contains(queue + Poison))
            .ShouldBeEmpty();
    }

    /// <summary>A message that cannot be read would fail five times there as well, and end on a queue of its own.</summary>
    [Fact]
    public void Readers_OfWhatFailed_TakeAnyText() =>
        Parameters()
            .Where(parameter =>
                parameter
                    .GetCustomAttribute<QueueTriggerAttribute>()
                    ?.QueueName.EndsWith(Poison, StringComparison.Ordinal) == true
            )
            .ShouldAllBe(parameter => parameter.ParameterType == typeof(string));

    [Fact]
    public void Queues_ThatTheAppSendsTo_AreListenedTo() => Used.Value.Queues.Except(Listened()).ShouldBeEmpty();

    private static IEnumerable<ParameterInfo> Parameters() =>
        HttpFunction.FunctionMethods.SelectMany(method => method.GetParameters());

    private static IEnumerable<string> Listened() =>
        Parameters()
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName)
            .OfType<string>();

    /// <summary>The names of that kind that the module of a storage account is given, or has.</summary>
    private static async Task<IEnumerable<string>> DeployedAsync(string kind, string module = "storage")
    {
        var storage = (await BicepCompiler.TemplateAsync("infra/main.bicep")).Module(module);
        var names = storage.Given[kind]?["value"] ?? storage.Variables[kind];
        return names!.AsArray().Select(name => (string)name!);
    }

    private static Names Ask()
    {
        var names = new Names();
        Type[] services = [];
        using var app = AppDriver.Build(
            Storage,
            new FakeTimeProvider(DateTimeOffset.UnixEpoch),
            configure: builder =>
            {
                services =
                [
                    .. builder
                        .Services.Select(service => service.ServiceType)
                        .Where(type => type.Assembly == typeof(AvanceApp).Assembly),
                ];
                builder.Services.AddSingleton<TableServiceClient>(new NotingTables(names.Tables));
                builder.Services.AddSingleton<QueueServiceClient>(new NotingQueues(names.Queues));
                builder.Services.AddSingleton<BlobServiceClient>(new NotingBlobs(names.Containers));
            }
        );
        using var scope = app.Services.CreateScope();
        foreach (var service in services)
        {
            scope.ServiceProvider.GetServices(service).ShouldNotBeEmpty();
        }

        names.Made.AddRange(app.Services.GetServices<StorageNames>());
        return names;
    }

    private sealed class NotingTables(HashSet<string> names) : TableServiceClient(Storage)
    {
        public override TableClient GetTableClient(string tableName)
        {
            names.Add(tableName);
            return base.GetTableClient(tableName);
        }
    }

    private sealed class NotingQueues(HashSet<string> names) : QueueServiceClient(Storage)
    {
        public override QueueClient GetQueueClient(string queueName)
        {
            names.Add(queueName);
            return base.GetQueueClient(queueName);
        }
    }

    private sealed class NotingBlobs(HashSet<string> names) : BlobServiceClient(Storage)
    {
        public override BlobContainerClient GetBlobContainerClient(string blobContainerName)
        {
            names.Add(blobContainerName);
            return base.GetBlobContainerClient(blobContainerName);
        }
    }

    private sealed record Names
    {
        public HashSet<string> Tables { get; } = [];

        public HashSet<string> Queues { get; } = [];

        public HashSet<string> Containers { get; } = [];

        public List<StorageNames> Made { get; } = [];
    }
}
