using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Lists of invented people, as a PDF draws them.</summary>
internal static class DrawnLists
{
    private static readonly string[] Women =
    [
        "SALAS POMA, ANA",
        "RIOS VEGA, ROSA MARIA",
        "DIAZ LAZO, EVA",
        "PAZ, LUZ ELENA",
    ];
    private static readonly string[] Men = ["SOTO RAMOS, LUIS", "CASTRO, JUAN CARLOS", "QUISPE VEGA, HUGO"];

    public static PlacedTable Crossed(string left, string right, char align, int count, string sexes) =>
        Crossed(
            [
                ["N°", "APELLIDOS Y NOMBRES", "DNI", left, right, "FIRMA"],
            ],
            align,
            count,
            sexes
        );

    public static PlacedTable Crossed(string?[][] header, char align, int count, string sexes) =>
        new()
        {
            Columns = [(40, 65), (65, 260), (260, 330), (330, 390), (390, 450), (450, 550)],
            Align = $"lll{align}{align}l",
            Header = header,
            Rows =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i =>
                    {
                        var sex = sexes[i % sexes.Length];
                        var left = header[^1][3]![0] == sex;
                        var isWoman =
                            sex == 'F' || (sex == 'M' && header[^1].Any(cell => cell is "H" or "HOMBRE" or "HOMBRES"));
                        return new[] { $"{i + 1}", Name(isWoman, i), Dni(i), left ? "X" : "", left ? "" : "X", "" };
                    }),
            ],
        };

    public static PlacedTable List(int count, int without = 0, bool wrapped = false) =>
        new()
        {
            Columns = [(40, 70), (70, 280), (280, 360), (360, 420)],
            Header =
            [
                ["N°", "APELLIDOS Y NOMBRES", "DNI", "SEXO"],
            ],
            Rows =
            [
                .. People(count)
                    .Where(one => one.Number != $"{without}")
                    .Select(
                        (one, i) =>
                            new[]
                            {
                                one.Number,
                                wrapped && i % 3 == 1 ? one.Name + " DE LA\nCRUZ HUAMAN" : one.Name,
                                one.Dni,
                                one.Sex,
                            }
                    ),
            ],
        };

    public static PlacedTable TwoLists(bool goesOn) =>
        new()
        {
            Columns = [(30, 55), (55, 220), (220, 260), (300, 325), (325, 490), (490, 530)],
            Header =
            [
                ["N°", "NOMBRES", "SEXO", "N°", "NOMBRES", "SEXO"],
            ],
            Rows =
            [
                .. People(10)
                    .Zip(People(20).Skip(goesOn ? 10 : 0))
                    .Select(pair =>
                        new[]
                        {
                            pair.First.Number,
                            pair.First.Name,
                            pair.First.Sex,
                            pair.Second.Number,
                            pair.Second.Name,
                            goesOn ? pair.First.Sex : pair.Second.Sex,
                        }
                    ),
            ],
        };

    /// <summary>Four women and three men in turn.</summary>
    public static IEnumerable<(string Number, string Name, string Dni, string Sex)> People(int count) =>
        Enumerable
            .Range(0, count)
            .Select(i => ($"{i + 1}", Name(i % 7 % 2 == 0, i), Dni(i), i % 7 % 2 == 0 ? "F" : "M"));

    private static string Name(bool isWoman, int i) => isWoman ? Women[i % Women.Length] : Men[i % Men.Length];

    private static string Dni(int i) => $"{40_112_233 + (i * 7_919)}";

    /// <summary>News in three columns.</summary>
    public static byte[] Columns()
    {
        string[][] columns =
        [
            ["En la sede central se reunieron", "el lunes 12 mujeres y 5 hombres", "de todas las oficinas del piso."],
            ["En la sede de Cusco fueron al", "taller sobre el cuidado 7 mujeres", "y 3 hombres de la oficina."],
            ["En Puno hubo una charla a la que", "llegaron por la tarde 31 mujeres", "y 20 hombres, y se repite."],
        ];
        var page = new PlacedPage(842, 595).Text(60, 60, "NOTICIAS DEL MES");
        foreach (var (column, lines) in columns.Index())
        {
            foreach (var (line, text) in lines.Index())
            {
                // The lines of neighbouring columns are not level.
                page.Text(40 + (column * 265), 100 + (line * 14) + (column * 2), text);
            }
        }

        return TestPdf.OfPlaced(page);
    }
}
