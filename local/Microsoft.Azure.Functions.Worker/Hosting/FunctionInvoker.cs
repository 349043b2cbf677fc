using System.Diagnostics;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Runs one invocation through the middleware, and writes one line about it.</summary>
internal sealed partial class FunctionInvoker(
    FunctionExecutionDelegate pipeline,
    IServiceScopeFactory scopes,
    ILoggerFactory loggers,
    Shutdown shutdown,
    Func<QueueOutput> output
)
{
    /// <summary>Never throws for what the function does: it is logged here, and the trigger asks for the outcome.</summary>
    public async Task<InvocationOutcome> InvokeAsync(
        DiscoveredFunction function,
        TriggerInput input,
        CancellationToken cancellationToken
    )
    {
        var invocationId = Guid.NewGuid().ToString();
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        var started = Stopwatch.GetTimestamp();
        using var running = shutdown.Enter();
        using var cancellation = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, shutdown.CancelRunning)
            : null;
        var cancelled = cancellation?.Token ?? shutdown.CancelRunning;
        var outcome = InvocationOutcome.Failed;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = new InvocationContext(invocationId, function, input, scope.ServiceProvider, cancelled);
            await pipeline(context);
            if (function.Output is { } queue && input.Http is null)
            {
                await output().SendAsync(queue, context.GetInvocationResult().Value, cancelled);
            }

            outcome = InvocationOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            outcome = InvocationOutcome.Cancelled;
        }
        // Whatever a function throws ends here: the trigger retries, poisons or answers 500.
        catch (Exception exception)
        {
            Log.Failure(logger, exception, function.Name, invocationId);
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (input.Answer(outcome) is { } status)
        {
            Log.Answered(logger, function.Name, invocationId, elapsed, outcome, status);
        }
        else
        {
            Log.Executed(logger, function.Name, invocationId, elapsed, outcome);
        }

        return outcome;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "{Function} (Id={InvocationId}) {Outcome} in {Milliseconds:0.0} ms",
            EventName = "Executed"
        )]
        public static partial void Executed(
            ILogger logger,
            string function,
            string invocationId,
            double milliseconds,
            InvocationOutcome outcome
        );

        // As in Azure, a function that answers 503 has succeeded: the status is what tells.
        [LoggerMessage(
            3,
            LogLevel.Information,
            "{Function} (Id={InvocationId}) {Outcome}, answered {Status} in {Milliseconds:0.0} ms",
            EventName = "Answered"
        )]
        public static partial void Answered(
            ILogger logger,
            string function,
            string invocationId,
            double milliseconds,
            InvocationOutcome outcome,
            int status
        );

        [LoggerMessage(2, LogLevel.Error, "{Function} (Id={InvocationId}) threw", EventName = "Failure")]
        public static partial void Failure(ILogger logger, Exception exception, string function, string invocationId);
    }
}

internal enum InvocationOutcome
{
    Failed,
    Succeeded,
    Cancelled,
}
