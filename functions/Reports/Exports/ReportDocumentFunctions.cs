using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Exports;

/// <summary>The report as a page shows it, with the sections and figures of the Word file.</summary>
public sealed class ReportDocumentFunctions(ExportSourceReader sources, BusinessCalendar calendar)
{
    [Function("GetReportDocument"), Requires(Permission.ReadReports)]
    public async Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = Routes.Api + "plans/{planId}/reports/{period}/document"
        )]
            HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var scope = request.Query["scope"] == "year" ? ExportScope.Year : ExportScope.Semester;
        try
        {
            return await sources
                .ReadAsync(request.GetPlanId(), request.GetPeriod(), scope, cancellationToken)
                .ToJsonAsync(read => read.Compose(calendar));
        }
        catch (CompilationBusyException)
        {
            return Problem.From(Error.Conflict("report-busy"));
        }
    }
}
