using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Access;

/// <summary>Names and dismisses the members of a plan, with an audit entry.</summary>
public sealed class MemberHandler(PlanCache plans, MemberTable rows, AuditTable audit, TimeProvider clock)
{
    public Task<IReadOnlyList<Member>> ListAsync(PlanId plan, CancellationToken cancellationToken) =>
        rows.ListAsync(plan, cancellationToken);

    /// <summary>Gives a member a role in the plan, in place of an earlier one.</summary>
    public async Task<Result<Member>> PutAsync(
        PlanId plan,
        Guid id,
        MemberRequest request,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var current = await rows.FindAsync(plan, id, cancellationToken);
        var error =
            MemberRules.MayChange(caller, current?.Role ?? request.Role)
            ?? MemberRules.MayChange(caller, request.Role)
            ?? await CheckAsync(plan, request, cancellationToken);
        if (error is not null)
        {
            return error;
        }

        if (current is not null && (current.Role, current.Unit) == (request.Role, request.Unit))
        {
            return current;
        }

        var member = new Member(plan, id, request.Role, request.Unit, caller.Name, clock.GetUtcNow());
        await AuditAsync("nameMember", member, caller, cancellationToken);
        await rows.PutAsync(member, cancellationToken);
        return member;
    }

    /// <summary>Dismisses a member. Succeeds if there is none.</summary>
    public async Task<Error?> DeleteAsync(PlanId plan, Guid id, Caller caller, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(plan, id, cancellationToken) is not { } current)
        {
            return null;
        }

        if (MemberRules.MayChange(caller, current.Role) is { } error)
        {
            return error;
        }

        await AuditAsync("dismissMember", current, caller, cancellationToken);
        await rows.DeleteAsync(plan, id, cancellationToken);
        return null;
    }

    /// <summary>The plan need not exist yet: its first secretariat imports it.</summary>
    private async Task<Error?> CheckAsync(PlanId id, MemberRequest request, CancellationToken cancellationToken)
    {
        if (request.Role is not (Role.UnitReporter or Role.Reader or Role.Secretariat))
        {
            return Error.Invalid("member-role", "role");
        }

        if (request.Role != Role.UnitReporter)
        {
            return request.Unit is null ? null : Error.Invalid("member-with-unit", "unit");
        }

        if (request.Unit is not { } unit)
        {
            return Error.Invalid("member-without-unit", "unit");
        }

        return !(await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out var error) ? error
            : plan.FindUnit(unit) is null ? Error.Invalid("unit-unknown", "unit", unit, id)
            : null;
    }

    private Task AuditAsync(string action, Member member, Caller caller, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry(
            member.Plan,
            $"{action}|{member.Id:D}",
            clock.GetUtcNow(),
            caller.Name,
            action,
            $"{member.Id:D}",
            Details: $"{member.Role} {member.Unit}".TrimEnd()
        );
        return audit.AddAsync(entry, cancellationToken);
    }
}
