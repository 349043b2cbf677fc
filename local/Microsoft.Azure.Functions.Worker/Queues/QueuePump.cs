using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Queues;

/// <summary>Takes messages from a queue and has each handled: deleted when that went well, or else tried again.</summary>
internal sealed partial class QueuePump(
    QueueClient queue,
    QueueSettings settings,
    Func<QueueMessage, CancellationToken, Task<InvocationOutcome>> handle,
    Func<QueueMessage, Task> poison,
    ILogger logger
)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    private readonly List<Task> handling = [];
    private TaskCompletionSource woken = NewSignal();

    /// <summary>Has the queue looked at now. For the process that put something in.</summary>
    public void Wake() => woken.TrySetResult();

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: stopping);
            await PumpAsync(stopping);
        }
        finally
        {
            await Task.WhenAll(handling);
            handling.Clear();
        }
    }

    private async Task PumpAsync(CancellationToken stopping)
    {
        var pause = ShortestPause;
        while (true)
        {
            while (handling.Count > settings.NewBatchThreshold)
            {
                await Task.WhenAny(handling).WaitAsync(stopping);
                handling.RemoveAll(task => task.IsCompleted);
            }

            // Before looking: what is put in from here on calls again.
            woken = NewSignal();
            // Not cancelled half way: messages that were received would stay hidden and count as tried.
            stopping.ThrowIfCancellationRequested();
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(
                settings.BatchSize,
                settings.MessageLock,
                CancellationToken.None
            );
            foreach (var message in messages)
            {
                handling.Add(Task.Run(() => HandleAsync(message), CancellationToken.None));
            }

            if (messages.Length > 0)
            {
                pause = ShortestPause;
                continue;
            }

            var first = await Task.WhenAny(woken.Task, Task.Delay(pause, stopping));
            pause = first == woken.Task ? ShortestPause : Longer(pause);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TimeSpan Longer(TimeSpan pause) =>
        pause * 2 < settings.MaxPollingInterval ? pause * 2 : settings.MaxPollingInterval;

    private async Task HandleAsync(QueueMessage message)
    {
        try
        {
            var receipt = message.PopReceipt;
            var outcome = InvocationOutcome.Failed;
            if (message.DequeueCount <= settings.MaxDequeueCount)
            {
                (outcome, receipt) = await HandleHiddenAsync(message);
            }

            if (outcome is InvocationOutcome.Failed && message.DequeueCount >= settings.MaxDequeueCount)
            {
                await poison(message);
                Log.Poisoned(logger, message.MessageId, queue.Name, message.DequeueCount);
                outcome = InvocationOutcome.Succeeded;
            }

            if (outcome is InvocationOutcome.Succeeded)
            {
                await queue.DeleteMessageAsync(message.MessageId, receipt);
            }
            else
            {
                var pause = outcome is InvocationOutcome.Failed ? settings.VisibilityTimeout : TimeSpan.Zero;
                await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: pause);
            }
        }
        // The message shows up again by itself when it is no longer hidden.
        catch (Exception failure)
        {
            Log.NotSettled(logger, failure, message.MessageId, queue.Name);
        }
    }

    /// <summary>Handles a message and keeps it hidden meanwhile. Gives back the receipt to settle it with.</summary>
    private async Task<(InvocationOutcome Outcome, string Receipt)> HandleHiddenAsync(QueueMessage message)
    {
        using var handled = new CancellationTokenSource();
        using var lost = new CancellationTokenSource();
        var renewal = RenewAsync(message, lost, handled.Token);
        var outcome = await handle(message, lost.Token);
        await handled.CancelAsync();
        return (outcome, await renewal);
    }

    private async Task<string> RenewAsync(QueueMessage message, CancellationTokenSource lost, CancellationToken handled)
    {
        var receipt = message.PopReceipt;
        try
        {
            while (true)
            {
                await Task.Delay(settings.MessageLock / 2, handled);
                // Not cancelled half way: the receipt that storage gave would be lost.
                UpdateReceipt renewed = await queue.UpdateMessageAsync(
                    message.MessageId,
                    receipt,
                    visibilityTimeout: settings.MessageLock,
                    cancellationToken: CancellationToken.None
                );
                receipt = renewed.PopReceipt;
            }
        }
        catch (OperationCanceledException) when (handled.IsCancellationRequested)
        {
            return receipt;
        }
        // Without the lock another instance may have the message: ask the function to stop.
        catch (Exception failure)
        {
            Log.NotSettled(logger, failure, message.MessageId, queue.Name);
            await lost.CancelAsync();
            return receipt;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Message {MessageId} of {Queue} failed {Tries} times and is set aside")]
        public static partial void Poisoned(ILogger logger, string messageId, string queue, long tries);

        [LoggerMessage(2, LogLevel.Warning, "Message {MessageId} of {Queue} could not be settled and will come again")]
        public static partial void NotSettled(ILogger logger, Exception exception, string messageId, string queue);
    }
}
