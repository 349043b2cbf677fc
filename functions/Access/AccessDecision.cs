namespace Avance.Functions.Access;

public enum AccessDecision
{
    /// <summary>The default: whatever is not decided is denied.</summary>
    NotAllowed,
    NotSignedIn,
    Allowed,
}
