using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Similarity;
using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Bench.Evidence;

/// <summary>Documents of a large plan as the index has them, a file each, and new ones that are looked up.</summary>
internal static class LookupFingerprints
{
    private const int Words = 200;
    private const int NewOnes = 10_000_000;

    public static PlanId Plan { get; } = SamplePlan.Id(0);

    /// <summary>Writes the rows at once that the index would have after so many documents, one after the other.</summary>
    public static async Task SeedAsync(TableServiceClient service, int documents, CancellationToken token)
    {
        var fingerprints = new DocumentFingerprint[documents];
        Parallel.For(0, documents, number => fingerprints[number] = Make(number, number));
        var table = service.GetTableClient(FingerprintIndex.Name);
        await table.CreateIfNotExistsAsync(token);
        await Seeding.RowsAsync(table, RowsOf(fingerprints), token);
    }

    /// <summary>A document that is not in the index: each second one has the text of one that is.</summary>
    public static DocumentFingerprint New(int number, int documents) =>
        Make(NewOnes + number, number % 2 == 0 ? number * 7 % documents : NewOnes + number);

    public static bool IsRight(DocumentFingerprint fingerprint, IReadOnlyList<DocumentFingerprint> found) =>
        found.Any(other => other.File != fingerprint.File && other.Sketch == fingerprint.Sketch)
        == (fingerprint.Place == 0);

    private static IEnumerable<TableEntity> RowsOf(IReadOnlyCollection<DocumentFingerprint> fingerprints) =>
        fingerprints
            .SelectMany(fingerprint =>
                fingerprint.Keys.Select(key => (Key: key, Line: FingerprintReference.To(fingerprint)))
            )
            .GroupBy(item => item.Key, item => item.Line, StringComparer.Ordinal)
            .Select(row => new TableEntity($"{Plan}", row.Key) { ["Lines"] = string.Join('\n', row) })
            .Concat(
                fingerprints.Select(fingerprint => new TableEntity(
                    $"{Plan}",
                    $"proof|{FingerprintReference.To(fingerprint)}"
                )
                {
                    ["Path"] = JsonSerializer.Serialize(fingerprint.Path, StoredJson.Options),
                    ["Name"] = fingerprint.Name,
                    ["Number"] = JsonSerializer.Serialize(fingerprint.Number, StoredJson.Options),
                    ["Sketch"] = fingerprint.Sketch,
                    ["Sha256"] = fingerprint.Sha256,
                })
            );

    private static DocumentFingerprint Make(int number, int text)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        var activity = new ActivityNumber(1 + (number % SamplePlan.Activities));
        var address = new ProgressAddress(Plan, SamplePlan.Periods[number % 2], activity);
        var reference = new DocumentReference(
            new DocumentNumber("INFORME", "INFORME", name, 2023, ["MIMP", "OGRH"]),
            true,
            $"INFORME N° D{number:D6}-2023-MIMP-OGRH",
            new ReadLocation([], 1),
            []
        );
        var sketch = ContentSketch.Of(BenchFiles.Sentence(new Random(text), Words))!.ToString();
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return new DocumentFingerprint(
            address.Period,
            address.Activity,
            EvidenceId.Of(address, Guid.Empty, number),
            number >= NewOnes && number != text ? 0 : 1,
            [],
            $"informe-{name}.pdf",
            reference,
            sketch
        )
        {
            Sha256 = sha,
        };
    }
}
