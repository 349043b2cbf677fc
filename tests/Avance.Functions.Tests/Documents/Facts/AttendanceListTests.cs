using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.Attendances;

namespace Avance.Functions.Tests.Documents.Facts;

public sealed class AttendanceListTests
{
    [Theory]
    [InlineData("SEXO", "M,F,F", 2, 1, "")]
    [InlineData("Sexo", "m,f,FF", 2, 1, "")]
    [InlineData("Género", "H,M,M", 2, 1, "")]
    [InlineData("Sexo", "Hombre,Mujer,mujer", 2, 1, "")]
    [InlineData("SEXO", "MASCULINO,Femenino,FEMENINO", 2, 1, "")]
    [InlineData("Sexo", "Masc.,Fem.,Fem.", 2, 1, "")]
    [InlineData("Sexo", "Varón,Dama,MUJER", 2, 1, "")]
    [InlineData("Sexo", "Muj.,HOM,MUJ", 2, 1, "")]
    [InlineData("Sexo", "Warmi,Qari,WARMI", 2, 1, "")]
    [InlineData("Sexo", "Señor,Señora,SEÑORITA", 2, 1, "")]
    [InlineData("Sexo", "Sr.,Sra.,Srta.", 2, 1, "")]
    [InlineData("Sexo", "Caballeros,Damas,Damas", 2, 1, "")]
    [InlineData("Género", "♂,♀,♀\uFE0F", 2, 1, "")]
    [InlineData("Sexo", "Male,Female,Female", 2, 1, "")]
    [InlineData("Identidad de género", "Mujer,Hombre,Mujer", 2, 1, "")]
    [InlineData("Sexo (H/M)", "M,M,M", 3, 0, "")]
    [InlineData("SEXO (M/F)", "M,M,M", 0, 3, "")]
    [InlineData("H/M", "H,M,M", 2, 1, "")]
    [InlineData("Sexo", "E,EE,M", 2, 1, "")]
    [InlineData("Sexo", "F,Otro,M", 1, 1, "")]
    [InlineData("Sexo", "Mujer,Prefiere no decirlo,Hombre", 1, 1, "")]
    [InlineData("Sexo", "F,,F", 2, 0, "sex-unread")]
    [InlineData("Sexo", "F,?,M", 1, 1, "sex-unread")]
    public void Extract_ColumnOfSex_CountsRows(string header, string values, int women, int men, string doubts)
    {
        var found = Of(header, values);

        found.Women.ShouldBe(women);
        found.Men.ShouldBe(men);
        found.Total.ShouldBe(3);
        found.Source.ShouldBe(AttendanceSource.List);
        string.Join(',', found.Doubts).ShouldBe(doubts);
    }

    [Theory]
    [InlineData("Sexo", "Tipo 1,Tipo 2,Tipo 1", "Tipo 1|Tipo 2")]
    [InlineData("Género", "Azul,,AZUL", "Azul")]
    [InlineData("Sexo", "Tipo 1,Otro,Tipo 2", "Tipo 1|Tipo 2")]
    public void Extract_WordsThatNobodyKnows_AreNamed(string header, string values, string unread)
    {
        var found = Of(header, values);

        (found.Women, found.Men, found.Total).ShouldBe((null, null, 3L));
        found.Doubts.ShouldBe([DoubtCode.SexUnread]);
        string.Join('|', found.Unread).ShouldBe(unread);
    }

    [Fact]
    public void Extract_SomeWordsThatNobodyKnows_AreNamedToo() => Of("Sexo", "F,Tipo 1,M").Unread.ShouldBe(["Tipo 1"]);

