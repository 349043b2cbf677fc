using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Avance.Functions.Reminders;

/// <summary>The queue triggers of receipts.</summary>
public sealed partial class ReceiptTriggers(ReceiptMails receipts, ILogger<ReceiptTriggers> logger)
{
    [Function("PlanReceipt")]
    public Task PlanAsync(
        [QueueTrigger(ReceiptQueue.Name, Connection = StorageClients.Setting)] ClaimMessage message,
        CancellationToken cancellationToken
    ) =>
        Traces.ContinueAsync(
            "plan receipt",
            message.TraceParent,
            message.Address(),
            () => receipts.PlanAsync(message.Address(), cancellationToken)
        );

    /// <summary>Only logs it: the timer that plans reminders tries again each hour.</summary>
    [Function("GiveUpReceipt")]
    public void GiveUp([QueueTrigger(ReceiptQueue.Poison, Connection = StorageClients.Setting)] string message)
    {
        if (
            PoisonMessage.TryRead(
                ReceiptQueue.Poison,
                message,
                (ClaimMessage read) => read.Address(),
                logger,
                out var address
            )
        )
        {
            Log.GivenUp(logger, address.Plan, address.Period, address.Activity);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "{Plan} {Period} activity {Activity}: the receipt could not be planned in five tries."
        )]
        public static partial void GivenUp(ILogger logger, PlanId plan, Period period, ActivityNumber activity);
    }
}
