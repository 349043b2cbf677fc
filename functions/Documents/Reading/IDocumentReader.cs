namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Reads documents of some formats. It may throw <see cref="UnreadableException"/> or any exception of its libraries:
/// <see cref="DocumentReader"/> makes an outcome of it.
/// </summary>
public interface IDocumentReader
{
    /// <summary>Stored with the facts: never changes.</summary>
    string Id { get; }

    /// <summary>Incremented when it reads better: evidence read by an older version can then be reread.</summary>
    int Version { get; }

    IReadOnlyList<EvidenceFormat> Formats { get; }

    /// <param name="cancellationToken">Also cancelled when the time for one document is over.</param>
    Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken);
}
