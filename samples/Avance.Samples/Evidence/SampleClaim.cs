namespace Avance.Samples.Evidence;

/// <summary>What a unit claims for an activity in 2023-II, with its evidence, and what is wrong with it.</summary>
/// <param name="Activity">Its number in the sample plan.</param>
/// <param name="Unit">The unit responsible for it.</param>
/// <param name="Executed">What is claimed for the goal of 2023, as it was published; null if it was not quantified.</param>
internal sealed record SampleClaim(int Activity, string Unit, decimal? Executed)
{
    /// <summary>The year of the goal; an activity that was carried over has one of 2022.</summary>
    public int GoalYear { get; init; } = 2023;

    /// <summary>False if nothing was sent by the deadline.</summary>
    public bool IsSent { get; init; } = true;

    public string Narrative { get; init; } = "";

    /// <summary>Documents cited, as the unit writes them.</summary>
    public string[] Cited { get; init; } = [];

    public string Problems { get; init; } = "";

    public string Actions { get; init; } = "";

    public SampleFile[] Files { get; init; } = [];

    /// <summary>Empty for a claim that is proved.</summary>
    public SampleFinding[] Findings { get; init; } = [];
}
