namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Tables with letters that stand for months, days and answers, and for no person's sex.</summary>
internal static class TablesWithoutPeople
{
    private const string List =
        "N° | Apellidos y nombres | Sexo\n1 | Ana Ríos | F\n2 | Luis Paz | M\n3 | Rosa Quispe | F";

    public static IEnumerable<ReadCase> All()
    {
        yield return new("04-gantt-of-month-letters-counts-as-sex-list.docx");
        yield return new("10-figures-in-long-format.xlsx") { Attendance = ["W32 M15 T47"] };

        foreach (var (name, rows) in Without)
        {
            yield return new($"{name}.csv", () => TableFiles.Csv(rows));
            yield return new($"{name}.docx", () => TableFiles.Docx(rows));
        }

        foreach (var (name, rows, figures) in With)
        {
            yield return new($"{name}.csv", () => TableFiles.Csv(rows)) { Attendance = [figures] };
            yield return new($"{name}-and-schedule.docx", () => TableFiles.Docx($"{rows}\n\n{Without[0].Rows}"))
            {
                Attendance = [figures],
            };
        }

        yield return new(
            "shares-titled.docx",
            () => TableFiles.Docx("Porcentaje de participantes según sexo\nMujeres | Hombres\n60 | 40")
        );
        yield return new(
            "numbers-and-shares-titled.docx",
            () => TableFiles.Docx("Número y porcentaje según sexo\nSexo | N° | %\nMujeres | 60 | 60\nHombres | 40 | 40")
        )
        {
            Attendance = ["W60 M40 T100"],
        };
        yield return new("schedule-beside-list.docx", () => TableFiles.Docx($"{Without[0].Rows}\nLista\n{List}"))
        {
            Attendance = ["W2 M1 T3"],
        };
    }

