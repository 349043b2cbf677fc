using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>The answers in a list's sex column that name no known sex.</summary>
internal sealed class UnknownSexAnswers
{
    // A sex column has two or three different answers; one with more holds something else, or was read askew.
    private const int MaxAnswers = 4;
    private const int LongestAnswer = 30;

    private static readonly HashSet<string> People = WordSet.Of(
        """
        APELLIDO APELLIDOS ASISTENTE ASISTENTES COLABORADOR COLABORADORA DNI FIRMA NOMBRES PARTICIPANTE PARTICIPANTES
        SERVIDOR SERVIDORA SERVIDORES SERVIDORAS
        """
    );

    // Beside SEXO these also mean a list of people; beside GÉNERO it may be one of books.
    private static readonly HashSet<string> PeopleOrNot = WordSet.Of("CARGO CORREO NOMBRE OFICINA UNIDAD");
    private static readonly HashSet<string> Works = WordSet.Of("AUTOR AUTORA LIBRO OBRA OBRAS PELICULA TITULO");

    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private bool isAskew;

    /// <summary>The first answers, as they are written.</summary>
    public ValueList<string> Names => answers.Values.Take(Attendance.MaxUnread).ToValueList();

    /// <summary>Rows with such an answer.</summary>
    public long Count { get; private set; }

    public void Add(string cell)
    {
        var answer = ReadableText.Raw(ReadableText.Clean(cell));
        if (answer.Length == 0)
        {
            return;
        }

        Count++;
        isAskew |= answer.Length > LongestAnswer || answer.EndsWith(':');
        // Findings show the answers, and more people read them than the list.
        if (answers.Count <= MaxAnswers && IdentityNumber.Of(answer) is null)
        {
            answers.TryAdd(ReadableText.Fold(answer), answer);
        }
    }

    /// <summary>True if these are answers of people, and not other text in the column.</summary>
    /// <param name="isNumbered">True if the rows are numbered, which the lines of a form are not.</param>
    public bool AreAnswers(TableRow header, int column, bool isNumbered) =>
        Count > 0
        && !isAskew
        && answers.Count <= MaxAnswers
        && (isNumbered || answers.Count < Count)
        && IsOfPeople(header, column);

    private static bool IsOfPeople(TableRow header, int column)
    {
        var words = header
            .Cells.SelectMany(cell => Tokens.Words(ReadableText.Fold(ReadableText.Clean(cell))))
            .ToHashSet(StringComparer.Ordinal);
        var hasPeople =
            words.Overlaps(People)
            || header.Cells.Any(cell => PeopleHeaders.IsDocument(cell) && !SexWords.IsSexName(cell));
        return SexWords.IsOfGender(header.Cells[column])
            ? hasPeople && !words.Overlaps(Works)
            : hasPeople || words.Overlaps(PeopleOrNot) || header.Cells.Any(PeopleHeaders.IsName);
    }
}
