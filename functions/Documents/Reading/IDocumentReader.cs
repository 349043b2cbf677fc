namespace Avance.Functions.Documents.Reading;

/// <summary>
/// Reads documents of some formats. It may throw <see cref="UnreadableException"/> or whatever a damaged document makes
/// its libraries throw: <see cref="DocumentReader"/> makes an outcome of it.
/// </summary>
public interface IDocumentReader
{
    /// <summary>Stored beside what was read: never changes.</summary>
    string Id { get; }

    /// <summary>Goes up when it reads better: evidence read by an older version can then be read again.</summary>
    int Version { get; }

    IReadOnlyList<EvidenceFormat> Formats { get; }

    /// <param name="cancellationToken">Is also cancelled when the time for one document is over.</param>
    Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken);
}
