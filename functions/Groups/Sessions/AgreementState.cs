namespace Avance.Functions.Groups.Sessions;

/// <summary>What became of an agreement. That it is overdue follows from its date.</summary>
public enum AgreementState
{
    Pending,

    /// <summary>A document shows that it was fulfilled.</summary>
    Done,

    /// <summary>The group no longer pursues it.</summary>
    Dropped,
}
