using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Attendances;

namespace Avance.Functions.Tests.Documents.Facts;

public sealed class AttendanceFiguresTests
{
    [Theory]
    [InlineData("participaron 22 hombres y 79 mujeres.", 79, 22, null)]
    [InlineData("2,508 mujeres y 495 hombres", 2508, 495, null)]
    [InlineData("2.508 mujeres y 495 hombres", 2508, 495, null)]
    [InlineData("un total de 136 personas, de los cuales 101 fueron mujeres y 35 fueron hombres", 101, 35, 136)]
    [InlineData("asistieron 136 servidores/as (101 mujeres y 35 varones)", 101, 35, 136)]
    [InlineData("setenta y nueve mujeres y veintidós hombres", 79, 22, null)]
    [InlineData("ciento cinco (105) mujeres y cien (100) hombres", 105, 100, null)]
    [InlineData("mil doscientas mujeres y trescientos un hombres", 1200, 301, null)]
    [InlineData("101 (74 %) fueron mujeres y 35 (26 %) hombres", 101, 35, null)]
    [InlineData("una mujer y dos hombres", 1, 2, null)]
    [InlineData("Mujeres: 79, Hombres: 22", 79, 22, null)]
    [InlineData("mujeres (79) y hombres (22)", 79, 22, null)]
    [InlineData("79 servidoras mujeres y 22 servidores hombres", 79, 22, null)]
    [InlineData("Participantes: 101 (79 M y 22 H)", 79, 22, 101)]
    [InlineData("(22 M / 79 F)", 79, 22, null)]
    [InlineData("79\nmujeres y 22\nhombres", 79, 22, null)]
    [InlineData("se capacitó a 79 personas de sexo femenino y 22 de sexo masculino", 79, 22, null)]
    [InlineData("De un total de 250 servidores, participaron 79 mujeres y 22 hombres", 79, 22, null)]
    [InlineData("convocó a 300 personas, de las cuales asistieron 79 mujeres y 22 hombres", 79, 22, null)]
    [InlineData("Participaron 62 personas: 41 mujeres, 19 hombres y 2 adolescentes", 41, 19, 62)]
    [InlineData("se capacitó a 30 (treinta) servidoras y 15 servidores", 30, 15, null)]
    [InlineData("15 servidores y 30 servidoras", 30, 15, null)]
    [InlineData("Mujeres: 15, Hombres: 8. Total: 23", 15, 8, 23)]
    public void Extract_Sentence_GivesBothSexes(string text, int women, int men, int? total)
    {
        var found = Single(Read.Lines(text));

        (found.Women, found.Men, found.Total).ShouldBe((women, men, total));
        found.Source.ShouldBe(AttendanceSource.Sentence);
        found.Doubts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("100 personas, 79 mujeres y 22 hombres", 79, 22, DoubtCode.SumDiffers)]
    [InlineData("se capacitó a 79 mujeres", 79, null, DoubtCode.OneSexOnly)]
    [InlineData("2 508 mujeres y 495 hombres", 2508, 495, DoubtCode.BlankInNumber)]
    public void Extract_DoubtfulSentence_SaysSo(string text, int women, int? men, string doubt)
    {
        var found = Single(Read.Lines(text));

        (found.Women, found.Men).ShouldBe((women, men));
        found.Doubts.ShouldBe([doubt]);
    }

    [Theory]
    [InlineData("Ley N° 28983, Ley de Igualdad de Oportunidades entre Mujeres y Hombres")]
    [InlineData("la igualdad entre mujeres y hombres en 2023")]
    [InlineData("el 78 % mujeres y 22 % hombres")]
    [InlineData("En el 2023 mujeres y hombres participaron")]
    [InlineData("RM N° 200-2021-MIMP hombres y mujeres")]
    [InlineData("el 8 de marzo de 2023 mujeres del ministerio")]
    [InlineData("una mujer del ministerio")]
    [InlineData("180 servidoras y servidores")]
    [InlineData("se difundieron 3 Warmi Ñan y 2 Chacha")]
    [InlineData("180 servidores/as y 20 servidores")]
    public void Extract_NoCount_FindsNothing(string text) => Read.Facts(Read.Lines(text)).Attendance.ShouldBeEmpty();

    [Theory]
    [InlineData(
        "Unidad | Mujeres | Hombres | Total\nOGRH | 50 | 10 | 60\nOC | 29 | 12 | 41\nTOTAL | 79 | 22 | 101",
        ""
    )]
    [InlineData("Unidad | Servidoras | Servidores\nOGRH | 50 | 10\nOC | 29 | 12", "")]
    [InlineData("Unidad | F | M\nOGRH | 50 | 10\nOC | 29 | 12\nTotal general | 79 | 22", "")]
    [InlineData("Unidad | H | M\nOGRH | 10 | 50\nOC | 12 | 29", "")]
    [InlineData("Unidad | N° de hombres | N° de mujeres\nOGRH | 10 | 50\nOC | 12 | 29", "")]
    [InlineData("Sexo | Cantidad | %\nMujeres | 79 | 78 %\nHombres | 22 | 22 %\nTotal | 101 | 100 %", "")]
    [InlineData("Unidad | Mujeres | Hombres\nOGRH | 50 | 10\nTOTAL | 79 | 22", "total-differs")]
    [InlineData("Unidad | Mujeres | Hombres | Total\nTOTAL | 79 | 22 | 102", "sum-differs")]
    [InlineData(
        "Unidad | Mujeres | Hombres | Otro | Total\nOGRH | 50 | 10 | 1 | 61\nTOTAL | 79 | 22 | 3 | 104",
        "total-differs"
    )]
    [InlineData("Unidad | Mujeres | Hombres | Otro | Total\nTOTAL | 79 | 22 | 3 | 104", "")]
    [InlineData("Unidad | Mujeres | Hombres | Otros gastos | Total\nTOTAL | 79 | 22 | 300 | 101", "")]
    [InlineData("Unidad | Mujeres | Hombres | Prefiere no decirlo | Total\nTOTAL | 79 | 22 | 3 | 105", "sum-differs")]
    public void Extract_TableOfFigures_GivesBothSexes(string rows, string doubts)
    {
        var found = Single(Read.Table(rows));

        (found.Women, found.Men).ShouldBe((79, 22));
        found.Source.ShouldBe(AttendanceSource.Table);
        string.Join(',', found.Doubts).ShouldBe(doubts);
    }

    [Theory]
    [InlineData(
        "  Unidad        Mujeres    Hombres   Total\n  OGRH             50         10      60\n  OC  29  12  41\n  TOTAL            79         22     101"
    )]
    [InlineData("  Mujeres      79\n  Hombres      22\n  Total       101")]
    public void Extract_FiguresInLines_GiveBothSexes(string text)
    {
        var found = Read.Facts(Read.Drawn(text)).Attendance.ShouldHaveSingleItem();

        (found.Women, found.Men, found.Total).ShouldBe((79, 22, 101));
    }

    private static Attendance Single(Avance.Functions.Documents.DocumentText document) =>
        Read.Facts(document).Attendance.ShouldHaveSingleItem();
}
