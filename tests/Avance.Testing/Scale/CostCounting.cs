namespace Avance.Testing.Scale;

/// <summary>Counts what each operation costs, on the real app.</summary>
/// <param name="newAccount">Hands out empty storage accounts of an Azurite.</param>
public sealed class CostCounting(Func<string> newAccount)
{
    private static readonly string[] OfTimers =
    [
        Operations.FindDue,
        Operations.Remind,
        Operations.Sweep,
        Operations.Consolidate,
    ];

    /// <summary>
    /// Has one body and then two do all their steps. What a step costs must be the same each time; what a run of a timer costs for
    /// each plan is what the second plan adds.
    /// </summary>
    public async Task<OperationCosts> CountAsync(BodyShape shape)
    {
        var costs = new Dictionary<string, OperationCost>(StringComparer.Ordinal);
        var one = await RunAsync(shape, 1, costs);
        var two = await RunAsync(shape, 2, costs);
        var ofRuns = new Dictionary<string, OperationCost>(StringComparer.Ordinal);
        foreach (var operation in OfTimers)
        {
            var each = two[operation].Minus(one[operation]);
            costs[operation] = each;
            ofRuns[operation] = one[operation].Minus(each);
        }

        costs[Operations.UploadParts] = await CountPartsAsync(shape);
        costs[Operations.Compile] = one[Operations.Compile];
        costs[Operations.LookForMail] = one[Operations.LookForMail];
        // Each mail was sent by a run of its own, which looked for it.
        costs[Operations.SendMail] = costs[Operations.SendMail].Minus(one[Operations.LookForMail]);
        return new OperationCosts(costs, ofRuns);
    }

    /// <summary>All requests of so many bodies whose steps come in any order, by place, with whatever day.</summary>
    public async Task<IReadOnlyDictionary<StoragePlace, int>> CountAsync(BodyShape shape, int bodies, int seed)
    {
        await using var app = await CountedApp.StartAsync(newAccount(), shape, bodies);
        var requests = new List<StorageRequest>();
        foreach (var step in shape.Interleave(bodies, new Random(seed)))
        {
            requests.AddRange(await app.DoAsync(step));
        }

        requests.AddRange((await app.RunTimersAsync(bodies)).Values.SelectMany(run => run));
        return requests.CountBy(request => request.Place.OfAnyDay).ToDictionary();
    }

    /// <summary>In an app of its own: a file that nobody reads would change what the others cost.</summary>
    private async Task<OperationCost> CountPartsAsync(BodyShape shape)
    {
        await using var app = await CountedApp.StartAsync(newAccount(), shape, 1);
        var enter = shape.StepsOf(0).First();
        await app.DoAsync(enter);
        var requests = await app.UploadPartsAsync(enter.Body, enter.Activity);
        return OperationCost.Of(Operations.UploadParts, BodyShape.PlanOf(0), requests);
    }

    private async Task<IReadOnlyDictionary<string, OperationCost>> RunAsync(
        BodyShape shape,
        int bodies,
        Dictionary<string, OperationCost> costs
    )
    {
        await using var app = await CountedApp.StartAsync(newAccount(), shape, bodies);
        foreach (var step in Enumerable.Range(0, bodies).SelectMany(shape.StepsOf))
        {
            Note(step.Operation, step.Body, await app.DoAsync(step));
        }

        var timers = await app.RunTimersAsync(bodies);
        return timers.ToDictionary(
            timer => timer.Key,
            timer => Cost(timer.Key, bodies, timer.Value),
            StringComparer.Ordinal
        );

        void Note(string operation, int body, IReadOnlyList<StorageRequest> requests)
        {
            var cost = OperationCost.Of(operation, BodyShape.PlanOf(body), requests);
            costs[operation] = costs.TryGetValue(operation, out var known) ? known.With(cost) : cost;
        }

        // The places of all plans count as one.
        OperationCost Cost(string operation, int count, IReadOnlyList<StorageRequest> requests) =>
            OperationCost.Of(
                operation,
                BodyShape.PlanOf(0),
                requests.Select(request =>
                    Enumerable
                        .Range(0, count)
                        .Aggregate(
                            request,
                            (one, body) => one with { Partition = one.Place.Of(BodyShape.PlanOf(body)).Partition }
                        )
                )
            );
    }
}
