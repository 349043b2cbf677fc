using System.Diagnostics;

namespace Avance.FunctionsHost.Tests.Drivers;

internal static class Eventually
{
    /// <summary>Far more than anything here takes: only a fault makes a test wait so long.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until there is an answer, and fails when the time is over.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            waited.Elapsed.ShouldBeLessThan(Bound, what);
            await Task.Delay(Interval, TestContext.Current.CancellationToken);
        }
    }

    public static Task TrueAsync(Func<Task<bool>> condition, string what) =>
        GetAsync<object>(async () => await condition() ? condition : null, what);
}
