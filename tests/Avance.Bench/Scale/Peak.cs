namespace Avance.Bench.Scale;

/// <summary>The second in which most of a limit was used.</summary>
/// <param name="Where">What was used so: a partition, a queue, an account.</param>
/// <param name="IsShared">True if all bodies use it: it grows with their number. Else it is one body's own.</param>
/// <param name="Most">In that second, what came again included.</param>
/// <param name="Refused">In the whole hour, with what came again.</param>
/// <param name="Failed">What was refused four times.</param>
internal sealed record Peak(
    ServiceLimit Limit,
    string Where,
    bool IsShared,
    double Most,
    int AtSecond,
    double Refused,
    double Failed
)
{
    /// <summary>1 where the limit is met.</summary>
    public double Share => Most / Limit.PerSecond;
}
