using Avance.Functions.Http;
using Avance.Functions.Progress;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages.Work;

/// <summary>What the unit's form reads besides progress itself.</summary>
public sealed class UnitWorkFunctions(UnitWork work, SubmissionReceipts receipts)
{
    private const string Route = Routes.Api + "plans/{planId}/periods/{period}/";

    [Function("GetUnitWork"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "units/{unit}/work")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        work.FindAsync(
                request.GetPlanId(),
                request.GetPeriod(),
                request.GetRouteText("unit"),
                request.GetCaller(),
                cancellationToken
            )
            .ToJsonAsync();

    [Function("GetReceipt"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "activities/{number}/receipt")]
            HttpRequest request,
        CancellationToken cancellationToken
    ) => receipts.FindAsync(request.GetProgressAddress(), request.GetCaller(), cancellationToken).ToJsonAsync();
}
