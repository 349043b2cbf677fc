namespace Avance.Functions.Progress;

public enum WriteOutcome
{
    Written,

    /// <summary>Something with this id has been received before.</summary>
    IdTaken,

    /// <summary>Somebody else has made a version since it was read.</summary>
    Changed,
}
