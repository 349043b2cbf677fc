using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Access;

/// <summary>Makes form links for the secretariat of a plan, lists and revokes them.</summary>
public sealed class FormLinkHandler(
    PlanCache plans,
    FormLinkTable table,
    ActiveLinkCache activeLinks,
    LinkTokens tokens,
    AuditTable audit,
    TimeProvider clock,
    IOptions<AccessOptions> options
)
{
    /// <summary>Makes a link.</summary>
    /// <param name="allowsSecretariat">Whether a link to the secretariat's desk may be made: on a developer's machine.</param>
    public async Task<Result<LinkView>> CreateAsync(
        PlanId id,
        LinkRequest request,
        Caller caller,
        bool allowsSecretariat,
        CancellationToken cancellationToken
    )
    {
        if (!(await plans.GetAsync(id, cancellationToken)).Succeeded(out var plan, out var error))
        {
            return error;
        }

        if (Check(plan, request, allowsSecretariat) is { } wrong)
        {
            return wrong;
        }

        var now = clock.GetUtcNow();
        var link = new FormLink(
            id,
            FormLink.NewId(),
            request.Unit,
            request.Period,
            caller.Name,
            now,
            now.AddDays(options.Value.LinkDays)
        );
        await audit.AddAsync(
            new AuditEntry(id, $"create-link|{link.Id}", now, caller.Name, "createLink", $"{link.Unit} {link.Period}"),
            cancellationToken
        );
        await table.TryAddAsync(link, cancellationToken);
        return LinkView.Of(link, FormLinkState.Active, tokens.Address(link));
    }

    /// <summary>
    /// Finds or makes a link that works. A retried mail thus carries the same link, or another once that is revoked or
    /// expired.
    /// </summary>
    /// <param name="id">The id of the first such link.</param>
    public async Task<SignedLink> EnsureAsync(
        PlanId plan,
        string id,
        UnitCode unit,
        Period period,
        string by,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var allRevokedAt = await table.FindAllRevokedAtAsync(plan, cancellationToken);
        for (var number = 0; ; number++)
        {
            var name = FormLink.Successor(id, number);
            var link = await table.FindAsync(plan, name, cancellationToken);
            if (link is null)
            {
                link = new FormLink(plan, name, unit, period, by, now, now.AddDays(options.Value.LinkDays));
                await audit.AddAsync(
                    new AuditEntry(plan, $"create-link|{name}", now, by, "createLink", $"{unit} {period}"),
                    cancellationToken
                );
                await table.TryAddAsync(link, cancellationToken);
                return new SignedLink(tokens.Address(link), link.Expires);
            }

            if (link.StateAt(now, allRevokedAt) == FormLinkState.Active)
            {
                return new SignedLink(tokens.Address(link), link.Expires);
            }
        }
    }

    /// <summary>The links of a plan, the newest one first.</summary>
    public async Task<IReadOnlyList<LinkView>> ListAsync(PlanId plan, CancellationToken cancellationToken)
    {
        var allRevokedAt = await table.FindAllRevokedAtAsync(plan, cancellationToken);
        var now = clock.GetUtcNow();
        return
        [
            .. (await table.ListAsync(plan, cancellationToken))
                .OrderByDescending(link => link.CreatedAt)
                .Select(link => LinkView.Of(link, link.StateAt(now, allRevokedAt))),
        ];
    }

    /// <summary>Revokes a link and its sessions: on this instance at once, on others within seconds.</summary>
    public async Task<Result<LinkView>> RevokeAsync(
        PlanId plan,
        string id,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (
            !FormLink.IsId(id)
            || await table.RevokeAsync(plan, id, clock.GetUtcNow(), cancellationToken) is not { } link
        )
        {
            return Error.NotFound("link-unknown", plan);
        }

        activeLinks.Forget(plan);
        var entry = new AuditEntry(
            plan,
            $"revoke-link|{id}",
            link.RevokedAt!.Value,
            caller.Name,
            "revokeLink",
            $"{link.Unit} {link.Period}"
        );
        await audit.AddAsync(entry, cancellationToken);
        return LinkView.Of(link, FormLinkState.Revoked);
    }

    /// <summary>Revokes all links made until now.</summary>
    public async Task RevokeAllAsync(PlanId plan, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await table.RevokeAllAsync(plan, now, cancellationToken);
        activeLinks.Forget(plan);
        await audit.AddAsync(new AuditEntry(plan, "revoke-links", now, caller.Name, "revokeLinks"), cancellationToken);
    }

    private static Error? Check(Plan plan, LinkRequest request, bool allowsSecretariat) =>
        request switch
        {
            { Unit: null, Period: null } when allowsSecretariat => null,
            { Unit: null } => Error.Invalid("link-without-unit", "unit"),
            { Period: null } => Error.Invalid("link-without-period", "period"),
            { Unit: { } unit } when plan.FindUnit(unit) is null => Error.Invalid("unit-unknown", "unit", unit, plan.Id),
            { Period: { } period } when plan.FindPeriod(period) is null => Error.Invalid(
                "period-unknown",
                "period",
                period,
                plan.Id
            ),
            _ => null,
        };
}
