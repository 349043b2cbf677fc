using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Avance.Functions.Reminders.Sending;

/// <summary>
/// Whether SendGrid answers, if there is a key for it. It is asked for nothing, and without the key; an answer holds for a
/// minute, so that probes of all replicas are no traffic.
/// </summary>
public sealed class MailHealthCheck(IOptions<MailOptions> options, TimeProvider clock) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private (DateTimeOffset At, bool Answered)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        options.Value.ApiKey.Length == 0 || await AnswersAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus);

    public void Dispose() => http.Dispose();

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (last is { } known && now - known.At < Kept)
        {
            return known.Answered;
        }

        var answered = await AskAsync(cancellationToken);
        last = (now, answered);
        return answered;
    }

    /// <returns>True for any answer: whether the key is taken is seen when a mail is sent.</returns>
    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, options.Value.Host);
            using var answer = await http.SendAsync(request, cancellationToken);
            return true;
        }
        catch (Exception error)
            when (error is HttpRequestException
                || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return false;
        }
    }
}
