using System.Diagnostics;
using Avance.Functions.Evidence.Proofs;
using Avance.Testing;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Avance.Bench.Evidence;

/// <summary>How long it takes to find what a new document shares with all earlier ones of its plan.</summary>
internal static class Lookups
{
    private const int WarmUp = 40;
    private const int Samples = 200;

    // As the check of a claim asks.
    private const int MostOfAKey = 50;

    public static async Task<Measured> MeasureAsync(int few, int many, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken);
        var small = await SeedAsync(azurite.NewAccount(), few, cancellationToken);
        var large = await SeedAsync(azurite.NewAccount(), many, cancellationToken);
        var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
        for (var i = -WarmUp; i < Samples; i++)
        {
            // In turns, so that whatever else the machine does meets both.
            var proof = LookupProofs.New(i + WarmUp, few);
            var first = await FindAsync(small, proof, cancellationToken);
            var second = await FindAsync(large, proof, cancellationToken);
            if (i >= 0)
            {
                fewTimes.Add(first);
                manyTimes.Add(second);
            }
        }

        var (one, other) = (Statistics.Median(fewTimes), Statistics.Median(manyTimes));
        return new Measured(
            [
                Figure.AtMost(
                    $"look-up of a document, {many:N0} and {few:N0} earlier",
                    $"{other:N1} ms",
                    $"{one:N1} ms",
                    other / one,
                    2
                ),
            ],
            [
                $"look-up: medians of {Samples} new documents, half of them the text of an earlier one with another number; "
                    + $"99th percentiles {Statistics.Percentile(manyTimes, 0.99):N1} and "
                    + $"{Statistics.Percentile(fewTimes, 0.99):N1} ms.",
            ]
        );
    }

    private static async Task<ProofIndex> SeedAsync(string storage, int documents, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Writing the index of {documents:N0} documents…");
        var service = new TableServiceClient(storage);
        await LookupProofs.SeedAsync(service, documents, cancellationToken);
        return new ProofIndex(service, NullLogger<ProofIndex>.Instance);
    }

    private static async Task<double> FindAsync(ProofIndex index, Proof proof, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        var found = await index.FindAsync(LookupProofs.Plan, proof.Keys, MostOfAKey, cancellationToken);
        var took = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        return LookupProofs.IsRight(proof, found)
            ? took
            : throw new InvalidOperationException($"{proof.Name} found {found.Count} documents.");
    }
}
