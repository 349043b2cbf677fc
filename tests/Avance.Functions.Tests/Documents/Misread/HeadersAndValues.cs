using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Headers and answers as people write them.</summary>
internal static class HeadersAndValues
{
    private static readonly string[] Questions =
    [
        "¿Cuál es su sexo?",
        "Indique su sexo",
        "Sexo (según DNI)",
        "Gender",
        "Sexo del/de la participante",
        "Género con el que se identifica",
        "1. Sexo:",
        "¿Con qué género se identifica?",
        "Por favor, indique su sexo *",
        "SEXO (marque con una X)",
        "2.3 Sexo (H/M)",
        "Sexo asignado al nacer",
        "What is your gender?",
        "Sexo registrado en el DNI (obligatorio)",
        "Sexo (Hombre, Mujer, Prefiero no decirlo)",
        "Sexo de quien responde la encuesta",
        "Indique su sexo (esta información es confidencial y se usa solo para fines estadísticos, según la Ley N° 29733, de protección de datos)",
    ];

    private static readonly string[] Explanations =
    [
        "Sexo (1=Hombre, 2=Mujer)",
        "1 hombre 2 mujer",
        "Sexo: 1. Hombre 2. Mujer",
        "Sexo (Hombre=1, Mujer=2)",
        "Género (1: M, 2: F)",
        "8. Sexo: Hombre (1) Mujer (2) Otro (3)",
        "SEXO 1-Masculino / 2-Femenino",
    ];