    private static readonly (string Name, string Rows)[] Without =
    [
        (
            "months",
            "N° | Actividad | E | F | M | A | M | J | J | A | S | O | N | D\n1 | Dictar talleres | | X | X | | | | | | | | |\n2 | Difundir | X | | X | | X | | | | | | |"
        ),
        (
            "months-with-figures",
            "Actividad | Meta | E | F | M | A | M | J\nTaller | 12 | 1 | 2 | 3 | 2 | 2 | 2\nCharla | 6 | 1 | 1 | 1 | 1 | 1 | 1"
        ),
        (
            "quarter",
            "Actividad | Responsable | E | F | M | Total\nTaller | OGRH | 1 | 2 | 3 | 6\nCharla | OC | | X | X | 2"
        ),
        (
            "quarters",
            "Actividad | I | | | II | | | III | | | IV | |\n | E | F | M | A | M | J | J | A | S | O | N | D\nTaller | | X | X | | | | | | | | |\nCharla | X | | | | X | | | | | | |"
        ),
        ("month-of-people", "N° | Nombres | E | F | M | A\n1 | Ana Ríos | X | X | | X\n2 | Luis Paz | | X | X |"),
        ("calendar", "L | M | M | J | V | S | D\n1 | 2 | 3 | 4 | 5 | 6 | 7\n8 | 9 | 10 | 11 | 12 | 13 | 14"),
        ("calendar-english", "M | T | W | T | F | S | S\n1 | 2 | 3 | 4 | 5 | 6 | 7\n8 | 9 | 10 | 11 | 12 | 13 | 14"),
        ("days-of-a-week", "N° | Tarea | L | M | M | J | V\n1 | Convocar | X | | X | |\n2 | Dictar | | X | | | X"),
        (
            "true-false",
            "N° | Afirmación | V | F\n1 | El sexo es biológico | X |\n2 | El género se aprende | X |\n3 | Nada cambia | | X"
        ),
        (
            "true-false-cell",
            "N° | Pregunta | V/F\n1 | El sexo es biológico | V\n2 | El género se nace | F\n3 | Todo cambia | V"
        ),
        ("true-false-of-people", "N° | Nombres | V/F\n1 | Ana Ríos | V\n2 | Luis Paz | F\n3 | Rosa Quispe | V"),
        ("true-false-answered", "N° | Participante | P1 (V/F) | P2 (V/F)\n1 | Ana Ríos | V | F\n2 | Luis Paz | F | F"),
        ("answers", "N° | Enunciado | Respuesta\n1 | Es un derecho | F\n2 | Es un deber | V\n3 | Es una norma | F"),
        ("sizes", "Prenda | S | M | L | XL\nPolo | 3 | 5 | 4 | 2\nGorro | 1 | 1 | 1 | 1"),
        ("sizes-of-people", "N° | Nombres | Talla\n1 | Ana Ríos | M\n2 | Luis Paz | M\n3 | Rosa Quispe | S"),
        ("sizes-of-things", "Prenda | M | F\nPolo | 3 | 5\nGorro | 1 | 2"),
        ("risks", "N° | Riesgo | Probabilidad | Impacto\n1 | Baja asistencia | M | M\n2 | Falla de red | F | M"),
        ("stacked-months", "Mes | Talleres\nE | 5\nF | 3\nM | 4\nA | 2"),
        ("stacked-answers", "Respuesta | Veces\nV | 12\nF | 5"),
        (
            "books",
            "N° | Título | Autor | Género\n1 | Agua | Arguedas | M\n2 | Sol | Vega | Cuento\n3 | Río | Vega | Cuento"
        ),
        ("codes", "Sexo | Descripción\nF | Femenino\nM | Masculino"),
        ("codes-of-numbers", "Código | Sexo\n1 | Hombre\n2 | Mujer"),
        (
            "shares",
            "Curso | Sexo | Porcentaje\nA | Mujer | 60 %\nA | Hombre | 40 %\nB | Mujer | 70 %\nB | Hombre | 30 %"
        ),
        ("shares-alone", "Sexo | Porcentaje\nMujeres | 60\nHombres | 40"),
        ("shares-below-sign", "Sexo | %\nMujer | 60\nHombre | 40\nTotal | 100"),
        ("shares-relative", "Género | Frecuencia relativa\nFemenino | 60\nMasculino | 40"),
        ("shares-row", " | Mujeres | Hombres\nPorcentaje | 60 | 40"),
        ("shares-of-total", "Mujeres | 60\nHombres | 40\nTotal | 100%"),
        ("shares-noted", "Mujeres | Hombres\n60 | 40\nExpresado en porcentaje |"),
        ("averages", "Sexo | Edad promedio\nMujeres | 35\nHombres | 40"),
        ("average-row", "Ítem | Mujeres | Hombres\nRemuneración promedio | 3500 | 4200"),
        ("money", "Rubro | Sexo | Monto (S/)\nBono | Mujer | 1200\nBono | Hombre | 1500"),
        ("hours", "Curso | Sexo | Horas\nA | Mujer | 40\nA | Hombre | 30\nB | Mujer | 20\nB | Hombre | 10"),
        ("target", "Meta | Mujeres | Hombres\nProgramado | 100 | 50"),
        ("strokes", "SEXO | CONTEO\nFEMENINO | III\nMASCULINO | II"),
        ("names-below-sexes", "MUJERES | HOMBRES\nAna Ríos | Luis Paz\nEva Soto | Juan Gil"),
        (
            "titles-above-names",
            "MUJERES | | HOMBRES |\nN° | Nombres | N° | Nombres\n1 | Ana | 1 | Luis\n2 | Eva | 2 | Juan"
        ),
        ("opinion", "N° | ¿Conoce la diferencia entre sexo y género? | Turno\n1 | Sí | M\n2 | No | T\n3 | Sí | M"),
        (
            "opinion-of-sexes",
            "N° | ¿Qué género sufre más violencia? | Turno\n1 | Mujer | M\n2 | Hombre | T\n3 | Mujer | M"
        ),
    ];

