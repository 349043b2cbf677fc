using Azure;
using Azure.Identity;

namespace Avance.Functions.Storage;

/// <summary>Tells a storage that does not answer from one that says no.</summary>
public static class StorageFailure
{
    /// <summary>True for a service that cannot be reached, is busy or is down, after the client's own tries.</summary>
    public static bool IsOutage(Exception error) =>
        error switch
        {
            RequestFailedException failed => failed.Status is 0 or 429 or >= 500,
            // The identity of the app is a service as well.
            AuthenticationFailedException => true,
            // The client's own time limit for one try: whoever asked has not given up, or it would not come here.
            OperationCanceledException => true,
            AggregateException several => several.InnerExceptions.All(IsOutage),
            _ => false,
        };
}
