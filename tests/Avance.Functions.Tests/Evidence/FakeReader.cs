using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Tests.Evidence;

/// <summary>Reads what a test says, page by page, and counts its runs.</summary>
internal sealed class FakeReader(Func<int, Task<ReadOutcome>> read) : IDocumentReader
{
    public FakeReader(Func<int, ReadOutcome> read)
        : this(page => Task.FromResult(read(page))) { }

    public List<int> Pages { get; } = [];

    public string Id => "fake";

    public int Version { get; init; } = 1;

    public IReadOnlyList<EvidenceFormat> Formats => [EvidenceFormat.Txt];

    public Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        Pages.Add(file.FirstPage);
        return read(file.FirstPage);
    }
}
