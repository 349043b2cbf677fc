namespace Avance.Functions.Access;

/// <summary>What an HTTP function needs of its caller. A function that declares none is closed to everybody.</summary>
public enum Need
{
    /// <summary>Open to anybody: health only.</summary>
    Nothing,

    /// <summary>See which plans there are; each caller sees those that are theirs.</summary>
    ListPlans,

    /// <summary>Read the plan of the address.</summary>
    ReadPlan,

    /// <summary>Read the consolidated reports of the plan: all but unit reporters.</summary>
    ReadReports,

    /// <summary>Report progress for a unit of the plan; the handler checks that the activity is the unit's.</summary>
    ReportProgress,

    /// <summary>Return or accept what a unit has sent.</summary>
    ReviewProgress,

    /// <summary>Import or amend the plan, ask for its reports.</summary>
    ManagePlan,
}
