namespace Avance.Functions.Plans;

/// <summary>The setting <c>Calendar:TimeZone</c>.</summary>
public sealed record CalendarOptions
{
    public const string Section = "Calendar";

    /// <summary>IANA name of the zone in which the days of a plan begin and end; <c>America/Lima</c> unless set. An unknown zone stops the start.</summary>
    public string TimeZone { get; init; } = "America/Lima";

    public bool IsValid => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _);
}