    private static readonly (string Name, string Rows, string Figures)[] With =
    [
        (
            "long-region",
            "Región | Sexo | Asistentes\nLima | F | 12\nLima | M | 5\nCusco | F | 20\nCusco | M | 10",
            "W32 M15 T47"
        ),
        ("long-alone", "Sexo | Cantidad\nMujeres | 32\nHombres | 15", "W32 M15 T47"),
        (
            "long-with-total",
            "Sexo | Cantidad | %\nMujeres | 32 | 68 %\nHombres | 15 | 32 %\nTotal | 47 | 100 %",
            "W32 M15 T47"
        ),
        (
            "long-subtotals",
            "Curso | Sexo | Total\nGénero | Mujeres | 12\nGénero | Hombres | 5\nSubtotal | | 17\nLenguaje | Mujeres | 20\nLenguaje | Hombres | 10\nSubtotal | | 30\nTotal general | | 47",
            "W32 M15 T47"
        ),
        (
            "long-course-totals",
            "Curso | Sexo | Total\nGénero | Mujeres | 12\nGénero | Hombres | 5\nGénero | Total | 17\nLenguaje | Mujeres | 20\nLenguaje | Hombres | 10\nLenguaje | Total | 30\nTotal | Mujeres | 32\nTotal | Hombres | 15\nTotal | | 47",
            "W32 M15 T47"
        ),
        (
            "long-outline",
            "Etiquetas de fila | Sexo | Cuenta de DNI\nGénero | | 17\n | Mujer | 12\n | Hombre | 5\nLenguaje | | 30\n | Mujer | 20\n | Hombre | 10",
            "W32 M15 T47"
        ),
        (
            "long-unknown-header",
            "Curso | Sexo | Formadas en 2026\nA | Mujer | 12\nA | Hombre | 5\nB | Mujer | 20\nB | Hombre | 10",
            "W32 M15 T47"
        ),
        (
            "long-planned-beside",
            "Curso | Sexo | Inscritos | Asistentes\nA | Mujer | 15 | 12\nA | Hombre | 5 | 5\nB | Mujer | 22 | 20\nB | Hombre | 12 | 10",
            "W32 M15 T47"
        ),
        (
            "long-years",
            "Año | Sexo | Formadas\n2025 | Mujer | 12\n2025 | Hombre | 5\n2026 | Mujer | 20\n2026 | Hombre | 10",
            "W32 M15 T47"
        ),
        (
            "long-sex-first",
            "Sexo | Curso | Total\nMujer | A | 12\nMujer | B | 20\nHombre | A | 5\nHombre | B | 10",
            "W32 M15 T47"
        ),
        (
            "other-letters-beside-sex",
            "N° | Nombres | SEXO | | D | L\n | | F | M | |\n1 | Ana | X | | X |\n2 | Luis | | X | | X",
            "W1 M1 T2"
        ),
        (
            "count-and-share",
            " | Mujeres | Hombres | Total\nCantidad | 32 | 15 | 47\nPorcentaje | 68 | 32 | 100",
            "W32 M15 T47"
        ),
        ("target-and-done", "Detalle | Mujeres | Hombres\nProgramado | 100 | 50\nEjecutado | 32 | 15", "W32 M15 T47"),
        ("hundred", "Sexo | N | %\nMujeres | 60 | 60\nHombres | 40 | 40\nTotal | 100 | 100", "W60 M40 T100"),
        (
            "list-with-marks",
            "N° | Nombres | Sexo | Nota\n1 | Ana | F | 17\n2 | Luis | M | 12\n3 | Eva | F | 13",
            "W2 M1 T3"
        ),
        ("marks-without-names", "N° | Sexo | Nota\n1 | F | 17\n2 | F | 12\n3 | M | 13\n4 | F | 11", "W3 M1 T4"),
        ("long-small", "Curso | Sexo | N°\nA | Mujer | 2\nA | Hombre | 1\nB | Mujer | 3\nB | Hombre | 1", "W5 M2 T7"),
        (
            "long-groups",
            "Grupo | Sexo | Formadas\n1 | Mujer | 12\n1 | Hombre | 5\n2 | Mujer | 20\n2 | Hombre | 10",
            "W32 M15 T47"
        ),
        (
            "long-numbered",
            "N° | Curso | Sexo | N° de personas\n1 | A | Mujer | 12\n2 | A | Hombre | 5\n3 | B | Mujer | 20\n4 | B | Hombre | 10",
            "W32 M15 T47"
        ),
        (
            "long-others",
            "Sede | Género | Total\nLima | Femenino | 12\nLima | Masculino | 5\nLima | No binario | 1",
            "W12 M5 T18"
        ),
        (
            "long-total-differs",
            "Curso | Sexo | Total\nA | Mujer | 12\nA | Hombre | 5\nTotal | | 19",
            "W12 M5 T17 total-differs"
        ),
        ("names-and-letters", "Nombres | Sexo\nAna Ríos | F\nLuis Paz | M\nRosa Quispe | F", "W2 M1 T3"),
        (
            "list-with-days",
            "N° | Nombres | Sexo | L | M | M | J | V\n1 | Ana | F | X | X | | X | X\n2 | Luis | M | X | | | X | X",
            "W1 M1 T2"
        ),
        (
            "crosses",
            "N° | Apellidos y nombres | M | F\n1 | Ana Ríos | | X\n2 | Luis Paz | X |\n3 | Rosa Quispe | | X",
            "W2 M1 T3"
        ),
        (
            "letters-with-total",
            "Unidad | F | M | Total\nOGRH | 12 | 5 | 17\nOC | 20 | 10 | 30\nTotal | 32 | 15 | 47",
            "W32 M15 T47"
        ),
        ("letters-below-sex", "Unidad | SEXO |\n | F | M\nOGRH | 12 | 5\nOC | 20 | 10", "W32 M15 T47"),
        (
            "sizes-beside-sex",
            "Nombres | Sexo | Talla\nAna Ríos | F | M\nLuis Paz | M | M\nRosa Quispe | F | S",
            "W2 M1 T3"
        ),
    ];
}
