namespace Avance.Functions.Access;

/// <summary>Whether a form link works.</summary>
public enum FormLinkState
{
    /// <summary>The default, so that a link of unknown state does not work.</summary>
    Revoked,
    Expired,
    Active,
}
