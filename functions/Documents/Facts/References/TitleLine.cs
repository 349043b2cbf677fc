using System.Buffers;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>
/// Tells a document's own name from those it cites. Official documents begin with their name on a line of its own; below
/// it come addressee, subject and references, each after its label.
/// </summary>
internal static class TitleLine
{
    // Characters before a name that are examined, since a paragraph may be one line.
    private const int MaxLineContext = 200;

    // Beside a letterhead of lines, each of which may end in a preposition.
    private const string ColumnGap = "   ";

    // At the start of a line these begin the part that cites other documents.
    private static readonly string[] AfterHead =
    [
        "ANTECEDENTES",
        "ASUNTO",
        "EN ATENCION",
        "REF",
        "REFERENCIA",
        "REFERENCIAS",
        "SE CITA",
        "VISTO",
        "VISTOS",
    ];

    // Anywhere on a line: the name after it is another document's.
    private static readonly HashSet<string> Citing = WordSet.Of(
        """
        ADJUNTA ADJUNTAN ADJUNTAR ADJUNTO ADJUNTOS ANEXO ANEXOS CITA CITADO CONFORME MEDIANTE REF REFERENCIA
        REFERENCIAS REMITE REMITEN REMITIDO REMITIR REMITO RESPUESTA SEGUN SUMILLA SUSTENTO VISTO VISTOS
        """
    );

    // Right before a name they make it part of a sentence. Single letters are left out: text recognition sees them in logos.
    private static readonly HashSet<string> Prepositions = WordSet.Of(
        "AL CON DE DEL EL EN LA LAS LOS PARA POR SEGUN SOBRE"
    );

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789IVX");

    /// <summary>Position of the label that ends the head of a document: addressee, subject, references. The length if none does.</summary>
    public static int HeadEnd(ReadOnlySpan<char> folded)
    {
        foreach (var range in folded.Split('\n'))
        {
            if (IsLabel(WithoutNumbering(folded[range])))
            {
                return range.Start.Value;
            }
        }

        return folded.Length;
    }

    /// <summary>True if what stands before a name on its line, or ends the line above, says that it is another document's.</summary>
    /// <param name="start">Position of the first character of the name.</param>
    public static bool IsCited(ReadOnlySpan<char> folded, int start)
    {
        var before = folded[..start].TrimEnd();
        before = before[Math.Max(0, before.Length - MaxLineContext)..];
        if (before is [.., ':' or '('])
        {
            return true;
        }

        var line = folded[Math.Max(0, start - MaxLineContext)..start];
        line = line[(line.LastIndexOf('\n') + 1)..];
        var isApart = line.EndsWith(ColumnGap);
        return (!isApart && Tokens.Words(before.ToString()).LastOrDefault() is { } last && Prepositions.Contains(last))
            || Tokens.Words(line.ToString()).Any(Citing.Contains);
    }

    /// <summary>True if a name has a line of its own.</summary>
    /// <param name="start">Position of the first character of the name.</param>
    /// <param name="end">Position after the last one.</param>
    public static bool IsAlone(ReadOnlySpan<char> folded, int start, int end)
    {
        var before = folded[..start].TrimEnd(" \t");
        var after = folded[end..].TrimStart(" \t");
        return (before.IsEmpty || before[^1] == '\n') && (after.IsEmpty || !char.IsLetterOrDigit(after[0]));
    }

    /// <summary>From <c>1. ANTECEDENTES</c> or <c>II.- ANTECEDENTES</c> the word.</summary>
    private static ReadOnlySpan<char> WithoutNumbering(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart();
        var numbering = text.IndexOfAnyExcept(Numerals);
        if (numbering >= 0 && text[numbering] is '.' or ')' or '-')
        {
            text = text[numbering..];
        }

        return text.TrimStart(".)-*• \t");
    }

    private static bool IsLabel(ReadOnlySpan<char> line)
    {
        foreach (var label in AfterHead)
        {
            if (
                line.StartsWith(label, StringComparison.Ordinal)
                && (line.Length == label.Length || !char.IsLetterOrDigit(line[label.Length]))
            )
            {
                return true;
            }
        }

        // The names of years and bodies have the word as well.
        return line.StartsWith("PARA", StringComparison.Ordinal) && line["PARA".Length..].TrimStart() is [':', ..];
    }
}
