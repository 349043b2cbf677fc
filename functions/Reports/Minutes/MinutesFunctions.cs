using Avance.Functions.Http;
using Avance.Functions.Reports.Exports;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Minutes;

/// <summary>The minutes of a session over HTTP, always as an attachment.</summary>
public sealed class MinutesFunctions(MinutesHandler handler)
{
    [Function("GetGroupMinutes"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/group/sessions/{sessionId}/minutes"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .WriteAsync(request.GetPlanId(), request.GetRouteText("sessionId"), request.GetCaller(), cancellationToken)
            .ToAnswerAsync(file =>
                Attachment.Answer(request.HttpContext.Response, file.Content, ReportTemplates.ContentType, file.Name)
            );
}
