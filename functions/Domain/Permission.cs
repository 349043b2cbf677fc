namespace Avance.Functions.Domain;

/// <summary>What an HTTP function requires of its caller. A function that declares no permission refuses every caller.</summary>
public enum Permission
{
    /// <summary>No sign-in: health, and the pages before a session.</summary>
    Anonymous,

    /// <summary>Be signed in: the answer is about the caller only.</summary>
    SignIn,

    /// <summary>List plans: each caller gets those in which they have a role.</summary>
    ListPlans,

    /// <summary>Read the overview of all plans of all bodies: the national secretariat only.</summary>
    ReadAllPlans,

    /// <summary>Read the plan of the route.</summary>
    ReadPlan,

    /// <summary>Read the consolidated reports of the plan: all but unit reporters.</summary>
    ReadReports,

    /// <summary>Report progress for a unit of the plan; the handler checks that the activity is the unit's, and the period if the route has none.</summary>
    ReportProgress,

    /// <summary>Return or accept a submission of a unit.</summary>
    ReviewProgress,

    /// <summary>Import or amend the plan, ask for its reports, make links to its forms.</summary>
    ManagePlan,

    /// <summary>Register a working group that follows no plan yet, and give it plans: the national secretariat only.</summary>
    ManageGroups,

    /// <summary>Take a plan with everything of it as a file, and restore one: the national secretariat only.</summary>
    BackUpPlans,

    /// <summary>Export or erase what is stored of a person, in all plans: the national secretariat only.</summary>
    ManagePersonalData,

    /// <summary>Give roles in the plan; the handler checks which roles the caller may give.</summary>
    ManageMembers,
}
