using System.Globalization;
using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.History;

/// <summary>The figures of earlier years over HTTP: list, import, delete.</summary>
public sealed class HistoryFunctions(HistoryHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/history";

    [Function("ListHistory"), Requires(Permission.ReadReports)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => handler.ListAsync(request.GetPlanId(), cancellationToken).ToJsonAsync();

    [Function("PutHistory"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{year}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<HistoryRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.ImportAsync(
                        request.GetPlanId(),
                        ReadYear(request),
                        version,
                        body,
                        request.GetCaller(),
                        cancellationToken
                    )
                )
                .ToAnswerAsync(year => VersionTag.Answer(request, year.Version, year))
            : Problem.From(error);

    [Function("DeleteHistory"), Requires(Permission.ManagePlan)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{year}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (VersionTag.Read(request).Succeeded(out var version, out var error))
        {
            var year = ReadYear(request);
            error = await handler.DeleteAsync(
                request.GetPlanId(),
                year,
                version,
                request.GetCaller(),
                cancellationToken
            );
        }

        return error is null ? Results.NoContent() : Problem.From(error);
    }

    /// <summary>The year of the route; 0, which no rule takes and no row has, if it is no number.</summary>
    private static int ReadYear(HttpRequest request) =>
        int.TryParse(request.GetRouteText("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : 0;
}
