using System.Text.Json.Serialization;

namespace Avance.Functions.Groups;

/// <summary>What a group must do each year, for example approve its plan by 31 March.</summary>
/// <param name="Id">Made by the client, 1 to 40 lower-case letters, digits and hyphens: reminders are counted by it.</param>
/// <param name="Title">3 to 200 characters.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">A day of the month; 29 February is none.</param>
/// <param name="Done">The years in which it was done, the earliest first.</param>
public sealed record YearlyDuty(string Id, string Title, int Month, int Day, ValueList<DutyFulfilment> Done)
{
    /// <summary>The days of a year after which reminders of it end: 30 after the last one, which comes a week late.</summary>
    public const int MaxDaysPast = 37;

    /// <summary>The day on which it was registered: it is not owed for days before; null for one that always was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Since { get; init; }

    public bool IsOwedIn(int year) => !IsDoneIn(year) && (Since is not { } since || DueIn(year) >= since);

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly DueIn(int year) => new(year, Month, Day);

    public bool IsDoneIn(int year) => Done.Any(done => done.Year == year);
}
