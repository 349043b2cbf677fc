using Microsoft.Extensions.Caching.Memory;

namespace Avance.Functions.Access;

/// <summary>
/// Looks up whether a link works. What the table says is remembered for some seconds: pages ask in bursts, and so long
/// may a link that another instance revoked still work here.
/// </summary>
public sealed class OpenLinks(FormLinkTable table, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly MemoryCacheEntryOptions OneLink = new() { Size = 1 };
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <returns>The link; null if there is none, or it is expired or revoked.</returns>
    public async Task<FormLink?> FindAsync(PlanId plan, string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGetValue<Known>((plan, id), out var found) || now - found!.ReadAt >= Fresh)
        {
            var link = table.FindAsync(plan, id, cancellationToken);
            var allRevokedAt = table.FindAllRevokedAtAsync(plan, cancellationToken);
            await Task.WhenAll(link, allRevokedAt);
            found = new Known(await link, await allRevokedAt, now);
            known.Set((plan, id), found, OneLink);
        }

        return found.Link?.StateAt(now, found.AllRevokedAt) == FormLinkState.Active ? found.Link : null;
    }

    /// <summary>Something of the plan was revoked here.</summary>
    public void Forget(PlanId plan)
    {
        foreach (var key in known.Keys.Where(key => (((PlanId Plan, string Id))key).Plan == plan).ToArray())
        {
            known.Remove(key);
        }
    }

    public void Dispose() => known.Dispose();

    private sealed record Known(FormLink? Link, DateTimeOffset? AllRevokedAt, DateTimeOffset ReadAt);
}
