using System.ComponentModel.DataAnnotations;

namespace Avance.Functions.Reminders;

/// <summary>The settings <c>Reminders:…</c>. A value out of its range stops the start. The schedules are read by the triggers.</summary>
public sealed record RemindersOptions
{
    public const string Section = "Reminders";

    /// <summary>The hour, in the calendar's time zone, from which on mails go out, 0 to 22, 9 unless set.</summary>
    [Range(0, 22)]
    public int FromHour { get; init; } = 9;

    /// <summary>The hour before which the last ones do, 1 to 24, later than the first; 18 unless set.</summary>
    [Range(1, 24)]
    public int UntilHour { get; init; } = 18;

    /// <summary>Hours that the mail service has to say what became of a mail before it is sent again, 1 to 72, 6 unless set.</summary>
    [Range(1, 72)]
    public int UnknownHours { get; init; } = 6;

    /// <summary>Whether groups of the directory are read; false unless set. It takes the permissions that infra/README.md names.</summary>
    public bool ReadGroups { get; init; }

    public bool IsInOrder => FromHour < UntilHour;

    public WorkingHours Hours => new(FromHour, UntilHour);
}
