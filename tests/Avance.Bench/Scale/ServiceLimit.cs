using Avance.Testing.Scale;

namespace Avance.Bench.Scale;

/// <summary>A limit of a service, for each of the things that have it.</summary>
/// <param name="Name">What is counted in a second.</param>
/// <param name="PerSecond">How much of it the service promises to take.</param>
/// <param name="Source">The page that says so; null for what was measured here.</param>
internal sealed record ServiceLimit(string Name, double PerSecond, string? Source)
{
    private const string Azure = "https://learn.microsoft.com/azure/";

    // The account's limits are those of every region; some allow more.
    public static ServiceLimit AccountRequests { get; } =
        new("requests/s of the storage account", 20_000, Azure + "storage/common/scalability-targets-standard-account");

    public static ServiceLimit AccountBytes { get; } =
        new(
            "megabytes/s into the storage account",
            25_000 / 8.0,
            Azure + "storage/common/scalability-targets-standard-account"
        );

    public static ServiceLimit PartitionEntities { get; } =
        new("entities/s of a partition of a table", 2_000, Azure + "storage/tables/scalability-targets");

    public static ServiceLimit QueueMessages { get; } =
        new("messages/s of a queue", 2_000, Azure + "storage/queues/scalability-targets");

    /// <summary>Of a topic in the basic tier; for topics of Azure's own services nothing lower is named.</summary>
    public static ServiceLimit Events { get; } =
        new("events/s of Event Grid", 5_000, Azure + "event-grid/quotas-limits");

    /// <summary>What the app answers on all its replicas.</summary>
    public static ServiceLimit AppRequests(LastHourModel model) =>
        new("requests/s of the app", model.Replicas * model.RequestsPerReplica, null);

    /// <summary>What an operation uses of each limit, and of which thing that has it.</summary>
    public static IEnumerable<(ServiceLimit Limit, string Thing, double Amount)> UsedBy(OperationCost.Line line)
    {
        var entities = Math.Max(line.Requests, line.Entities);
        yield return (AccountRequests, "account", line.Requests);
        yield return (AccountBytes, "account", line.Bytes / 1e6);
        switch (line.Place.Service)
        {
            case "table":
                yield return (PartitionEntities, $"{line.Place}", entities);
                break;
            case "queue":
                // The host takes each message and deletes it: it does so by itself, and is not counted with the app.
                yield return (QueueMessages, line.Place.Resource, 3 * line.Requests);
                yield return (AccountRequests, "account", 2 * line.Requests);
                break;
        }
    }
}
