namespace Avance.Functions.Domain;

/// <summary>The role of a caller in a plan.</summary>
public enum Role
{
    /// <summary>The default: signed in, without a role in the plan.</summary>
    Guest,

    /// <summary>Reports for one unit of one plan.</summary>
    UnitReporter,

    /// <summary>Reads one plan.</summary>
    Reader,

    /// <summary>The Technical Secretariat of one plan: imports, amends, reviews.</summary>
    Secretariat,

    /// <summary>Follows the policy nationally: reads all plans of all bodies.</summary>
    NationalSecretariat,
}
