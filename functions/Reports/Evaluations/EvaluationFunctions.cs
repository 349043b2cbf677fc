using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>Evaluations over HTTP: list, read, write.</summary>
public sealed class EvaluationFunctions(EvaluationHandler handler)
{
    private const string Periods = Routes.Api + "plans/{planId}/periods/{period}/";
    private const string Route = Periods + "activities/{number}/evaluation";

    [Function("ListEvaluations"), Requires(Permission.ReadReports)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Periods + "evaluations")] HttpRequest request,
        CancellationToken cancellationToken
    ) => handler.ListAsync(request.GetPlanId(), request.GetPeriod(), cancellationToken).ToJsonAsync();

    [Function("GetEvaluation"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .FindAsync(request.GetProgressAddress(), request.GetCaller(), cancellationToken)
            .ToAnswerAsync(found => VersionTag.Answer(request, found.Version, found.View));

    [Function("PutEvaluation"), Requires(Permission.ReviewProgress)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<EvaluationRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.WriteAsync(
                        request.GetProgressAddress(),
                        version,
                        body,
                        request.GetCaller(),
                        cancellationToken
                    )
                )
                .ToAnswerAsync(written => VersionTag.Answer(request, written.Version, written))
            : Problem.From(error);
}