    private static readonly (string Name, string Rows, string Figures)[] Tables =
    [
        (
            "codes-without-meaning",
            "N° | Nombres | Sexo\n1 | Ana | 2\n2 | Luis | 1\n3 | Rosa | 2",
            "W- M- T3 sex-unread"
        ),
        (
            "names-without-a-sex",
            "Sexo | Nombres\nMujer | Ana Quispe\n | Eva Soto\nHombre | Luis Rojas",
            "W1 M1 T3 sex-unread"
        ),
        (
            "codes-in-legend",
            "N° | Nombres | Sexo\n1 | Ana | 1\n2 | Luis | 2\n3 | Rosa | 1\nLeyenda: 1: Mujer; 2: Hombre | |",
            "W2 M1 T3"
        ),
        (
            "codes-in-legend-of-words",
            "Leyenda: Mujer = 0, Hombre = 1 | |\nN° | Nombres | Sexo\n1 | Ana | 0\n2 | Luis | 1\n3 | Rosa | 0",
            "W2 M1 T3"
        ),
        (
            "codes-of-two-legends",
            "1 = Mujer; 2 = Hombre | |\n1 = Hombre; 2 = Mujer | |\nN° | Nombres | Sexo\n1 | Ana | 1\n2 | Luis | 2\n3 | Rosa | 1",
            "W- M- T3 sex-unread"
        ),
        (
            "answers-with-codes",
            "N° | Nombres | Sexo\n1 | Ana | 2. Mujer\n2 | Luis | 1. Hombre\n3 | Rosa | F - Femenino",
            "W2 M1 T3"
        ),
        (
            "three-beside",
            "N° | Nombres | Sexo | N° | Nombres | Sexo | N° | Nombres | Sexo\n1 | Ana | F | 3 | Eva | F | 5 | Juan | M\n2 | Luis | M | 4 | Pía | F | |",
            "W3 M2 T5"
        ),
        (
            "beside-without-gap",
            "Sexo | Apellidos y nombres | Sexo | Apellidos y nombres\nF | Ana | M | Juan\nM | Luis | F | Eva\nF | Rosa | |",
            "W3 M2 T5"
        ),
        (
            "empty-rows",
            "N° | Nombres | DNI | Sexo | Sede\n1 | Ana | 40000001 | F | Lima\n2 | Luis | 40000002 | M | Lima\n3 | | | | Lima\n4 | | | | Lima",
            "W1 M1 T2"
        ),
        (
            "empty-rows-between",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | ______ | ___\n3 | Luis | M\n4 | - | -\n5 | | \n6 | | ",
            "W1 M1 T2"
        ),
        ("row-without-sex", "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | \n3 | | ", "W1 M0 T2 sex-unread"),
        ("rows-lost", "N° | Nombres | Sexo\n1 | Ana | F\n2 | | \n5 | Luis | M", "W1 M1 T2 rows-lost"),
        (
            "same-document",
            "Nombres | Documento de identidad | Sexo\nAna | 04000001 | F\nLuis | 40000002 | M\nAna | 4000001 | F\nEva | ******* | F\nPía | ******* | F",
            "W4 M1 T5 person-repeated"
        ),
        (
            "same-document-with-crosses",
            "Nombres | D.N.I. | F | M\nAna | 40000001 | X |\nLuis | 40000002 | | X\nAna | 40000001 | X |",
            "W2 M1 T3 person-repeated"
        ),
        ("answers-to-circle", "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\n3 | | F / M\n4 | | F / M", "W1 M1 T2"),
        (
            "codes-in-table",
            "Sexo | 1 | Mujer\n | 2 | Hombre\nN° | Nombres | Sexo\n1 | Ana | 1\n2 | Luis | 2\n3 | Rosa | 1",
            "W2 M1 T3"
        ),
        (
            "codes-in-sentence",
            "Códigos: 1 es mujer y 2 es hombre | |\nN° | Nombres | Sexo\n1 | Ana | 1\n2 | Luis | 2\n3 | Rosa | 1",
            "W2 M1 T3"
        ),
        (
            "sexes-in-total",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\nTotal mujeres: 1 | |\nTotal hombres: 1 | |",
            "W1 M1 T2"
        ),
        (
            "sex-asked-by-words",
            "Nombres | ¿Es usted mujer u hombre?\nAna | Mujer\nLuis | Hombre\nEva | Mujer",
            "W2 M1 T3"
        ),
        ("dots", "N° | Nombres | F | M\n1 | Ana | • |\n2 | Luis | | •\n3 | Eva | • |", "W2 M1 T3"),
        (
            "list-beside-summary",
            "N° | Nombres | Sexo | | Sexo | Cantidad\n1 | Ana | F | | Mujeres | 2\n2 | Luis | M | | Hombres | 1\n3 | Rosa | F | | Total | 3",
            "W2 M1 T3"
        ),
        (
            "total-beside",
            "N° | Nombres | Sexo | | N° | Nombres | Sexo\n1 | Ana | F | | 3 | Eva | F\n2 | Luis | M | | |\nTOTAL | 3 | | | | |",
            "W2 M1 T3"
        ),
        ("codes-of-students", "Alumno | Sexo\nAna | 2\nLuis | 1\nRosa | 2", "W- M- T3 sex-unread"),
        ("both-crossed", "N° | Nombres | F | M\n1 | Ana | X |\n2 | Luis | | X\n3 | Sol | X | X", "W1 M1 T3 sex-unread"),
        ("crosses-of-a-form", "N° | Nombres | F | M\n1 | Ana | X |\n2 | Luis | | X\n3 | | |\n4 | | |", "W1 M1 T2"),
        ("cross-lost", "N° | Nombres | F | M\n1 | Ana | X |\n2 | Luis | | X\n3 | Eva | |", "W1 M1 T2 rows-lost"),
        ("items", "Ítem | Nombres | F | M\n1 | Ana | X |\n2 | Luis | | X", "W1 M1 T2"),
        (
            "same-phone",
            "Nombres | DNI | Celular | Sexo\nAna | 40000001 | 999888777 | F\nLuis | 40000002 | 999888777 | M",
            "W1 M1 T2"
        ),
        ("ages-first", "Edad | Nombres | Sexo\n25 | Ana | F\n31 | Luis | M\n44 | Eva | F", "W2 M1 T3"),
        ("sex-of-child", "Nombres | Sexo del hijo | Sexo\nAna | M | F\nLuis | M | M\nEva | M | F", "W2 M1 T3"),
        (
            "reads-words-below-other-header",
            "Nombres | Sexo que figura en planilla\nAna | Mujer\nLuis | Hombre\nEva | Mujer",
            "W2 M1 T3"
        ),
    ];

