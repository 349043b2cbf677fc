using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Exports;

/// <summary>Exports of reports over HTTP: ask for one, see how it stands, fetch its file.</summary>
public sealed class ExportFunctions(ExportHandler handler, ExportTable exports)
{
    private const string Route = Routes.Api + "plans/{planId}/reports/{period}/exports";

    [Function("PostExport"), Requires(Permission.ManagePlan)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        request
            .ReadJsonAsync<ExportRequest>(cancellationToken)
            .ThenAsync(body =>
                handler.RequestAsync(
                    request.GetPlanId(),
                    request.GetPeriod(),
                    body,
                    request.GetCaller(),
                    cancellationToken
                )
            )
            .ToAnswerAsync(export =>
            {
                var address = $"/api/plans/{export.Plan}/reports/{export.Period}/exports/{export.Id}";
                request.HttpContext.Response.Headers.Location = address;
                return Results.Json(ExportView.Of(export), Json.Options, statusCode: StatusCodes.Status202Accepted);
            });

    [Function("ListExports"), Requires(Permission.ReadReports)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        Results.Json(
            (await exports.ListAsync(request.GetPlanId(), request.GetPeriod(), cancellationToken)).Select(
                ExportView.Of
            ),
            Json.Options
        );

    [Function("GetExport"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .FindAsync(request.GetPlanId(), request.GetPeriod(), request.GetRouteText("id"), cancellationToken)
            .ToJsonAsync(ExportView.Of);

    [Function("GetExportFile"), Requires(Permission.ReadReports)]
    public Task<IResult> GetFileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{id}/file")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .OpenAsync(request.GetPlanId(), request.GetPeriod(), request.GetRouteText("id"), cancellationToken)
            .ToAnswerAsync(file =>
                Attachment.Answer(
                    request.HttpContext.Response,
                    file.Content,
                    ExportWriter.ContentTypeOf(file.Export.Format),
                    file.Export.FileName
                )
            );
}
