using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reminders.Groups;

/// <summary>Calls to sessions, what became of their mails, and the timer that plans the mails of groups.</summary>
public sealed class GroupCallFunctions(GroupCallHandler handler, CallMailReader mails, GroupMailPlanner planner)
{
    private const string Route = Routes.Api + "plans/{planId}/group/sessions/{sessionId}";

    [Function("CallGroupSession"), Requires(Permission.ManagePlan)]
    public Task<IResult> CallAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/call")] HttpRequest request,
        CancellationToken cancellationToken
    ) => AnswerAsync(request, handler.CallAsync, cancellationToken);

    [Function("CancelGroupSession"), Requires(Permission.ManagePlan)]
    public Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/cancellation")] HttpRequest request,
        CancellationToken cancellationToken
    ) => AnswerAsync(request, handler.CancelAsync, cancellationToken);

    [Function("ListCallMails"), Requires(Permission.ReadReports)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/mails")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        mails
            .ListAsync(request.GetPlanId(), request.GetRouteText("sessionId"), request.GetCaller(), cancellationToken)
            .ToJsonAsync();

    [Function("PlanGroupMails")]
    public Task PlanAsync(
        [TimerTrigger("%Reminders:Schedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => planner.RunAsync(cancellationToken);

    private static async Task<IResult> AnswerAsync(
        HttpRequest request,
        Func<PlanId, string, int, Caller, CancellationToken, Task<Result<CalledSession>>> change,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await change(
                    request.GetPlanId(),
                    request.GetRouteText("sessionId"),
                    version,
                    request.GetCaller(),
                    cancellationToken
                )
                .ToAnswerAsync(called => VersionTag.Answer(request, called.Session.Session.Version, called))
            : Problem.From(error);
}
