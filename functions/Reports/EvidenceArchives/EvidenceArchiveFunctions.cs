using Avance.Functions.Http;
using Avance.Functions.Reports.Exports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.EvidenceArchives;

/// <summary>All evidence of a plan or unit in a period as one file.</summary>
public sealed class EvidenceArchiveFunctions(EvidenceArchiveHandler handler)
{
    [Function("GetEvidenceArchive"), Requires(Permission.ReadReports)]
    public Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/evidence-archive"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        handler
            .OpenAsync(
                request.GetPlanId(),
                request.GetPeriod(),
                request.Query["unit"],
                request.GetCaller(),
                cancellationToken
            )
            .ToAnswerAsync(archive => Answer(request.HttpContext, archive));

    private static IResult Answer(HttpContext http, EvidenceArchive archive)
    {
        http.Response.Headers.ContentSecurityPolicy = Attachment.Policy;
        // The archive writes the few bytes around each file synchronously, which the server would refuse.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        return Results.Stream(
            async output =>
            {
                try
                {
                    await archive.WriteAsync(output, http.RequestAborted);
                }
                catch (Exception)
                {
                    // The answer has begun: a connection that breaks is the only way left to say that it is not whole.
                    http.Abort();
                    throw;
                }
            },
            "application/zip",
            archive.FileName
        );
    }
}
