using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Figures in long format: a column names the sex, another counts its people, as Curso, Sexo, Total.</summary>
internal sealed class LongFigures(TableBlock table, int header, int end, int column)
{
    private const long MaxPeople = 10_000_000;
    private const long MaxStep = 3;
    private const int MaxSexes = 12;

    private static readonly HashSet<string> Counting = WordSet.Of(
        """
        APROBADAS APROBADOS ASISTENCIA ASISTENCIAS ASISTENTES ASISTIERON ATENDIDAS ATENDIDOS BENEFICIADAS BENEFICIADOS
        BENEFICIARIAS BENEFICIARIOS CANT CANTIDAD CAPACITADAS CAPACITADOS COLABORADORES CONTEO COUNT CUENTA EGRESADOS
        ENCUESTADOS ESTUDIANTES EVALUADOS FRECUENCIA FUNCIONARIOS MATRICULADOS N NRO NUMERO PARTICIPANTES PARTICIPARON
        PERSONAL PERSONAS RECUENTO SENSIBILIZADAS SENSIBILIZADOS SERVIDORES SUMA TRABAJADORES USUARIOS
        """
    );

    private static readonly HashSet<string> OfOther = WordSet.Of(
        """
        ANO ANOS AULA CELULAR CODIGO DIA DNI EDAD GRADO GRUPO ID MES MODULO NIVEL PERIODO SECCION SESION TELEFONO TRIMESTRE
        """
    );

    /// <summary>A count for each column that counts people; empty if the rows are people.</summary>
    public IReadOnlyList<Attendance> Count(SexLegend legend)
    {
        var names = ListHeader.Names(table, header).ToList();
        var isOfPeople = names.Index().Any(name => IsOfPeople(name.Item, name.Index));
        if (isOfPeople || Rows().All(row => Sex(row) is null))
        {
            return [];
        }

        var figures = Enumerable
            .Range(0, names.Count)
            .Where(place => place != column && !Measures.IsHeader(names[place]) && IsFigures(place))
            .ToList();
        var totals = figures.FindAll(place => FigureRows.IsTotal(names[place]));
        var counted = figures.FindAll(place => HasWord(names[place], Counting) && !IsRunning(names[place], place));
        var planned = counted.RemoveAll(place => Measures.IsPlanned(names[place]));
        var others = figures.FindAll(place => !HasWord(names[place], OfOther) && !IsRunning(names[place], place));
        var found =
            totals.Count > 0 ? totals.Take(1)
            : counted.Count > 0 ? counted
            : planned == 0 && others.Count > 0 && IsAggregate(names, others) ? others
            : [];
        return found.Select(place => new LongColumn(table, header, end, column, place).Count(legend)).ToList();
    }

    /// <summary>True if the table has a column of shares or averages, or words for several women and men: its rows are no people.</summary>
    public bool HasMeasures()
    {
        var names = ListHeader.Names(table, header).ToList();
        return Rows().Any(row => row.Cells.Any(cell => cell.TrimEnd().EndsWith('%')) || IsPlural(row.Cell(column)))
            || (
                !names.Exists(PeopleHeaders.IsOrdinal)
                && names.Exists(name => Measures.IsHeader(name) || HasWord(name, Counting))
            );
    }

    private static bool IsPlural(string cell) =>
        ReadableText.Fold(cell.Length > MaxSexes ? "" : cell).Trim() is "MUJERES" or "HOMBRES" or "VARONES" or "DAMAS";

    private IEnumerable<TableRow> Rows() => table.Range(header + 1, end);

    private Sex? Sex(TableRow row) => SexWords.OfCell(row.Cell(column));

    /// <summary>True for a column of names or of numbers of identity.</summary>
    private bool IsOfPeople(string name, int place) =>
        place != column && (PeopleHeaders.IsDocument(name) || (PeopleHeaders.IsName(name) && !IsFigures(place)));

    /// <summary>True if each row of a sex has a whole number, or nothing, in the column.</summary>
    private bool IsFigures(int place)
    {
        var any = false;
        foreach (var row in Rows())
        {
            var cell = row.Cell(place).Trim();
            if (Sex(row) is null || cell is "" or "-")
            {
                continue;
            }

            if (Figures.InCell(cell) is not < MaxPeople)
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    /// <summary>True for 1, 2, 3, 5 below N°: ascending, with few numbers left out, perhaps from 1 again.</summary>
    private bool IsRunning(string name, int place)
    {
        if (!PeopleHeaders.IsOrdinal(name))
        {
            return false;
        }

        var (before, rows, starts) = (0L, 0, 0);
        foreach (var row in Rows())
        {
            if (Figures.InCell(row.Cell(place)) is not { } value)
            {
                continue;
            }

            if (value != 1 && (rows == 0 || value <= before || value > before + MaxStep))
            {
                return false;
            }

            (before, rows, starts) = (value, rows + 1, starts + (value == 1 ? 1 : 0));
        }

        // A count of one person is no running number that begins again.
        return place == 0 || starts * 2 < rows;
    }

    /// <summary>True if no two rows are of the same sex and of the same other things: each is a group of people.</summary>
    private bool IsAggregate(List<string> names, List<int> counted)
    {
        if (names.Exists(PeopleHeaders.IsPersonal) || names.Exists(PeopleHeaders.IsOrdinal))
        {
            return false;
        }

        var groups = new HashSet<string>(StringComparer.Ordinal);
        return Rows()
            .Where(row => Sex(row) is not null)
            .All(row =>
                groups.Add(
                    string.Join(
                        '|',
                        row.Cells.Index().Where(cell => !counted.Contains(cell.Index)).Select(cell => cell.Item)
                    )
                )
            );
    }

    private static bool HasWord(string name, HashSet<string> words) =>
        name.Length <= SexWords.MaxHeader
        && Tokens.Words(ReadableText.Fold(ReadableText.Clean(name)).Replace('º', ' ')).Any(words.Contains);
}
