using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Progress;

/// <summary>The receipt of what a unit sent, over HTTP.</summary>
public sealed class ReceiptFunctions(SubmissionReceiptReader receipts)
{
    [Function("GetReceipt"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/receipt"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => receipts.FindAsync(request.GetProgressAddress(), request.GetCaller(), cancellationToken).ToJsonAsync();
}
