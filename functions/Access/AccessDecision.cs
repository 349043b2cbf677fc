namespace Avance.Functions.Access;

public enum AccessDecision
{
    /// <summary>The default, so that anything undecided is denied.</summary>
    NotAllowed,
    NotSignedIn,
    Allowed,
}
