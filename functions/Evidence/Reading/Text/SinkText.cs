namespace Avance.Functions.Evidence.Reading.Text;

internal static class SinkText
{
    /// <summary>
    /// A paragraph, and once more as a table if it looks like one: that is a guess, and nothing may be lost by it.
    /// </summary>
    public static void Write(this IReadSink sink, string paragraph, ReadLocation where)
    {
        sink.Text(paragraph, where);
        var rows = PlainText.Rows(paragraph);
        if (rows.Count == 0)
        {
            return;
        }

        sink.Table(where);
        foreach (var row in rows)
        {
            sink.Row(row, where);
        }
    }
}
