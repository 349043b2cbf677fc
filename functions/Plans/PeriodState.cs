namespace Avance.Functions.Plans;

public enum PeriodState
{
    NotOpen,
    Open,

    /// <summary>Past its due instant and not closed: submissions are taken and marked late.</summary>
    Late,
    Closed,
}
