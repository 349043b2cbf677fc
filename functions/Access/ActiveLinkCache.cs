using Microsoft.Extensions.Caching.Memory;

namespace Avance.Functions.Access;

/// <summary>
/// Looks up whether a link works. The answer is cached for 10 seconds, since pages send requests in bursts: a link
/// revoked on another instance may work here for that long.
/// </summary>
public sealed class ActiveLinkCache(FormLinkTable table, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan CacheLifetime = TimeSpan.FromSeconds(10);
    private static readonly MemoryCacheEntryOptions OneLink = new() { Size = 1 };
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <returns>The link; null if there is none, or it is expired or revoked.</returns>
    public async Task<FormLink?> FindAsync(PlanId plan, string id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!cache.TryGetValue<CachedLink>((plan, id), out var found) || now - found!.ReadAt >= CacheLifetime)
        {
            var link = table.FindAsync(plan, id, cancellationToken);
            var allRevokedAt = table.FindAllRevokedAtAsync(plan, cancellationToken);
            await Task.WhenAll(link, allRevokedAt);
            found = new CachedLink(await link, await allRevokedAt, now);
            cache.Set((plan, id), found, OneLink);
        }

        return found.Link?.StateAt(now, found.AllRevokedAt) == FormLinkState.Active ? found.Link : null;
    }

    /// <summary>Drops the plan's links after a revocation.</summary>
    public void Forget(PlanId plan)
    {
        foreach (var key in cache.Keys.Where(key => (((PlanId Plan, string Id))key).Plan == plan).ToArray())
        {
            cache.Remove(key);
        }
    }

    public void Dispose() => cache.Dispose();

    private sealed record CachedLink(FormLink? Link, DateTimeOffset? AllRevokedAt, DateTimeOffset ReadAt);
}
