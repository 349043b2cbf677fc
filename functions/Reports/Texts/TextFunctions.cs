using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Reports.Texts;

/// <summary>The texts of a report over HTTP: list, edit, give the draft back.</summary>
public sealed class TextFunctions(TextHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/reports/{period}/texts";

    [Function("ListTexts"), Requires(Permission.ReadReports)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) => handler.ListAsync(request.GetPlanId(), request.GetPeriod(), cancellationToken).ToJsonAsync(all => all.Merge());

    [Function("PutText"), Requires(Permission.ManagePlan)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{section}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (plan, period, caller) = (request.GetPlanId(), request.GetPeriod(), request.GetCaller());
        if (!Address(request).Succeeded(out var address, out var error))
        {
            return Problem.From(error);
        }

        var (section, seen) = address;
        return await request
            .ReadJsonAsync<TextRequest>(cancellationToken)
            .ThenAsync(body => handler.SaveAsync(plan, period, section, seen, body, caller, cancellationToken))
            .ToAnswerAsync(text => VersionTag.Answer(request, text.Version, text));
    }

    [Function("WithdrawText"), Requires(Permission.ManagePlan)]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{section}")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (plan, period, caller) = (request.GetPlanId(), request.GetPeriod(), request.GetCaller());
        if (!Address(request).Succeeded(out var address, out var error))
        {
            return Problem.From(error);
        }

        return await handler
            .WithdrawAsync(plan, period, address.Section, address.Seen, caller, cancellationToken)
            .ToAnswerAsync(text => VersionTag.Answer(request, text.Version, text));
    }

    private static Result<(TextSection Section, int Seen)> Address(HttpRequest request)
    {
        var text = request.GetRouteText("section");
        return !TextSection.TryParse(text, null, out var section) ? Error.NotFound("text-unknown", text)
            : VersionTag.Read(request).Succeeded(out var seen, out var error) ? (section, seen)
            : error;
    }
}
