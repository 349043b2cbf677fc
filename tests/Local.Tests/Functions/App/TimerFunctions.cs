using Microsoft.Azure.Functions.Worker;

namespace Local.Tests.Functions.App;

public sealed class TimerFunctions(Probe probe)
{
    [Function("EveryFiveMinutes")]
    public Task EveryFiveMinutes(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => probe.CallAsync(timer, cancellationToken);

    [Function("FromSetting")]
    public Task FromSetting([TimerTrigger("%Test:Schedule%")] TimerInfo timer) => probe.CallAsync(timer);

    [Function("Unmonitored")]
    public Task Unmonitored([TimerTrigger("0 */5 * * * *", UseMonitor = false)] TimerInfo timer) =>
        probe.CallAsync(timer);

    [Function("AtStart")]
    public Task AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => probe.CallAsync(timer);

    [Function("Retried")]
    [FixedDelayRetry(2, "00:00:00")]
    public async Task Retried([TimerTrigger("0 */5 * * * *")] TimerInfo timer, FunctionContext context)
    {
        await probe.CallAsync(context.RetryContext?.RetryCount ?? 0);
        throw new InvalidOperationException($"{timer.IsPastDue}");
    }
}
