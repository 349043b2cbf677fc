namespace Avance.Testing;

/// <summary>What a <see cref="StorageProxy"/> does to a request.</summary>
public enum StorageFault
{
    None,

    /// <summary>503 ServerBusy, as a partition answers that has too much to do.</summary>
    ServerBusy,

    /// <summary>429, as a throttled service answers.</summary>
    TooManyRequests,

    /// <summary>No answer, until the client gives up.</summary>
    Hang,

    /// <summary>The request is carried out, and the connection breaks before its answer.</summary>
    LoseAnswer,
}