    [Theory]
    [InlineData("N° | Obra | Autor | Género\n1 | Yawar Fiesta | Arguedas | Novela\n2 | Agua | Arguedas | Cuento")]
    [InlineData("N° | Nombre | Género\n1 | Yawar Fiesta | Novela\n2 | Agua | Cuento\n3 | Paco Yunque | Cuento")]
    [InlineData("N° | Participante | Título | Género\n1 | Ana | Río | Poesía\n2 | Eva | Sol | Poesía")]
    [InlineData("Nombres | Ana Flores | Sexo | F\nDNI | 40123456 | Edad | 31\nCargo | Analista | Correo | ana@x.pe")]
    [InlineData("N° | Nombres | Sexo\n1 | Ana |\n2 | Eva |")]
    [InlineData("Variable | Sexo\nTipo | Nominal\nEscala | Nominal")]
    [InlineData("N° | Nombres | Sexo\n1 | Ana | Cargo:\n2 | Eva | Cargo:")]
    public void Extract_ColumnThatIsNotOfAnswers_GivesNothing(string rows) =>
        Read.Facts(Read.Table(rows)).Attendance.ShouldBeEmpty();

    [Theory]
    [InlineData("M,M,M")]
    [InlineData("M,H,F")]
    public void Extract_MWithNothingBesideIt_IsInDoubt(string values)
    {
        var found = Of("SEXO", values);

        found.Women.ShouldBeNull();
        found.Men.ShouldBeNull();
        found.Total.ShouldBe(3);
        found.Doubts.ShouldBe([DoubtCode.SexAmbiguous]);
    }

    [Fact]
    public void Extract_Legend_SaysWhatMMeans()
    {
        var document = Read.Table("N° | Nombre | Sexo\n1 | Ana | M\n2 | Eva | M") with
        {
            Blocks = Read.Lines("Leyenda: M = Mujer, H = Hombre").Blocks,
        };

        Read.Facts(document).Attendance.ShouldHaveSingleItem().Women.ShouldBe(2);
    }

    [Fact]
    public void Extract_RowsLost_AreNoticed()
    {
        var found = Single(Read.Table("N° | Nombre | Sexo\n1 | Ana | F\n2 | Luis | M\n4 | Eva | F"));

        found.Total.ShouldBe(3);
        found.Doubts.ShouldBe([DoubtCode.RowsLost]);
    }

    [Fact]
    public void Extract_TotalsRow_IsCompared()
    {
        var found = Single(Read.Table("Nombre | Sexo\nAna | F\nLuis | M\nTOTAL | 3"));

        found.Doubts.ShouldBe([DoubtCode.TotalDiffers]);
        found.Where.Cell.ShouldBe("A1");
        found.Raw.ShouldBe("Nombre | Sexo");
    }

