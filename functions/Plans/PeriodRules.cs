using Avance.Functions.Http;

namespace Avance.Functions.Plans;

/// <summary>When a period takes reports.</summary>
public static class PeriodRules
{
    /// <summary>The error if the period takes no reports at that instant; null if it does.</summary>
    public static Error? CheckOpen(ReportingPeriod period, DateTimeOffset now) =>
        period.StateAt(now) switch
        {
            PeriodState.NotOpen => Error.Conflict("period-not-open", period.Id, period.Opens),
            PeriodState.Closed => new Error(
                "period-closed",
                StatusCodes.Status423Locked,
                null,
                period.Id,
                period.Closes
            ),
            _ => null,
        };
}
