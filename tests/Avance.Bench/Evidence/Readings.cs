using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Progress;

namespace Avance.Bench.Evidence;

/// <summary>The app's readers and extractors alone: from the file to its facts, without any storage.</summary>
internal static class Readings
{
    private static readonly ReadingOptions Options = new();
    private static readonly DocumentReader Reader = new(
        DocumentReaders.All(
            Options,
            new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/Lima"), Holidays.Peru),
            TimeProvider.System
        ),
        Options,
        TimeProvider.System
    );

    /// <returns>Seconds for all files of the folder, so many at a time.</returns>
    /// <exception cref="InvalidOperationException">A file could not be read.</exception>
    public static async Task<double> RunAsync(string folder, int atOnce, CancellationToken token)
    {
        var since = Stopwatch.GetTimestamp();
        await Turns.ForEachAsync(
            Directory.EnumerateFiles(folder),
            atOnce,
            async file =>
            {
                var reading = await Reader.ReadAsync(file, Path.GetFileName(file), token);
                if (ExtractedDocument.Of(reading, "Número de personas capacitadas").Facts is null)
                {
                    throw new InvalidOperationException($"{file}: {reading.Outcome}");
                }
            },
            token
        );
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
