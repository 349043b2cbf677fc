namespace Avance.Functions.Groups.Sessions;

/// <summary>How many voting members were there.</summary>
/// <param name="Voting">The voting members in office on the day.</param>
/// <param name="Present">Those who came, or whose alternates did.</param>
/// <param name="Needed">How many must come.</param>
public sealed record Quorum(int Voting, int Present, int Needed)
{
    public bool IsReached => Voting > 0 && Present >= Needed;
}
