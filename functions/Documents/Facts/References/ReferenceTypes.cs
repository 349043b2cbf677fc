using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>The kinds of documents that Peruvian public bodies number, with the short forms in use.</summary>
internal static class ReferenceTypes
{
    public static readonly ReferenceType Mail = new("CORREO", "CORREO");

    /// <summary>A number without a kind of document.</summary>
    public static readonly ReferenceType Unknown = new("", "");

    private static readonly (string Words, ReferenceType Type)[] Spellings =
    [
        .. Letter("INFORME", "INFORME", "INFORMES", "INF.", "INF"),
        .. Letter("INFORME TÉCNICO", "INFORME", "INFORME TEC."),
        .. Letter("INFORME LEGAL", "INFORME LEGAL"),
        .. Letter("MEMORANDO", "MEMORANDO", "MEMORÁNDUM", "MEMORANDUN", "MEMORANDOS", "MEMO"),
        .. Letter(
            "MEMORANDO MÚLTIPLE",
            "MEMORANDO MULTIPLE",
            "MEMORÁNDUM MÚLTIPLE",
            "MEMORANDO CIRCULAR",
            "MEMORANDO (M)",
            "MEMORANDUM (M)"
        ),
        .. Letter("OFICIO", "OFICIO", "OFICIOS"),
        .. Letter("OFICIO MÚLTIPLE", "OFICIO MULTIPLE", "OFICIO CIRCULAR", "OFICIO (M)"),
        .. Letter("CARTA", "CARTA"),
        .. Letter("CARTA MÚLTIPLE", "CARTA MULTIPLE"),
        .. Letter("NOTA", "NOTA"),
        .. Letter("NOTA INFORMATIVA", "NOTA INFORMATIVA"),
        .. Letter("PROVEÍDO", "PROVEIDO"),
        .. Letter("HOJA DE ENVÍO", "HOJA DE ENVIO"),
        .. Letter("HOJA DE TRÁMITE", "HOJA DE TRAMITE"),
        .. Letter("AYUDA MEMORIA", "AYUDA MEMORIA"),
        .. Letter("HOJA INFORMATIVA", "HOJA INFORMATIVA"),
        .. Letter("REPORTE", "REPORTE"),
        .. Letter("REQUERIMIENTO", "REQUERIMIENTO"),
        .. Norm("ACTA", "ACTA"),
        .. Norm("DIRECTIVA", "DIRECTIVA"),
        .. Norm("RESOLUCIÓN", "RESOLUCION"),
        .. Norm("RESOLUCIÓN MINISTERIAL", "RESOLUCION MINISTERIAL", "RM", "R.M.", "R. M."),
        .. Norm("RESOLUCIÓN VICEMINISTERIAL", "RESOLUCION VICEMINISTERIAL", "RVM", "R.VM.", "R.V.M."),
        .. Norm("RESOLUCIÓN SUPREMA", "RESOLUCION SUPREMA", "RS", "R.S."),
        .. Norm("RESOLUCIÓN DIRECTORAL", "RESOLUCION DIRECTORAL", "RD", "R.D."),
        .. Norm("RESOLUCIÓN JEFATURAL", "RESOLUCION JEFATURAL", "RJ", "R.J."),
        .. Norm("RESOLUCIÓN ADMINISTRATIVA", "RESOLUCION ADMINISTRATIVA", "RA", "R.A."),
        .. Norm("RESOLUCIÓN DE ALCALDÍA", "RESOLUCION DE ALCALDIA"),
        .. Norm("RESOLUCIÓN DE PRESIDENCIA", "RESOLUCION DE PRESIDENCIA", "RP", "R.P."),
        .. Norm("RESOLUCIÓN DE SECRETARÍA GENERAL", "RESOLUCION DE SECRETARIA GENERAL", "RSG", "R.SG.", "R.S.G."),
        .. Norm("RESOLUCIÓN DE DIRECCIÓN EJECUTIVA", "RESOLUCION DE DIRECCION EJECUTIVA", "RDE", "R.DE.", "R.D.E."),
        .. Norm("RESOLUCIÓN DE GERENCIA GENERAL", "RESOLUCION DE GERENCIA GENERAL", "RGG"),
        .. Norm("DECRETO SUPREMO", "DECRETO SUPREMO", "DS", "D.S.", "D. S."),
        .. National("DECRETO LEGISLATIVO", "DL", "D.L.", "D. LEG.", "D.LEG."),
        .. National("DECRETO LEY"),
        .. National("DECRETO DE URGENCIA", "DU", "D.U."),
        .. National("LEY"),
    ];

