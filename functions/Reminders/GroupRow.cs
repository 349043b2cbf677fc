namespace Avance.Functions.Reminders;

/// <summary>What is known of a group of the directory.</summary>
/// <param name="Members">Its members when it was last read.</param>
/// <param name="ReadAt">When that was; null for never.</param>
/// <param name="NotBefore">When the directory may be asked again; null for now.</param>
public sealed record GroupRow(ValueList<GroupMember> Members, DateTimeOffset? ReadAt, DateTimeOffset? NotBefore)
{
    public static GroupRow None { get; } = new([], null, null);
}
