namespace Avance.Samples;

/// <summary>Waits for what the app does by itself.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    /// <param name="look">Null while it is not there.</param>
    /// <param name="max">How long to wait.</param>
    /// <param name="otherwise">What is said if it does not come.</param>
    /// <exception cref="DemoException">It did not come.</exception>
    public static async Task<T> ForAsync<T>(
        Func<Task<T?>> look,
        TimeSpan max,
        Func<string> otherwise,
        CancellationToken cancellationToken
    )
        where T : class
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(Between, cancellationToken))
        {
            if (await look() is { } found)
            {
                return found;
            }

            if (TimeProvider.System.GetElapsedTime(since) > max)
            {
                throw new DemoException(otherwise());
            }
        }
    }
}