    private static readonly (string Name, string Lines, string[] Figures)[] Parts =
    [
        (
            "second-without-header",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\n\n3 | Eva | F\n4 | Juan | M",
            ["W2 M2 T4"]
        ),
        (
            "third",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\n\n3 | Eva | F\n\nN° | Nombres | Sexo\n4 | Juan | M\nTOTAL | 4 |",
            ["W2 M2 T4"]
        ),
        ("names-only-without-header", "Nombres | Sexo\nAna | F\nLuis | M\n\nEva | F\nJuan | M", ["W2 M2 T4"]),
        (
            "names-only-with-header",
            "Nombres | Sexo\nAna | F\nLuis | M\n\nNOMBRES | SEXO\nEva | F\nJuan | M",
            ["W2 M2 T4"]
        ),
        (
            "text-between",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\ncontinúa en la página siguiente\nN° | Nombres | Sexo\n3 | Eva | F",
            ["W2 M1 T3"]
        ),
        (
            "two-workshops",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\nTaller 2\nN° | Nombres | Sexo\n1 | Eva | F\n2 | Juan | M\n3 | Pía | F",
            ["W1 M1 T2", "W2 M1 T3"]
        ),
        (
            "other-words-in-header",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\n\nN.º | Apellidos y nombres | Género\n3 | Eva | F",
            ["W2 M1 T3"]
        ),
        (
            "crosses-without-header",
            "N° | Nombres | F | M\n1 | Ana | X |\n2 | Luis | | X\n\n3 | Eva | X |\n4 | Juan | | X",
            ["W2 M2 T4"]
        ),
        (
            "crosses-with-header",
            "N° | Nombres | F | M\n1 | Ana | X |\n2 | Luis | | X\n\nN° | Nombres | F | M\n3 | Eva | X |",
            ["W2 M1 T3"]
        ),
        (
            "figures-after",
            "N° | Nombres | Sexo\n1 | Ana | F\n2 | Luis | M\n\nMes | Talleres\nF | 1\nM | 3",
            ["W1 M1 T2"]
        ),
    ];

    public static IEnumerable<ReadCase> All()
    {
        yield return new("03c-word-list-in-two-tables.docx") { Attendance = ["W4 M2 T6"] };
        yield return new("08-google-forms-cual-es-su-sexo.xlsx") { Attendance = ["W5 M3 T9"] };
        yield return new("08b-sexo-1-hombre-2-mujer-in-header.xlsx") { Attendance = ["W5 M3 T8"] };
        yield return new("09-two-lists-side-by-side.xlsx") { Attendance = ["W5 M3 T8"] };
        yield return new("11-sex-merged-down-the-rows.xlsx") { Attendance = ["W5 M3 T8"] };
        yield return new("sex-merged-down-the-rows.xls") { Attendance = ["W5 M3 T8"] };
        yield return new("sex-merged-down-the-rows.ods") { Attendance = ["W5 M3 T8"] };
        yield return new("22-same-dni-twice.xlsx") { Attendance = ["W6 M4 T10 person-repeated"] };

        foreach (var (index, question) in Questions.Index())
        {
            yield return new(
                $"question-{index}.csv",
                () =>
                    TableFiles.Csv(
                        $"Marca temporal | Nombres | {question}\n1/3/26 | Ana | Mujer\n1/3/26 | Luis | Hombre\n2/3/26 | Eva | Mujer"
                    )
            )
            {
                Attendance = ["W2 M1 T3"],
            };
        }

        foreach (var (index, header) in Explanations.Index())
        {
            yield return new(
                $"explained-{index}.csv",
                () => TableFiles.Csv($"N° | Nombres | {header}\n1 | Ana | 2\n2 | Luis | 1\n3 | Eva | 2")
            )
            {
                Attendance = ["W2 M1 T3"],
            };
        }

        foreach (var (name, rows, figures) in Tables)
        {
            yield return new($"{name}.csv", () => TableFiles.Csv(rows)) { Attendance = [figures] };
            yield return new($"{name}.docx", () => TableFiles.Docx(rows)) { Attendance = [figures] };
        }

        foreach (var (name, lines, figures) in Parts)
        {
            yield return new($"{name}.docx", () => TableFiles.Docx(lines)) { Attendance = [.. figures] };
        }

        foreach (var merged in MergedCells.All())
        {
            yield return merged;
        }
    }
}
