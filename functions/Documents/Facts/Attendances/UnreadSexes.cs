using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>What stands in a list's column of sex and tells none.</summary>
internal sealed class UnreadSexes
{
    // A column of sex has two or three answers; one with more is of something else, or was read askew.
    private const int MostAnswers = 4;
    private const int LongestAnswer = 30;

    private static readonly HashSet<string> People = WordSet.Of(
        """
        APELLIDO APELLIDOS ASISTENTE ASISTENTES COLABORADOR COLABORADORA DNI FIRMA NOMBRES PARTICIPANTE PARTICIPANTES
        SERVIDOR SERVIDORA SERVIDORES SERVIDORAS
        """
    );

    // Beside SEXO these are of people as well; beside GÉNERO they may be of books.
    private static readonly HashSet<string> PeopleOrNot = WordSet.Of("CARGO CORREO NOMBRE OFICINA UNIDAD");
    private static readonly HashSet<string> Works = WordSet.Of("AUTOR AUTORA LIBRO OBRA OBRAS PELICULA TITULO");

    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private long rows;
    private bool isAskew;

    /// <summary>The first of them, as they are written.</summary>
    public ValueList<string> Names => answers.Values.Take(Attendance.MostUnread).ToValueList();

    public void Add(string cell)
    {
        var answer = ReadableText.Raw(ReadableText.Clean(cell));
        if (answer.Length == 0)
        {
            return;
        }

        rows++;
        isAskew |= answer.Length > LongestAnswer || answer.EndsWith(':');
        if (answers.Count <= MostAnswers)
        {
            answers.TryAdd(ReadableText.Fold(answer), answer);
        }
    }

    /// <summary>True if people gave these answers, though nobody knows which sex they mean.</summary>
    /// <param name="isNumbered">True if the rows have numbers, which the lines of a form have not.</param>
    public bool AreAnswers(TableRow header, int column, bool isNumbered) =>
        rows > 0
        && !isAskew
        && answers.Count <= MostAnswers
        && (isNumbered || answers.Count < rows)
        && IsOfPeople(header, column);

    private static bool IsOfPeople(TableRow header, int column)
    {
        var words = header
            .Cells.SelectMany(cell => Tokens.Words(ReadableText.Fold(ReadableText.Clean(cell))))
            .ToHashSet(StringComparer.Ordinal);
        return SexWords.IsOfGender(header.Cells[column])
            ? words.Overlaps(People) && !words.Overlaps(Works)
            : words.Overlaps(People) || words.Overlaps(PeopleOrNot);
    }
}
