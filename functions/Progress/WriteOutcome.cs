namespace Avance.Functions.Progress;

public enum WriteOutcome
{
    Written,

    /// <summary>Something with this id has been received before.</summary>
    IdTaken,

    /// <summary>Another version was made since it was read.</summary>
    Changed,
}
