using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Exports;

/// <summary>The Word template of a plan's reports over HTTP.</summary>
public sealed class TemplateFunctions(TemplateHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/report-template";

    [Function("PutReportTemplate"), Requires(Permission.ManagePlan)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => handler.SaveAsync(request.GetPlanId(), request, cancellationToken).ToJsonAsync();

    [Function("GetReportTemplate"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .FindAsync(request.GetPlanId(), cancellationToken)
            .ToAnswerAsync(content =>
                Attachment.Answer(
                    request.HttpContext.Response,
                    content.ToStream(),
                    ReportTemplates.ContentType,
                    $"plantilla-{request.GetPlanId()}.docx"
                )
            );

    [Function("DeleteReportTemplate"), Requires(Permission.ManagePlan)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        await handler.DeleteAsync(request.GetPlanId(), request.GetCaller(), cancellationToken);
        return Results.NoContent();
    }
}
