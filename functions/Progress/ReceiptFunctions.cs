using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Progress;

/// <summary>The receipt of what a unit sent, over HTTP.</summary>
public sealed class ReceiptFunctions(SubmissionReceipts receipts)
{
    [Function("GetReceipt"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetReceiptAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/activities/{number}/receipt"
        )]
            HttpRequest request,
        string planId,
        string period,
        string number,
        CancellationToken cancellationToken
    ) =>
        ProgressAddress.At(
            planId,
            period,
            number,
            async address =>
                Problem.Or(
                    await receipts.FindAsync(address, request.GetCaller(), cancellationToken),
                    receipt => Results.Json(receipt, Json.Options)
                )
        );
}
