using System.Globalization;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reminders;

/// <summary>Reminders over HTTP: see them, hold a stage, send one now, read one, send a test.</summary>
public sealed class ReminderFunctions(ReminderDesk desk, ReminderSamples samples)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/reminders";

    [Function("ListReminders"), Requires(Permission.ManagePlan)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellationToken
    ) => AtAsync(planId, period, (plan, semester) => desk.ShowAsync(plan, semester, cancellationToken));

    [Function("HoldReminders"), Requires(Permission.ManagePlan)]
    public Task<IResult> HoldAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{stage}/hold")] HttpRequest request,
        string planId,
        string period,
        string stage,
        CancellationToken cancellationToken
    ) =>
        AtAsync<Hold>(
            planId,
            period,
            async (plan, semester) =>
                !ReminderStage.TryParse(stage, null, out var known) ? Error.NotFound("stage-unknown", stage)
                : (await JsonBody.ReadAsync<HoldRequest>(request, cancellationToken)).Succeeded(
                    out var body,
                    out var error
                )
                    ? await desk.HoldAsync(plan, semester, known, body, request.GetCaller(), cancellationToken)
                : error
        );

    [Function("SendReminder"), Requires(Permission.ManagePlan)]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/send")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellationToken
    ) =>
        AtAsync<int>(
            planId,
            period,
            async (plan, semester) =>
                (await JsonBody.ReadAsync<SendRequest>(request, cancellationToken)).Succeeded(
                    out var body,
                    out var error
                )
                    ? await desk.SendAsync(plan, semester, body, request.GetCaller(), cancellationToken)
                    : error
        );

    [Function("PreviewReminder"), Requires(Permission.ManagePlan)]
    public Task<IResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/preview")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellationToken
    ) =>
        AtAsync(
            planId,
            period,
            (plan, semester) =>
                samples.PreviewAsync(plan, semester, request.Query["unit"], request.Query["stage"], cancellationToken)
        );

    [Function("TestReminder"), Requires(Permission.ManagePlan)]
    public Task<IResult> TestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/test")] HttpRequest request,
        string planId,
        string period,
        CancellationToken cancellationToken
    ) =>
        AtAsync<Sending.SendOutcome>(
            planId,
            period,
            async (plan, semester) =>
                (await JsonBody.ReadAsync<TestRequest>(request, cancellationToken)).Succeeded(
                    out var body,
                    out var error
                )
                    ? await samples.TestAsync(plan, semester, body, request.GetCaller(), cancellationToken)
                    : error
        );

    private static async Task<IResult> AtAsync<T>(
        string planId,
        string period,
        Func<PlanId, Period, Task<Result<T>>> act
    )
        where T : notnull =>
        Period.TryParse(period, null, out var semester)
            ? Problem.Or(
                await act(PlanId.Parse(planId, CultureInfo.InvariantCulture), semester),
                value => Results.Json(value, Json.Options)
            )
            : Problem.From(Error.NotFound("period-unknown", period, planId));
}
