using System.IO.Compression;
using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Zip;

/// <summary>Reads the documents in a ZIP one by one. The stated length of an entry is not trusted.</summary>
internal sealed class ZipReader(ReadingOptions options) : IDocumentReader
{
    public string Id => "zip";

    public int Version => 2;

    public IReadOnlyList<EvidenceFormat> Formats { get; } = [EvidenceFormat.Zip];

    public async Task<ReadOutcome> ReadAsync(EvidenceFile file, CancellationToken cancellationToken)
    {
        await using var content = file.Open();
        var marks = ZipDirectory.Check(content, options.Entries);
        content.Position = 0;
        await using var archive = await ZipArchive.CreateAsync(
            content,
            ZipArchiveMode.Read,
            leaveOpen: true,
            ZipNames.Bytes,
            cancellationToken
        );
        var documents = new List<DocumentReading>();
        foreach (var (index, entry) in archive.Entries.Index())
        {
            var name = ZipNames.Decode(entry.FullName, marks.ElementAtOrDefault(index));
            if (ZipNames.IsNoDocument(name))
            {
                continue;
            }

            file.Contained.TakeEntries();
            documents.Add(
                entry.IsEncrypted
                    ? file.Contained.Refuse(name, ReadTrouble.Encrypted)
                    : await file.Contained.ReadAsync(name, entry.Open, entry.CompressedLength, cancellationToken)
            );
        }

        return documents.Count == 0
            ? new ReadOutcome.Unreadable(ReadTrouble.Empty, "no documents")
            : new ReadOutcome.Read(new DocumentText([], [], null, UsedOcr: false), documents.ToValueList());
    }
}
