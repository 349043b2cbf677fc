using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Kinds;

/// <summary>Finds the likely kinds of a document by its words.</summary>
public static class KindExtractor
{
    public static readonly ExtractorVersion Version = new("kinds", 3);

    // A heading names the kind of a document, its body also mentions others; a long body must not outweigh the heading.
    private const int HeadingLength = 800;
    private const int HeadingWeight = 10;
    private const int MaxFromBody = 20;

    private static readonly (string Stem, string? Next, DocumentKind Kind)[] Words =
    [
        ("CAPACITA", null, DocumentKind.Training),
        ("CURSO", null, DocumentKind.Training),
        ("TALLER", null, DocumentKind.Training),
        ("ASISTENCIA", "TECNICA", DocumentKind.TechnicalAssistance),
        ("ASISTENCIAS", "TECNICAS", DocumentKind.TechnicalAssistance),
        ("SENSIBILIZA", null, DocumentKind.Awareness),
        ("CAMPANA", null, DocumentKind.Awareness),
        ("DIFUSION", null, DocumentKind.Awareness),
        ("COMUNICADO", null, DocumentKind.Awareness),
        ("ENCUESTA", null, DocumentKind.Survey),
        ("CUESTIONARIO", null, DocumentKind.Survey),
        ("PLAN", "DE", DocumentKind.Plan),
        ("PLAN", "ANUAL", DocumentKind.Plan),
        ("PLAN", "OPERATIVO", DocumentKind.Plan),
        ("PLANES", "DE", DocumentKind.Plan),
        ("PLANES", "ANUALES", DocumentKind.Plan),
        ("PLANES", "OPERATIVOS", DocumentKind.Plan),
        ("RESOLUCION", null, DocumentKind.Resolution),
        ("DIRECTIVA", null, DocumentKind.Resolution),
        ("SE", "RESUELVE", DocumentKind.Resolution),
        ("ACTA", null, DocumentKind.Minutes),
        ("CORREO", null, DocumentKind.Mail),
        ("ASUNTO", ":", DocumentKind.Mail),
        ("PARA", ":", DocumentKind.Mail),
        ("LISTA", "DE", DocumentKind.AttendanceList),
        ("REGISTRO", "DE", DocumentKind.AttendanceList),
        ("RELACION", "DE", DocumentKind.AttendanceList),
    ];

    private static readonly ILookup<string, (string Stem, string? Next, DocumentKind Kind)> ByStart = Words.ToLookup(
        word => word.Stem[..2],
        StringComparer.Ordinal
    );

    // A letter has ASUNTO: and PARA: as a mail does, below its own name.
    private static readonly string[] Letters =
    [
        "INFORME",
        "NFORME",
        "MEMORANDO",
        "MEMORANDUM",
        "OFICIO",
        "CARTA",
        "NOTA",
        "PROVEIDO",
    ];

    // Words after LISTA that make it a list of people.
    private static readonly string[] Lists = ["ASIST", "PARTICIP", "PERSON", "SERVIDOR"];

    /// <summary>The kinds of a document, leaving out the column headers of a survey, which are questions.</summary>
    public static ValueList<KindMention> Extract(DocumentText document, IEnumerable<TextPiece> pieces)
    {
        var questions = document.Tables.SelectMany(SurveyQuestions.Of).ToHashSet();
        return Extract(pieces.Where(piece => !questions.Contains((piece.Text, piece.WhereAt(0)))));
    }

    /// <summary>Every kind that the text mentions, the likeliest first.</summary>
    public static ValueList<KindMention> Extract(IEnumerable<TextPiece> pieces)
    {
        var found = new Dictionary<DocumentKind, (int Heading, int Body, string Raw, ReadLocation Where)>();
        var read = 0;
        var isLetter = false;
        foreach (var piece in pieces)
        {
            var tokens = Tokens.Of(piece.Folded);
            for (var i = 0; i < tokens.Count; i++)
            {
                isLetter |= Array.IndexOf(Letters, tokens[i].Text) >= 0;
                if (
                    At(tokens, i) is not { } kind
                    || (kind == DocumentKind.Mail && IsNoMail(piece, tokens[i], isLetter))
                )
                {
                    continue;
                }

                var start = tokens[i].Start;
                var heading = read + start < HeadingLength ? 1 : 0;
                var before = found.TryGetValue(kind, out var seen)
                    ? seen
                    : (0, 0, piece.Raw(start, tokens[Math.Min(i + 3, tokens.Count - 1)].End), piece.WhereAt(start));
                found[kind] = before with { Item1 = before.Item1 + heading, Item2 = before.Item2 + 1 - heading };
            }

            read += piece.Text.Length;
        }

        return Rank(found);
    }

    private static ValueList<KindMention> Rank(
        Dictionary<DocumentKind, (int Heading, int Body, string Raw, ReadLocation Where)> found
    )
    {
        var ranked = found
            .Select(item => (Kind: item.Key, Weight: Weight(item.Value.Heading, item.Value.Body), item.Value))
            .OrderByDescending(item => item.Weight)
            .ThenBy(item => item.Kind)
            .ToList();
        var unclear = ranked.Count > 1 && ranked[1].Weight * 3 > ranked[0].Weight * 2;
        return ranked
            .Select(
                (item, rank) =>
                    new KindMention(
                        item.Kind,
                        item.Weight,
                        item.Value.Raw,
                        item.Value.Where,
                        unclear && rank < 2 ? [DoubtCode.KindUnclear] : []
                    )
            )
            .ToValueList();
    }

    private static int Weight(int heading, int body) => (heading * HeadingWeight) + Math.Min(body, MaxFromBody);

    private static DocumentKind? At(List<Token> tokens, int index)
    {
        var token = tokens[index];
        if (token.Kind != TokenKind.Word || token.Text.Length < 2)
        {
            return null;
        }

        foreach (var (stem, next, kind) in ByStart[token.Text[..2]])
        {
            var fits = next is null
                ? token.Text.StartsWith(stem, StringComparison.Ordinal)
                : token.Text == stem && index + 1 < tokens.Count && tokens[index + 1].Text == next;
            if (
                fits
                && (kind != DocumentKind.AttendanceList || IsOfPeople(tokens, index + 2))
                && !IsShort(token.Text, stem)
            )
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>True for the headers of a letter, and for the column of addresses of a list.</summary>
    private static bool IsNoMail(TextPiece piece, Token token, bool isLetter) =>
        token.Text is "ASUNTO" or "PARA"
            ? isLetter
            : piece.WhereAt(token.Start).Cell is not null && IsHeader(piece.Folded);

    private static bool IsHeader(string folded) =>
        folded.Trim() is "CORREO" or "CORREOS" or "CORREO ELECTRONICO" or "CORREO INSTITUCIONAL";

    /// <summary>ACTAS is the noun, ACTA the noun, ACTAR and ACTUAL are not.</summary>
    private static bool IsShort(string word, string stem) => stem.Length <= 4 && word.Length > stem.Length + 1;

    private static bool IsOfPeople(List<Token> tokens, int index)
    {
        for (var i = index; i < tokens.Count && i <= index + 1; i++)
        {
            if (Array.Exists(Lists, stem => tokens[i].Text.StartsWith(stem, StringComparison.Ordinal)))
            {
                // LISTA DE ASISTENCIA TÉCNICA is a list of assistances.
                return !(i + 1 < tokens.Count && tokens[i + 1].Text is "TECNICA" or "TECNICAS");
            }
        }

        return false;
    }
}
