using Avance.Functions.Http;

namespace Avance.Functions.Plans;

/// <summary>When a period takes reports.</summary>
public static class PeriodRules
{
    /// <summary>Why nothing is taken for the period at that moment; null if it is.</summary>
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
