namespace Avance.Functions.Evidence;

/// <summary>How far the reading of a file has come.</summary>
public enum EvidenceState
{
    /// <summary>Stored whole; nobody has looked at it yet.</summary>
    Received,

    /// <summary>Being read. A long scan stays so for minutes, and its first pages are known already.</summary>
    Reading,

    /// <summary>Read: its facts are there.</summary>
    Read,

    /// <summary>It could not be read: the outcome says why.</summary>
    Unreadable,

    /// <summary>Its type is not one that is taken as evidence.</summary>
    Rejected,

    /// <summary>Taken back by the unit before it was sent: it proves nothing, and is kept.</summary>
    Withdrawn,
}
