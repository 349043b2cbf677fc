namespace Avance.Bench;

/// <summary>Measures things in turns, so that whatever else the machine does meets all of them.</summary>
internal static class Turns
{
    /// <param name="warmUp">Rounds that do not count; their numbers are negative.</param>
    /// <param name="rounds">Rounds that do, from 0; more if they do not fill <paramref name="atLeast"/>.</param>
    /// <param name="atLeast">How long they last together.</param>
    /// <param name="measures">What is measured in each round, from its number.</param>
    /// <returns>For each measure the results of the rounds.</returns>
    public static async Task<IReadOnlyList<T>[]> TakeAsync<T>(
        int warmUp,
        int rounds,
        TimeSpan atLeast,
        params Func<int, Task<T>>[] measures
    )
    {
        var results = Array.ConvertAll(measures, _ => new List<T>());
        var since = Stopwatch.GetTimestamp();
        for (var round = -warmUp; round < rounds || Stopwatch.GetElapsedTime(since) < atLeast; round++)
        {
            if (round == 0)
            {
                since = Stopwatch.GetTimestamp();
            }

            foreach (var (place, measure) in measures.Index())
            {
                var result = await measure(round);
                if (round >= 0)
                {
                    results[place].Add(result);
                }
            }
        }

        return results;
    }

    public static Task<IReadOnlyList<T>[]> TakeAsync<T>(int warmUp, int rounds, params Func<int, Task<T>>[] measures) =>
        TakeAsync(warmUp, rounds, TimeSpan.Zero, measures);

    /// <summary>Does the work for each item, so many at once.</summary>
    public static Task ForEachAsync<T>(IEnumerable<T> items, int atOnce, Func<T, Task> work, CancellationToken token) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = token },
            async (item, _) => await work(item)
        );

    public static double Median(this IEnumerable<double> values) => values.Percentile(0.5);

    /// <param name="values">At least one.</param>
    /// <param name="share">0 to 1.</param>
    public static double Percentile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min((int)(sorted.Count * share), sorted.Count - 1)];
    }
}
