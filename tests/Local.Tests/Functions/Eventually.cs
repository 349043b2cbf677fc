using System.Diagnostics;

namespace Local.Tests.Functions;

internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            waited.Elapsed.ShouldBeLessThan(Patience, what);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
