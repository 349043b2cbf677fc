using System.Text.Json.Nodes;
using Spectre.Console;

namespace Avance.Samples;

/// <summary>What the units and the secretariat do with the progress of the sample plan.</summary>
internal sealed class DemoSubmissions(
    ApiClient api,
    IAnsiConsole console,
    IReadOnlyDictionary<int, string> units,
    IReadOnlyList<ReferenceProgress> reference,
    IReadOnlyList<DemoClaim> claims
)
{
    private const int AtOnce = 4;
    private readonly List<IGrouping<int, ReferenceProgress>> activities = [.. reference.GroupBy(goal => goal.Activity)];
    private readonly Dictionary<int, DemoClaim> claimed = claims.ToDictionary(claim => claim.Activity);

    /// <summary>Each unit sends its activities; one of them sends twice, as a form does after a lost connection.</summary>
    public async Task<string> SubmitAsync(CancellationToken cancellationToken)
    {
        var first = activities[0];
        var body = Submission(first);
        var receipt = await PutAsync(first.Key, 0, body, cancellationToken);
        var again = await PutAsync(first.Key, 0, body, cancellationToken);
        if (receipt.ToJsonString() != again.ToJsonString())
        {
            throw new DemoException($"The repeated submission got another receipt: {again.ToJsonString()}");
        }

        await ForEachAsync(
            "Enviando",
            activities.Skip(1).Where(activity => !IsForgotten(activity)),
            activity => PutAsync(activity.Key, 0, Submission(activity), cancellationToken),
            cancellationToken
        );
        return $"{activities.Count(activity => !IsForgotten(activity))} actividades de {units.Values.Distinct(StringComparer.Ordinal).Count()} unidades, una dos veces con el mismo recibo";
    }

    /// <summary>What a unit forgot is sent after all.</summary>
    public async Task<string> SubmitForgottenAsync(CancellationToken cancellationToken)
    {
        var forgotten = activities.Where(IsForgotten).ToList();
        foreach (var activity in forgotten)
        {
            await PutAsync(activity.Key, 0, Submission(activity), cancellationToken);
        }

        return $"actividad {string.Join(", ", forgotten.Select(activity => activity.Key))}, fuera de plazo";
    }

    /// <summary>The secretariat returns one activity, its unit sends it again, and all are accepted.</summary>
    public async Task<string> ReviewAsync(CancellationToken cancellationToken)
    {
        var first = activities[0];
        await ReviewAsync(
            first.Key,
            1,
            "return",
            "Precise en qué documento consta la reprogramación.",
            cancellationToken
        );
        await PutAsync(first.Key, 2, Submission(first), cancellationToken);
        await ForEachAsync(
            "Aceptando",
            activities,
            activity => ReviewAsync(activity.Key, activity.Key == first.Key ? 3 : 1, "accept", "", cancellationToken),
            cancellationToken
        );
        return $"1 observada y subsanada, {activities.Count} aceptadas";
    }

    private static string Address(int activity) =>
        $"api/plans/{SamplePlan.Id}/periods/{SamplePlan.Period}/activities/{activity}/progress";

    private async Task<JsonNode> PutAsync(
        int activity,
        int version,
        JsonObject body,
        CancellationToken cancellationToken
    ) =>
        (
            await api.SendAsync(
                HttpMethod.Put,
                Address(activity),
                SamplePlan.Reporter(units[activity]),
                SamplePlan.JsonContentOf(body),
                version,
                cancellationToken
            )
        )!;

    private async Task<JsonNode> ReviewAsync(
        int activity,
        int version,
        string decision,
        string observation,
        CancellationToken cancellationToken
    )
    {
        var body = new JsonObject
        {
            ["reviewId"] = Guid.NewGuid(),
            ["decision"] = decision,
            ["observation"] = observation,
        };
        return (
            await api.SendAsync(
                HttpMethod.Post,
                $"{Address(activity)}/review",
                SamplePlan.Secretariat,
                SamplePlan.JsonContentOf(body),
                version,
                cancellationToken
            )
        )!;
    }

    private bool IsForgotten(IGrouping<int, ReferenceProgress> activity) =>
        claimed.TryGetValue(activity.Key, out var claim) && !claim.IsSent;

    /// <summary>What the sample evidence belongs to or, without any, what the ministry published.</summary>
    private JsonObject Submission(IGrouping<int, ReferenceProgress> activity)
    {
        if (!claimed.TryGetValue(activity.Key, out var claim))
        {
            return Published(activity);
        }

        var body = claim.Progress.DeepClone().AsObject();
        body["submissionId"] = Guid.NewGuid();
        body["action"] = "submit";
        return body;
    }

    private static JsonObject Published(IGrouping<int, ReferenceProgress> activity) =>
        new()
        {
            ["submissionId"] = Guid.NewGuid(),
            ["action"] = "submit",
            ["goals"] = new JsonArray([.. activity.Select(goal => goal.ToEntry())]),
            ["documentsCited"] = new JsonArray([
                .. activity
                    .SelectMany(goal => goal.Documents)
                    .Distinct(StringComparer.Ordinal)
                    .Select(document => JsonValue.Create(document)),
            ]),
        };

    private Task ForEachAsync(
        string title,
        IEnumerable<IGrouping<int, ReferenceProgress>> items,
        Func<IGrouping<int, ReferenceProgress>, Task> act,
        CancellationToken cancellationToken
    ) =>
        console
            .Progress()
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var list = items.ToList();
                var bar = context.AddTask(title, maxValue: list.Count);
                var options = new ParallelOptions
                {
                    MaxDegreeOfParallelism = AtOnce,
                    CancellationToken = cancellationToken,
                };
                await Parallel.ForEachAsync(
                    list,
                    options,
                    async (item, _) =>
                    {
                        await act(item);
                        bar.Increment(1);
                    }
                );
            });
}
