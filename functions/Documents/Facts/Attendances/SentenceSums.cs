namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Finds totals of several counts: <c>10 mujeres y 5 hombres en el primer taller, 8 mujeres y 7 hombres en el segundo. Total: 30</c>.</summary>
internal static class SentenceSums
{
    private const int MaxCounts = 20;

    /// <summary>The counts of a text and, after those that it adds up, the sum with its total.</summary>
    public static IEnumerable<SentenceCounts> WithTotals(List<SentenceCounts> counts)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            if (Sum(counts, i) is not { } sum)
            {
                yield return counts[i];
                continue;
            }

            yield return counts[i] with
            {
                Total = null,
            };
            yield return sum;
        }
    }

    /// <summary>The counts before or after one, with it, if they add up to its total and it does not by itself.</summary>
    private static SentenceCounts? Sum(List<SentenceCounts> counts, int index)
    {
        if (counts[index] is not { Total: { IsMet: false } total, Women: not null, Men: not null } own)
        {
            return null;
        }

        // The total stands before the first of them, or after the last.
        var step = total.Index < own.First.Index ? 1 : -1;
        var (women, men) = (0L, 0L);
        for (var i = index; i >= 0 && i < counts.Count && Math.Abs(i - index) < MaxCounts; i += step)
        {
            if (counts[i] is not { Women: { } w, Men: { } m })
            {
                return null;
            }

            (women, men) = (women + w, men + m);
            if (women + men >= total.Value)
            {
                return women + men == total.Value
                    ? new SentenceCounts(
                        step > 0 ? own.First : counts[i].First,
                        step > 0 ? counts[i].Last : own.Last,
                        women,
                        men,
                        (total.Value, total.Index, true)
                    )
                    : null;
            }
        }

        return null;
    }
}
