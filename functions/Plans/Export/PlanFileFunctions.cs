using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Plans.Export;

/// <summary>Plans as files over HTTP.</summary>
public sealed class PlanFileFunctions(PlanFileHandler handler)
{
    [Function("GetPlanFile"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plans/{planId}/file")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .WriteAsync(request.GetPlanId(), request.Query["format"], request.GetCaller(), cancellationToken)
            .ToAnswerAsync(Answer);

    [Function("GetPlanTemplate"), Requires(Permission.SignIn)]
    public static Task<IResult> GetTemplateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Api + "plan-template")] HttpRequest request
    ) =>
        Task.FromResult(PlanFileHandler.WriteTemplate(request.Query["format"], request.Query["kind"]))
            .ToAnswerAsync(Answer);

    private static IResult Answer(PlanDownload file) => Results.File(file.Content, file.ContentType, file.Name);
}
