using System.Globalization;
using System.Text.RegularExpressions;
using Avance.Functions.Storage;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Avance.Functions.Tests.Storage;

/// <summary>A storage that does not answer is told of before the page has given up.</summary>
public sealed partial class StorageRetriesTests
{
    // The SDK adds up to a fifth to each pause.
    private const double Jitter = 1.2;

    [Fact]
    public void ForRows_AllTries_EndBeforeThePageGivesUp() =>
        Longest(StorageRetries.ForRows(new TableClientOptions()).Retry)
            .ShouldBeLessThan(MillisecondsIn("functions/Pages/Assets/api.js", PageTimeout));

    [Fact]
    public void ForBlocks_AllTries_EndBeforeTheFormTakesAnUploadForLost() =>
        Longest(StorageRetries.ForBlocks(new BlobClientOptions()).Retry)
            .ShouldBeLessThan(MillisecondsIn("functions/Pages/Assets/uploads.js", UploadTimeout));

    private static double Longest(RetryOptions retry) =>
        ((retry.MaxRetries + 1) * retry.NetworkTimeout.TotalMilliseconds)
        + Enumerable
            .Range(0, retry.MaxRetries)
            .Sum(tried =>
                Math.Min(retry.MaxDelay.TotalMilliseconds, retry.Delay.TotalMilliseconds * Math.Pow(2, tried)) * Jitter
            );

    private static double MillisecondsIn(string file, Regex timeout) =>
        double.Parse(
            timeout
                .Match(File.ReadAllText(RepositoryRoot.File(file)))
                .Groups["ms"]
                .Value.Replace("_", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );

    [GeneratedRegex(@"AbortSignal\.timeout\((?<ms>[\d_]+)\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PageTimeout { get; }

    [GeneratedRegex(@"stalledAfter = (?<ms>[\d_]+)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UploadTimeout { get; }
}
