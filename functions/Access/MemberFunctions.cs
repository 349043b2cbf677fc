using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Access;

/// <summary>The members of a plan over HTTP: list, name, dismiss.</summary>
public sealed class MemberFunctions(Members members)
{
    private const string Route = Routes.Api + "plans/{planId}/members";

    [Function("ListMembers"), Requires(Permission.NameMembers)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string planId,
        CancellationToken cancellationToken
    ) => Results.Json(await members.ListAsync(PlanId.Parse(planId, null), cancellationToken), Json.Options);

    [Function("PutMember"), Requires(Permission.NameMembers)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{memberId}")] HttpRequest request,
        string planId,
        string memberId,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(memberId, out var id))
        {
            return Problem.From(Error.Invalid("member-id", "memberId"));
        }

        if (
            !(await JsonBody.ReadAsync<MemberRequest>(request, cancellationToken)).Succeeded(
                out var body,
                out var wrong
            )
        )
        {
            return Problem.From(wrong);
        }

        var plan = PlanId.Parse(planId, null);
        return Problem.Or(
            await members.PutAsync(plan, id, body, request.GetCaller(), cancellationToken),
            member => Results.Json(member, Json.Options)
        );
    }

    [Function("DeleteMember"), Requires(Permission.NameMembers)]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{memberId}")] HttpRequest request,
        string planId,
        string memberId,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(memberId, out var id))
        {
            return Problem.From(Error.Invalid("member-id", "memberId"));
        }

        var plan = PlanId.Parse(planId, null);
        return await members.DeleteAsync(plan, id, request.GetCaller(), cancellationToken) is { } error
            ? Problem.From(error)
            : Results.NoContent();
    }
}
