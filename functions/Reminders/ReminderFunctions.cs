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
        CancellationToken cancellationToken
    ) => desk.ShowAsync(request.GetPlanId(), request.GetPeriod(), cancellationToken).ToJsonAsync();

    [Function("HoldReminders"), Requires(Permission.ManagePlan)]
    public async Task<IResult> HoldAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{stage}/hold")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var name = request.GetRouteText("stage");
        if (!ReminderStage.TryParse(name, null, out var stage))
        {
            return Problem.From(Error.NotFound("stage-unknown", name));
        }

        return await request
            .ReadJsonAsync<HoldRequest>(cancellationToken)
            .ThenAsync(body =>
                desk.HoldAsync(
                    request.GetPlanId(),
                    request.GetPeriod(),
                    stage,
                    body,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            .ToJsonAsync();
    }

    [Function("SendReminder"), Requires(Permission.ManagePlan)]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/send")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<SendRequest>(cancellationToken)
            .ThenAsync(body =>
                desk.SendAsync(request.GetPlanId(), request.GetPeriod(), body, request.GetCaller(), cancellationToken)
            )
            .ToJsonAsync();

    [Function("PreviewReminder"), Requires(Permission.ManagePlan)]
    public Task<IResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/preview")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        samples
            .PreviewAsync(
                request.GetPlanId(),
                request.GetPeriod(),
                request.Query["unit"],
                request.Query["stage"],
                cancellationToken
            )
            .ToJsonAsync();

    [Function("TestReminder"), Requires(Permission.ManagePlan)]
    public Task<IResult> TestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/test")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<TestRequest>(cancellationToken)
            .ThenAsync(body =>
                samples.TestAsync(
                    request.GetPlanId(),
                    request.GetPeriod(),
                    body,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            .ToJsonAsync();
}
