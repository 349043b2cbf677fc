using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.Attendances;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Lists of people that a PDF draws in any way.</summary>
public sealed class PlacedTablePropertyTests
{
    private const int Lists = 60;

    private static readonly string[] Surnames =
    [
        "LAZO",
        "SOTO VEGA",
        "RIOS",
        "DE LA CRUZ PAZ",
        "HUAMAN QUISPE",
        "DIAZ",
    ];
    private static readonly string[] Names = ["ANA", "LUIS", "ROSA MARIA", "JUAN CARLOS DEL PILAR", "EVA", "HUGO"];

    [Fact]
    public async Task Pdf_AnyList_IsCountedRightOrInDoubt()
    {
        for (var seed = 0; seed < Lists; seed++)
        {
            var (table, women, men) = Draw(new Random(seed));

            var found = await FoundAsync(table);

            found.ShouldNotBeEmpty($"seed {seed}");
            found.ShouldAllBe(
                list => (list.Women == women && list.Men == men && list.Total == women + men) || list.Doubts.Count > 0,
                $"seed {seed}"
            );
        }
    }

    private static async Task<List<Attendance>> FoundAsync(PlacedTable table)
    {
        var reading = await ReadingDriver.ReadAsync(table.Pdf(), "a.pdf");
        return [.. ExtractedDocument.Of(reading, "Personas capacitadas").Facts!.Attendance];
    }

    private static (PlacedTable Table, int Women, int Men) Draw(Random random)
    {
        var crosses = random.Next(2) == 0;
        var isWoman = Enumerable.Range(0, random.Next(3, 60)).Select(_ => random.Next(3) > 0).ToArray();
        List<(string Header, int Width, Func<int, string> Cell)> columns =
        [
            ("APELLIDOS Y NOMBRES", random.Next(170, 240), _ => Name(random)),
            ("DNI", random.Next(55, 75), i => $"{40_000_000 + (i * 104_729)}"),
            ("FIRMA", random.Next(40, 80), _ => ""),
        ];
        columns.Insert(
            random.Next(columns.Count + 1),
            crosses
                ? ("MUJER", random.Next(50, 70), i => isWoman[i] ? "X" : "")
                : ("SEXO", random.Next(45, 60), i => isWoman[i] ? "F" : "M")
        );
        if (crosses)
        {
            var at = columns.FindIndex(column => column.Header == "MUJER");
            columns.Insert(at + 1, ("HOMBRE", random.Next(50, 70), i => isWoman[i] ? "" : "X"));
        }

        columns.Insert(0, ("N°", random.Next(25, 40), i => $"{i + 1}"));
        var places = new List<(double Left, double Right)>();
        foreach (var column in columns)
        {
            var left = places.Count == 0 ? 30 : places[^1].Right;
            places.Add((left, left + column.Width));
        }

        const string Alignments = "lcr";
        var table = new PlacedTable
        {
            Width = 700,
            Columns = [.. places],
            Header =
            [
                [.. columns.Select(column => column.Header)],
            ],
            Rows = [.. isWoman.Select((_, i) => columns.Select(column => column.Cell(i)).ToArray())],
            Align = string.Concat(columns.Select(_ => Alignments[random.Next(3)])),
            HeaderAlign = Alignments[random.Next(2)],
            Padding = random.Next(2, 14),
            RowsOnPage = random.Next(15, 30),
            RepeatsHeader = random.Next(2) == 0,
            IsCentred = random.Next(2) == 0,
        };
        return (table, isWoman.Count(one => one), isWoman.Count(one => !one));
    }

    /// <summary>Long names are wrapped.</summary>
    private static string Name(Random random)
    {
        var (surname, name) = (Surnames[random.Next(Surnames.Length)], Names[random.Next(Names.Length)]);
        return surname.Length + name.Length > 24 ? $"{surname},\n{name}" : $"{surname}, {name}";
    }
}
