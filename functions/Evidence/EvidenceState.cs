namespace Avance.Functions.Evidence;

/// <summary>How far the reading of a file has come.</summary>
public enum EvidenceState
{
    /// <summary>Stored, not yet read.</summary>
    Received,

    /// <summary>Being read. A long scan stays in this state for minutes; the facts of its first pages are stored meanwhile.</summary>
    Reading,

    /// <summary>Read: its facts are stored.</summary>
    Read,

    /// <summary>It could not be read; its facts say why.</summary>
    Unreadable,

    /// <summary>Its type is not accepted as evidence.</summary>
    Rejected,

    /// <summary>Withdrawn by the unit before submission: it is kept, but counts as no evidence.</summary>
    Withdrawn,
}
