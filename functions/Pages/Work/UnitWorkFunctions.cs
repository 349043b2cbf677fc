using System.Globalization;
using Avance.Functions.Http;
using Avance.Functions.Progress;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages.Work;

/// <summary>What the unit's form reads besides progress itself.</summary>
public sealed class UnitWorkFunctions(UnitWork work, SubmissionReceipts receipts)
{
    [Function("GetUnitWork"), Requires(Permission.ReadPlan)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/periods/{period}/units/{unit}/work"
        )]
            HttpRequest request,
        string planId,
        string period,
        string unit,
        CancellationToken cancellationToken
    ) =>
        Problem.Or(
            await work.FindAsync(
                PlanId.Parse(planId, CultureInfo.InvariantCulture),
                period,
                unit,
                request.GetCaller(),
                cancellationToken
            ),
            view => Results.Json(view, Json.Options)
        );

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
