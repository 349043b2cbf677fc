namespace Avance.Functions.Access;

/// <summary>Whether a form link works.</summary>
public enum FormLinkState
{
    /// <summary>The default: what is not known to work does not.</summary>
    Revoked,
    Expired,
    Active,
}
