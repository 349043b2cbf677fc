namespace Avance.Bench.Scale;

/// <summary>Takes work in the order in which it comes, at a steady rate: replicas that read a queue, or a timer's run.</summary>
/// <param name="perSecond">How much work it does in a second.</param>
internal sealed class Server(double perSecond)
{
    private double free;

    /// <summary>The longest that anything has waited, in seconds.</summary>
    public double LongestWait { get; private set; }

    /// <summary>When the last work so far is done, in seconds of the hour.</summary>
    public double BusyUntil => free;

    /// <param name="at">When it comes, not before what came earlier.</param>
    /// <returns>When it is done.</returns>
    public double Take(double at)
    {
        var from = Math.Max(at, free);
        LongestWait = Math.Max(LongestWait, from - at);
        free = from + (1 / perSecond);
        return free;
    }
}
