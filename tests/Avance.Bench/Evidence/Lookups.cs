using Avance.Functions.Evidence.Fingerprints;
using Avance.Functions.Plans;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Bench.Evidence;

/// <summary>How long it takes to find what a new document shares with all earlier ones of its plan.</summary>
internal sealed class Lookups(int earlier, CancellationToken token)
{
    private const int WarmUp = 40;
    private const int Samples = 200;
    private const int Fewer = 100;

    // As the check of a claim asks.
    private const int MostOfAKey = 50;

    public async Task MeasureAsync(Report report)
    {
        await using var azurite = await Azurite.StartAsync(token);
        var few = earlier / Fewer;
        var small = await SeedAsync(azurite.NewAccount(), few);
        var large = await SeedAsync(azurite.NewAccount(), earlier);
        var times = await Turns.TakeAsync(
            WarmUp,
            Samples,
            round => FindAsync(small, LookupFingerprints.New(round + WarmUp, few)),
            round => FindAsync(large, LookupFingerprints.New(round + WarmUp, few))
        );
        var name = $"look-up of a document, {earlier:N0} and {few:N0} earlier";
        report.Add(Figure.Of(name, times[1].Median(), times[0].Median(), "#,0.0 ms").AtMost(2));
        report.Note(
            $"look-up: medians of {Samples} new documents, half of them the text of an earlier one with another number; "
                + $"99th percentiles {times[1].Percentile(0.99):N1} and {times[0].Percentile(0.99):N1} ms."
        );
    }

    private async Task<FingerprintIndex> SeedAsync(string storage, int documents)
    {
        Console.WriteLine($"Writing the index of {documents:N0} documents…");
        var service = new TableServiceClient(storage);
        await LookupFingerprints.SeedAsync(service, documents, token);
        return new FingerprintIndex(service, NullLogger<FingerprintIndex>.Instance);
    }

    private async Task<double> FindAsync(FingerprintIndex index, DocumentFingerprint fingerprint)
    {
        var since = Stopwatch.GetTimestamp();
        var ofNone = new ActivityNumber(SamplePlan.Activities + 1);
        var claim = new ProgressAddress(LookupFingerprints.Plan, fingerprint.Period, ofNone);
        var found = await index.FindAsync(claim, fingerprint.Keys, MostOfAKey, token);
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        return LookupFingerprints.IsRight(fingerprint, found)
            ? took
            : throw new InvalidOperationException($"{fingerprint.Name} found {found.Count} documents.");
    }
}
