using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reminders;

/// <summary>Reminders over HTTP: list them, pause a stage, send one now, preview one, send a test.</summary>
public sealed class ReminderFunctions(ReminderHandler handler, ReminderSamples samples)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/reminders";

    [Function("ListReminders"), Requires(Permission.ManagePlan)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => handler.ShowAsync(request.GetPlanId(), request.GetPeriod(), cancellationToken).ToJsonAsync();

    [Function("HoldReminders"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PauseAsync(
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
            .ReadJsonAsync<PauseRequest>(cancellationToken)
            .ThenAsync(body =>
                handler.PauseAsync(
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
                handler.SendAsync(
                    request.GetPlanId(),
                    request.GetPeriod(),
                    body,
                    request.GetCaller(),
                    cancellationToken
                )
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
