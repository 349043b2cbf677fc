using Microsoft.Azure.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Timers;

internal sealed class TimerInput(TimerInfo timer) : TriggerInput
{
    public override ValueTask<object?> ReadAsync(Type type, CancellationToken cancellationToken) =>
        type == typeof(TimerInfo) ? new(timer) : throw CannotBind(type);
}

internal sealed class TimerRetry(int count, int max) : RetryContext
{
    public override int RetryCount => count;

    public override int MaxRetryCount => max;
}
