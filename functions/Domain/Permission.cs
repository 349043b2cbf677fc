namespace Avance.Functions.Domain;

/// <summary>What an HTTP function needs of its caller. A function that declares none is closed to everybody.</summary>
public enum Permission
{
    /// <summary>Open to anybody: health, and the pages before a session.</summary>
    Nothing,

    /// <summary>Be somebody: what they learn is about themselves.</summary>
    SignIn,

    /// <summary>See which plans there are; each caller sees those that are theirs.</summary>
    ListPlans,

    /// <summary>Read how all plans of all bodies stand: the national secretariat only.</summary>
    ReadAllPlans,

    /// <summary>Read the plan of the address.</summary>
    ReadPlan,

    /// <summary>Read the consolidated reports of the plan: all but unit reporters.</summary>
    ReadReports,

    /// <summary>Report progress for a unit of the plan; the handler checks that the activity is the unit's, and the period if the address does not name it.</summary>
    ReportProgress,

    /// <summary>Return or accept what a unit has sent.</summary>
    ReviewProgress,

    /// <summary>Import or amend the plan, ask for its reports, make links to its forms.</summary>
    ManagePlan,

    /// <summary>Say who has a part in the plan; the handler checks which part the caller may give.</summary>
    NameMembers,
}
