namespace Avance.Functions.Documents.Reading.Text;

/// <summary>Normalises the texts of all formats, and finds the paragraphs of plain text.</summary>
internal static class PlainText
{
    /// <summary>Characters after which a paragraph is cut: some files have no blank line at all.</summary>
    private const int MaxParagraph = 20_000;

    /// <summary>Trimmed, lines end in \n, accents composed, tabs are blanks, without other control characters.</summary>
    public static string Clean(string? text) =>
        CellText.Clean(text?.Contains('\t', StringComparison.Ordinal) == true ? text.Replace('\t', ' ') : text);

    /// <summary>The paragraphs between blank lines, each with its lines as they are.</summary>
    public static IEnumerable<string> Paragraphs(TextReader text, CancellationToken cancellationToken)
    {
        var paragraph = new System.Text.StringBuilder();
        while (ReadLine(text, cancellationToken) is { } line)
        {
            var blank = string.IsNullOrWhiteSpace(line);
            if (!blank)
            {
                paragraph.Append(line.TrimEnd()).Append('\n');
            }

            if (paragraph.Length > 0 && (blank || paragraph.Length > MaxParagraph))
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
        }

        if (paragraph.Length > 0)
        {
            yield return paragraph.ToString();
        }
    }

    /// <summary>A line of at most <see cref="MaxParagraph"/> characters; the rest of a longer one is the next line.</summary>
    private static string? ReadLine(TextReader text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var line = new System.Text.StringBuilder();
        int next;
        while ((next = text.Read()) >= 0)
        {
            if (next == '\n')
            {
                return line.ToString();
            }

            line.Append((char)next);
            if (line.Length >= MaxParagraph)
            {
                return line.ToString();
            }
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
