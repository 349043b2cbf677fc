using Avance.Functions.Reports.Composition;

namespace Avance.Functions.Reports.Word;

/// <summary>The numbers that Word gives to headings: 1, 1.1, 1.2, 2…</summary>
internal static class HeadingNumbers
{
    public static IEnumerable<string> Of(IEnumerable<ReportSection> sections)
    {
        var counts = new List<int>();
        foreach (var section in sections)
        {
            while (counts.Count < section.Level)
            {
                counts.Add(0);
            }

            counts.RemoveRange(section.Level, counts.Count - section.Level);
            counts[^1]++;
            yield return string.Join('.', counts);
        }
    }
}