    [Fact]
    public void Extract_TwoParts_CountFromOneAgain()
    {
        var found = Single(
            Read.Table("N° | Nombre | Sexo\n1 | Ana | F\n2 | Luis | M\n1 | Eva | F\n2 | Pía | F\nTOTAL | 4 |")
        );

        (found.Women, found.Men, found.Total).ShouldBe((3, 1, 4));
        found.Doubts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Total sesión 1 | | 3", "Total sesión 2", "")]
    [InlineData("Total sesión 1 | | 3", "Total sesión 2 | | 2", "")]
    [InlineData("Total sesión 1 | | 3", "Total general | | 5", "")]
    [InlineData("Total sesión 1 | | 3", "Firma del responsable", "")]
    [InlineData("Total sesión 1 | | 3", "Total sesión 2 | | 4", "total-differs")]
    public void Extract_TotalOfASession_DoesNotEndTheList(string first, string second, string doubts)
    {
        var found = Single(
            Read.Table(
                $"N° | Nombre | Sexo\n1 | Ana | F\n2 | Luis | M\n3 | Eva | F\n{first}\n1 | Pía | F\n2 | Juan | M\n{second}"
            )
        );

        (found.Women, found.Men, found.Total).ShouldBe((3, 2, 5));
        string.Join(',', found.Doubts).ShouldBe(doubts);
    }

    [Theory]
    [InlineData("Nombre | Identidad de género | Sexo\nAna | Mujer | F\nLuis | Hombre | M\nEva | Mujer | F")]
    [InlineData("Nombre | Identidad de género | Sexo\nLuis | Hombre | M\nAna | Mujer | F\nEva | Mujer | F")]
    [InlineData("Nombre | Identidad de género | Sexo\nAna | No binario | F\nLuis | Hombre | M\nEva | Mujer | F")]
    [InlineData("Nombre | Código | Sexo\nAna | M | F\nEva | M | F\nLuis | F | H")]
    public void Extract_TwoColumnsThatNameASex_ArePeople(string rows)
    {
        var found = Single(Read.Table(rows));

        (found.Women, found.Men, found.Total).ShouldBe((2, 1, 3));
        found.Doubts.ShouldBeEmpty();
    }

    [Fact]
    public void Extract_ListOnPages_GoesOnBelowEachHeader()
    {
        var found = Single(
            Read.Drawn(
                """
                                        LISTA DE ASISTENCIA

                  N°    APELLIDOS Y NOMBRES                   DNI         SEXO    UNIDAD ORGÁNICA
                  1     QUISPE MAMANI, MARÍA ELENA            40123456      F     OGRH
                  2     FLORES DE LA CRUZ Y PÉREZ,            40123457      M     Oficina de
                        JUAN CARLOS                                               Comunicaciones
                  3     HUAMÁN ROJAS, ROSA                    40123458      F     OC
                                                                                  Página 1 de 2
                  Ministerio de la Mujer
                  N°    APELLIDOS Y NOMBRES                   DNI         SEXO    UNIDAD ORGÁNICA
                  4     TORRES VEGA, ANA LUCÍA                40123459      F     OGRH

                  TOTAL                                                       4
                """
            )
        );

        (found.Women, found.Men, found.Total).ShouldBe((3, 1, 4));
        found.Doubts.ShouldBeEmpty();
    }

    [Fact]
    public void Extract_ListWithCardsAndAges_CountsItsPeopleOnce()
    {
        var found = Single(
            Read.Drawn(
                """
                N   Apellidos y nombres    DNI         Edad   Sexo
                1   Flores Quispe, Ana     40112233    34     F
                2   Soto Ramos, Luis       40112234    28     M
                3   Rojas Rojas, Rosa      40112235    41     F
                """
            )
        );

        (found.Women, found.Men, found.Source).ShouldBe((2, 1, AttendanceSource.List));
    }

    [Theory]
    [InlineData("40112233 F Soto Ramos, Luis 40112234 M")]
    [InlineData("40112233 MUJER")]
    [InlineData("34 F Soto Ramos, Luis 28 M")]
    public void Extract_CardsAndAgesBesideSexes_AreNoCounts(string line) =>
        Read.Facts(Read.Lines(line)).Attendance.ShouldBeEmpty();

    [Fact]
    public void Extract_CrossesBelowSex_AreCounted()
    {
        var table = Single(
            Read.Table("N° | Nombre | SEXO |\n | | H | M\n1 | Ana | | X\n2 | Luis | x |\n3 | Eva | | X")
        );
        var lines = Single(
            Read.Drawn(
                """
                N°   APELLIDOS Y NOMBRES        SEXO        FIRMA
                                              M      F
                1    Ana Flores                      X
                2    Luis Quispe              X
                3    Eva Huamán                      X
                """
            )
        );

        (table.Women, table.Men, table.Total).ShouldBe((2, 1, 3));
        (lines.Women, lines.Men, lines.Total).ShouldBe((2, 1, 3));
        table.Source.ShouldBe(AttendanceSource.List);
    }

    private static Attendance Of(string header, string values)
    {
        var rows = values.Split(',').Select((value, index) => $"{index + 1} | Persona {index + 1} | {value}");
        return Single(Read.Table($"N° | Nombres | {header}\n{string.Join('\n', rows)}"));
    }

    private static Attendance Single(DocumentText document) => Read.Facts(document).Attendance.ShouldHaveSingleItem();
}
