namespace Avance.Functions.Tests.Scale;

/// <summary>The page docs/scale.md, some of whose tables tests write.</summary>
internal static class ScalePage
{
    private static readonly string File = RepositoryRoot.File("docs/scale.md");

    /// <param name="head">The first line of the table.</param>
    /// <param name="table">The table as it should stand there, from its first line on.</param>
    public static void ShouldHaveTable(string head, string table)
    {
        var lines = System.IO.File.ReadAllLines(File).ToList();
        var from = lines.IndexOf(head);
        from.ShouldBeGreaterThanOrEqualTo(0, $"docs/scale.md has no table that begins with {head}");
        var count = lines.Skip(from).TakeWhile(line => line.StartsWith('|')).Count();
        if (GoldenFile.Rewrite)
        {
            lines.RemoveRange(from, count);
            lines.InsertRange(from, table.Split('\n'));
            System.IO.File.WriteAllLines(File, lines);
            return;
        }

        lines
            .Skip(from)
            .Take(count)
            .ShouldBe(table.Split('\n'), "AVANCE_REWRITE_GOLDEN=1 writes the table of docs/scale.md anew");
    }
}
