namespace Avance.Functions.Reminders;

/// <summary>A return of an activity's progress. Drafts that the unit saves afterwards are the same return.</summary>
/// <param name="Version">The version by which it was returned.</param>
/// <param name="Observation">What the secretariat asks to correct.</param>
public sealed record ReturnedVersion(ActivityNumber Activity, int Version, DateTimeOffset At, string Observation)
{
    /// <summary><c>034@4</c></summary>
    public string Key => new ProgressVersionKey(Activity, Version).ToString();
}
