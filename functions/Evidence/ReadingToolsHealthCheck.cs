using Avance.Functions.Documents.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Avance.Functions.Evidence;

/// <summary>Whether the programs are there that PDFs and pictures are read with.</summary>
internal sealed class ReadingToolsHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            ReadingTools.Missing().Count == 0
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus)
        );
}
