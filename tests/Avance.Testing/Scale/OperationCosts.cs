namespace Avance.Testing.Scale;

/// <summary>The counted costs of all operations.</summary>
/// <param name="ofEach">By operation; those of timers for each plan.</param>
/// <param name="ofRuns">What a run of a timer costs besides.</param>
public sealed class OperationCosts(
    IReadOnlyDictionary<string, OperationCost> ofEach,
    IReadOnlyDictionary<string, OperationCost> ofRuns
)
{
    public const string TableHead = "| operation | requests | of them on |";

    public IEnumerable<OperationCost> All => ofEach.Values;

    public OperationCost this[string operation] => ofEach[operation];

    public OperationCost OfRun(string operation) => ofRuns[operation];

    /// <summary>How many requests each place gets from so many bodies, if all of them do everything.</summary>
    public IReadOnlyDictionary<StoragePlace, int> Predict(BodyShape shape, int bodies)
    {
        var requests = new Dictionary<StoragePlace, int>();
        for (var body = 0; body < bodies; body++)
        {
            foreach (var step in shape.StepsOf(body))
            {
                Add(this[step.Operation], BodyShape.PlanOf(body));
                if (step.Operation == Operations.SendMail)
                {
                    // Each by a run of its own.
                    Add(this[Operations.LookForMail], BodyShape.PlanOf(body));
                }
            }

            foreach (var operation in ofRuns.Keys.Append(Operations.Compile))
            {
                Add(this[operation], BodyShape.PlanOf(body));
            }
        }

        foreach (var run in ofRuns.Values.Append(this[Operations.LookForMail]))
        {
            Add(run, BodyShape.PlanOf(0));
        }

        return requests.Where(place => place.Value != 0).ToDictionary();

        void Add(OperationCost cost, PlanId plan)
        {
            foreach (var line in cost.Lines)
            {
                var place = line.Place.For(plan);
                requests[place] = requests.GetValueOrDefault(place) + line.Requests;
            }
        }
    }

    /// <summary>The table of docs/scale.md.</summary>
    public string ToMarkdown() =>
        string.Join(
            '\n',
            [
                TableHead,
                "|---|---|---|",
                .. All.OrderBy(cost => cost.Operation, StringComparer.Ordinal)
                    .Select(cost =>
                        $"| {cost.Operation} | {cost.Requests} | {$"{cost}".Replace("|", "\\|", StringComparison.Ordinal)} |"
                    ),
            ]
        );
}
