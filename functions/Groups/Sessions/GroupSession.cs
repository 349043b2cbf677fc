using System.Text.Json.Serialization;

namespace Avance.Functions.Groups.Sessions;

/// <summary>A session of a group.</summary>
/// <param name="StartsAt">Local time of the plans' zone.</param>
/// <param name="Minutes">How long it is to take, 15 to 720.</param>
/// <param name="Place">Where; may be empty.</param>
/// <param name="Link">Where to join from afar, http or https; may be empty.</param>
/// <param name="Agenda">What is to be discussed, in its order.</param>
/// <param name="Call">The latest call; null if no member was called.</param>
/// <param name="Attendance">Of the members, once it was held.</param>
/// <param name="InvitedPresent">The invited bodies that came.</param>
/// <param name="Agreements">By number.</param>
/// <param name="Version">1 for the first that was written; each change counts one more.</param>
/// <param name="By">Who wrote the version, as the audit names them.</param>
/// <param name="At">When it was written.</param>
public sealed record GroupSession(
    GroupSessionId Id,
    GroupSessionState State,
    DateTime StartsAt,
    int Minutes,
    string Place,
    string Link,
    ValueList<string> Agenda,
    SessionCall? Call,
    ValueList<MemberAttendance> Attendance,
    ValueList<string> InvitedPresent,
    ValueList<Agreement> Agreements,
    int Version,
    string By,
    DateTimeOffset At
)
{
    /// <summary>What made the version, as the audit calls it; null for one that earlier code wrote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Action { get; init; }

    /// <summary>The day on which it is or was held.</summary>
    public DateOnly Day() => DateOnly.FromDateTime(StartsAt);

    /// <summary>A digest of what a call tells.</summary>
    public string CallDigest() =>
        BodyHash.Of(
            new
            {
                StartsAt,
                Minutes,
                Place,
                Link,
                Agenda,
            }
        );

    /// <summary>True if members were told something else than what is now planned.</summary>
    public bool HasChangedSinceCall() =>
        State == GroupSessionState.Called && Call is { } call && call.Digest != CallDigest();
}
