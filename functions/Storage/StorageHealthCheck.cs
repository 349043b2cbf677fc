using Azure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Avance.Functions.Storage;

/// <summary>Whether a storage service answers its smallest request within five seconds.</summary>
/// <param name="list">Lists what the service has; one item is read.</param>
internal sealed class StorageHealthCheck<T>(Func<CancellationToken, AsyncPageable<T>> list) : IHealthCheck
    where T : notnull
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await StorageProbe.CanReachAsync(list, cancellationToken)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus);
}
