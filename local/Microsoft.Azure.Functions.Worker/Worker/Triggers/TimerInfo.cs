namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo
{
    /// <summary>Null when the trigger does not use the monitor.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this fire comes late because nothing ran when it was due.</summary>
    public bool IsPastDue { get; set; }
}