    /// <summary>Longest first, below their first word.</summary>
    private static readonly Dictionary<string, (string Words, ReferenceType Type)[]> ByFirstWord = Spellings
        .GroupBy(spelling => FirstWord(spelling.Words), StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.OrderByDescending(spelling => spelling.Words.Length).ToArray(),
            StringComparer.Ordinal
        );

    private static readonly Dictionary<string, (string Words, ReferenceType Type)[]>.AlternateLookup<
        ReadOnlySpan<char>
    > ByWord = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>First words long enough to be known with one letter wrong.</summary>
    private static readonly string[] LongWords = [.. ByFirstWord.Keys.Where(word => word.Length >= 6)];

    private static readonly Dictionary<string, ReferenceType> ByName = Spellings
        .Select(spelling => spelling.Type)
        .DistinctBy(type => type.Name, StringComparer.Ordinal)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <param name="name">See <see cref="ReferenceType.Name"/>.</param>
    public static bool IsNorm(string name) => ByName.TryGetValue(name, out var type) && type.IsNorm;

    /// <param name="name">See <see cref="ReferenceType.Name"/>.</param>
    public static bool IsNational(string name) => ByName.TryGetValue(name, out var type) && type.IsNational;

    /// <summary>The type that the folded text names at a position, and where its name ends.</summary>
    public static (ReferenceType Type, int End, bool Misspelled)? At(ReadOnlySpan<char> folded, int start)
    {
        var end = WordEnd(folded, start);
        var word = folded[start..end];
        if (ByWord.TryGetValue(word, out var exact))
        {
            return Longest(exact, folded, start, end, misspelled: false);
        }

        foreach (var known in LongWords)
        {
            if (Spelling.IsOneOff(word, known))
            {
                return Longest(ByFirstWord[known], folded, start, end, misspelled: true);
            }
        }

        return null;
    }

    private static (ReferenceType Type, int End, bool Misspelled)? Longest(
        (string Words, ReferenceType Type)[] spellings,
        ReadOnlySpan<char> folded,
        int start,
        int wordEnd,
        bool misspelled
    )
    {
        foreach (var (words, type) in spellings)
        {
            var rest = words.AsSpan(FirstWord(words).Length);
            if (EndOf(folded, wordEnd, rest) is { } end)
            {
                return (type, end, misspelled);
            }
        }

        return null;
    }

    /// <summary>Where the words end if the text goes on with them, else null. Any blanks do between words.</summary>
    private static int? EndOf(ReadOnlySpan<char> folded, int position, ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (c == ' ')
            {
                var blank = position;
                while (position < folded.Length && char.IsWhiteSpace(folded[position]))
                {
                    position++;
                }

                if (position == blank && words[0] == ' ')
                {
                    return null;
                }
            }
            else if (position < folded.Length && folded[position] == c)
            {
                position++;
            }
            else
            {
                return null;
            }
        }

        var inWord = position < folded.Length && char.IsLetter(folded[position]) && !words.EndsWith(".");
        return inWord && words.Length > 0 ? null : position;
    }

    private static int WordEnd(ReadOnlySpan<char> folded, int start)
    {
        var end = start;
        while (end < folded.Length && char.IsLetter(folded[end]))
        {
            end++;
        }

        return end;
    }

    private static string FirstWord(string words) => words[..WordEnd(words, 0)];

    private static IEnumerable<(string Words, ReferenceType Type)> Letter(
        string name,
        string series,
        params string[] others
    ) => All(new ReferenceType(name, series), others);

    private static IEnumerable<(string Words, ReferenceType Type)> Norm(
        string name,
        string series,
        params string[] others
    ) => All(new ReferenceType(name, series, IsNorm: true), others);

    private static IEnumerable<(string Words, ReferenceType Type)> National(string name, params string[] others) =>
        All(new ReferenceType(name, name, IsNorm: true, IsNational: true), others);

    private static IEnumerable<(string Words, ReferenceType Type)> All(ReferenceType type, string[] others) =>
        others.Prepend(type.Name).Select(words => (ReadableText.Fold(words), type));
}
