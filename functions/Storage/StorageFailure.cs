using Azure;
using Azure.Identity;

namespace Avance.Functions.Storage;

/// <summary>Tells an outage of the storage from a request that it refused.</summary>
public static class StorageFailure
{
    /// <summary>True for a service that cannot be reached, is busy or is down, after the client's own retries.</summary>
    public static bool IsOutage(Exception error) =>
        error switch
        {
            RequestFailedException failed => failed.Status is 0 or 429 or >= 500,
            // The service that issues the app's tokens may be down too.
            AuthenticationFailedException => true,
            // The client's own timeout: callers exclude their own cancellation before.
            OperationCanceledException => true,
            AggregateException several => several.InnerExceptions.All(IsOutage),
            _ => false,
        };
}
