using System.Globalization;
using Avance.Functions.Documents.Facts.References;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Documents.Facts;

public sealed class FactPropertyTests
{
    private static readonly string[] Types =
    [
        "INFORME",
        "INFORME TÉCNICO",
        "MEMORANDO",
        "OFICIO MÚLTIPLE",
        "NOTA",
        "ACTA",
    ];
    private static readonly string[] Offices = ["MIMP", "CONADIS", "URH", "ODTH", "DGNNA", "UA", "DE", "ZOM"];

    private static readonly string[] Fragments =
    [
        "INFORME N° D000149-2023-",
        "CONADIS-URH",
        "N° ",
        "N?* ",
        "S/N",
        "RESOLUCIÓN ",
        "de la ",
        "CORREO ",
        "OGRH-",
        "del ",
        "01.09.2023",
        "15 de ",
        "julio de 2023",
        "2,508 ",
        "mujeres",
        " y ",
        "hombres",
        "M",
        "F",
        "SEXO",
        "   ",
        "\n",
        "\t",
        "(",
        "%",
        "mil ",
        "ciento ",
        "treinta y ",
        "---",
        "////",
        "0000000000000",
        "\uD800",
        "e\u0301",
        "|",
        "TOTAL",
        "X",
        "\0",
        "\u2013",
        "1.234.567.890.123.456.789",
        "Mujeres: ",
        "9999999999999999999999",
    ];

    [Fact]
    public void Normalised_ReadAgain_IsTheSame() =>
        ShouldHold(text =>
        {
            var once = Read.Reference(text);
            var twice = Read.Reference(once.Normalised);
            return twice.Normalised == once.Normalised && twice.Document == once.Document;
        });

    [Fact]
    public void Match_WithAndWithoutD_IsTheSameDocument() =>
        ShouldHold(text =>
            Read.Reference(text).Document.Match(Read.Reference(text.Replace("N° D", "N° ")).Document)
            == DocumentMatch.Same
        );

    [Fact]
    public void Match_AnotherOffice_IsAnotherDocument() =>
        ShouldHold(text =>
            Read.Reference(text).Document.Match(Read.Reference(text + "-OTRA").Document) == DocumentMatch.Different
        );

    [Fact]
    public void Extract_MutatedText_NeverThrows()
    {
        var random = new Random(20230901);
        for (var i = 0; i < 2_000; i++)
        {
            var parts = random.GetItems(Fragments, i % 200 == 0 ? 20_000 : random.Next(1, 120));
            var text = string.Concat(parts).ToCharArray();
            for (var change = 0; change < text.Length / 50; change++)
            {
                text[random.Next(text.Length)] = (char)random.Next(1, 0x10000);
            }

            var lines = new string(text);
            var first = Read.Facts(Read.Lines(lines), "Número de personas");
            if (i % 20 == 0)
            {
                Read.Facts(Read.Lines(lines), "Número de personas").ShouldBe(first);
                _ = Read.Facts(Read.Table(lines), lines);
            }
        }
    }

    [Theory]
    [InlineData("INFORME ")]
    [InlineData("RESOLUCION DE ")]
    [InlineData("CORREO DE ")]
    [InlineData("INFORME N° ")]
    [InlineData("1 ")]
    [InlineData("1,000,")]
    [InlineData("A-")]
    [InlineData("0")]
    [InlineData("treinta y ")]
    [InlineData("1 personas ")]
    [InlineData("a   ")]
    [InlineData("SEXO  NOMBRES\n")]
    [InlineData("Mujeres  1\n")]
    [InlineData("D0-2023-")]
    [InlineData("INFORME N° 1, ")]
    [InlineData("000001, ")]
    [InlineData("R.")]
    [InlineData("N° 1-2023-UGEL.05/")]
    [InlineData("Mujeres 1 (5 %) Hombres 1 ")]
    [InlineData("Hombres y mujeres 1 ")]
    [InlineData("de cada 10 mujeres ")]
    [InlineData("total 5 mujeres ")]
    public void Extract_LongRepetition_TakesLinearTime(string part)
    {
        // Compiles what runs.
        _ = ProcessorTime(part, 20_000);

        var once = ProcessorTime(part, 100_000);
        var eightTimes = ProcessorTime(part, 800_000);

        // Were it quadratic, it would be 64 times; caches and the garbage collector make it more than 8.
        (eightTimes / (once + TimeSpan.FromMilliseconds(20))).ShouldBeLessThan(30);
    }

    /// <summary>What this thread computes for a text of that length, whatever else the machine does.</summary>
    private static TimeSpan ProcessorTime(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
        var before = ThreadTime();
        _ = Read.Facts(Read.Lines(text), "Número de personas");
        return ThreadTime() - before;
    }

    /// <summary>The first number is of nanoseconds: https://docs.kernel.org/scheduler/sched-stats.html.</summary>
    private static TimeSpan ThreadTime() =>
        TimeSpan.FromMicroseconds(
            long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture)
                / 1_000d
        );

    private static void ShouldHold(Func<string, bool> holds) =>
        Prop.ForAll(References().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<string> References() =>
        from type in Gen.Elements(Types)
        from number in Gen.Choose(1, 999_999)
        from year in Gen.Choose(2000, 2030)
        from offices in Gen.Elements(Offices).NonEmptyListOf()
        from separator in Gen.Elements("-", "/", " - ", "-\n", " -")
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{type} N° D{number:D6}{(separator == "/" ? "-" : separator)}{year}-{string.Join(separator.Trim() is "/" ? "/" : "-", offices.Take(6))}"
        );
}
