using Avance.Functions.Http;
using Avance.Functions.Reports.Exports;
using Avance.Functions.Reports.Word;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.National;

/// <summary>The national level over HTTP, for the national secretariat: its semesters, one of them, its document.</summary>
public sealed class NationalFunctions(NationalReader reader)
{
    private const string Route = Routes.Api + "national";

    [Function("ListNation"), Requires(Permission.ReadAllPlans)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Json(await reader.ListAsync(cancellationToken), Json.Options);

    [Function("GetNation"), Requires(Permission.ReadAllPlans)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{period}")] HttpRequest request,
        CancellationToken cancellationToken
    ) => reader.FindAsync(request.GetPeriod(), cancellationToken).ToJsonAsync();

    [Function("GetNationReport"), Requires(Permission.ReadAllPlans)]
    public async Task<IResult> GetReportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{period}/report")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var found = await reader.FindAsync(request.GetPeriod(), cancellationToken);
        if (!found.Succeeded(out var view, out var error))
        {
            return Problem.From(error);
        }

        if (view.IsConsolidating)
        {
            // What people sign is of one moment.
            return Problem.From(Error.Conflict("national-running"));
        }

        var document = NationalComposer.Compose(view, await reader.DetailsAsync(view, cancellationToken));
        var content = new MemoryStream();
        WordWriter.Write(document, content, null);
        content.Position = 0;
        return Attachment.Answer(
            request.HttpContext.Response,
            content,
            ReportTemplates.ContentType,
            $"Consolidado nacional {view.Period}.docx"
        );
    }
}
