namespace Avance.Functions.Reports.Composition.Chapters;

/// <summary>Pieces that chapters are made of.</summary>
internal static class ReportParts
{
    /// <summary>A word of a group of messages.</summary>
    public static string Word(string group, string word, params object?[] arguments) =>
        Messages.Text($"{group}.{word}", arguments);

    /// <summary>What a section says that a person or a draft wrote; a sentence that it is missing where there is none.</summary>
    public static ValueList<ReportBlock> Written(ReportSources sources, string section) =>
        sources.Texts.TryGetValue(section, out var text) && Paragraphs(text) is { Count: > 0 } paragraphs
            ? paragraphs.Select(Paragraph).ToValueList()
            : [Paragraph(Word("report-text", "Missing"))];

    /// <summary>Paragraphs are separated by an empty line.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static IReadOnlyList<string> Lines(string text) =>
        text.ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static ReportBlock Paragraph(string text) => new ParagraphBlock(text);

    /// <summary>A row of cells of one paragraph each.</summary>
    public static ReportTableRow Row(params IEnumerable<string> cells) =>
        new(cells.Select(cell => new ValueList<RichText>([cell])).ToValueList());

    /// <summary>The table, or the sentence if it has no rows.</summary>
    public static ReportBlock TableOr(
        string sentence,
        string caption,
        ValueList<TableColumn> columns,
        IEnumerable<ReportTableRow> rows
    ) => rows.ToValueList() is { Count: > 0 } some ? new TableBlock(caption, columns, some) : Paragraph(sentence);

    /// <summary>A semester in words: «II semestre de 2023».</summary>
    public static string Words(Period period) => Word("report-period", $"Semester{period.Semester}", period.Year);

    /// <summary>What was written in a period, for example «I semestre»; empty in a report of one period.</summary>
    public static string Within(ReportSources sources, Period period) =>
        sources.Periods.Count == 1 ? "" : Word("report-period", $"Short{period.Semester}");
}
