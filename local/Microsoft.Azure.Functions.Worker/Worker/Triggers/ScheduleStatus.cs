namespace Microsoft.Azure.Functions.Worker;

/// <summary>Instants of UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last due instant that was run; the default value before the first.</summary>
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
