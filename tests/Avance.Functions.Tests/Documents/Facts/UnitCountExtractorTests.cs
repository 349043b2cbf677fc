namespace Avance.Functions.Tests.Documents.Facts;

public sealed class UnitCountExtractorTests
{
    [Theory]
    [InlineData("Cantidad de Comunicados emitidos", "se emitieron 18 comunicados", "18")]
    [InlineData("Cantidad de Comunicados emitidos", "Comunicados emitidos: 18", "18")]
    [InlineData("Número de servidores/as capacitados/as", "se capacitó a 180 servidoras y servidores", "180")]
    [InlineData("Número de servidores/as capacitados/as", "servidores/as capacitados/as: 1,180", "1180")]
    [InlineData("Número de personas capacitadas", "123 personas", "123")]
    [InlineData("N° de asistencias técnicas", "se brindaron dos asistencias técnicas", "2")]
    [InlineData("N° de veces que se remite el correo electrónico", "fue remitido 22 veces", "22")]
    [InlineData("Número de personas capacitadas", "suman 109 personas capacitadas: 70 mujeres y 39 hombres", "109")]
    [InlineData("Taller", "06 (seis) talleres", "6")]
    [InlineData("Gobiernos regionales capacitados", "11 Gobiernos Regionales", "11")]
    [InlineData(
        "Porcentaje de personas capacitadas que aprobaron el curso",
        "el 49.5 % de las personas capacitadas",
        "49.5%"
    )]
    [InlineData("Porcentaje de personas capacitadas que aprobaron el curso", "39 personas", "39")]
    public void Extract_NumberInUnit_IsFound(string unit, string text, string expected)
    {
        var found = Read.Facts(Read.Lines(text), unit).Counts.ShouldHaveSingleItem();

        $"{found.Value}{(found.IsPercent ? "%" : "")}".ShouldBe(expected);
        found.Doubts.ShouldBeEmpty();
    }

    [Fact]
    public void Extract_AnotherWordForPeople_IsInDoubt() =>
        Read.Facts(Read.Lines("asistieron 109 participantes"), "Número de personas capacitadas")
            .Counts.ShouldHaveSingleItem()
            .Doubts.ShouldBe(["synonym"]);

    [Theory]
    [InlineData("Planes de trabajo", "De los 6 planes de trabajo presentados, 4 fueron adecuados.", "6", "4")]
    [InlineData("Protocolo", "De los 44 protocolos de la PNIG, se concluyeron tres.", "44", "3")]
    [InlineData("Comunicado", "La meta programada para el año es de 12 comunicados.", "12", "")]
    [InlineData("Comunicado", "Había 12 comunicados programados.", "12", "")]
    [InlineData("Personas", "convocó a 300 personas, de las cuales asistieron 30 mujeres y 15 hombres", "300", "")]
    [InlineData("Servidores", "De un total de 250 servidores se capacitó a 45", "250", "45")]
    public void Extract_WholeOrTarget_IsInDoubt(string unit, string text, string expected, string beside)
    {
        var facts = Read.Facts(Read.Lines(text), unit);

        var found = facts.Counts.ShouldHaveSingleItem();
        $"{found.Value}".ShouldBe(expected);
        found.Doubts.ShouldBe(["planned"]);
        string.Join(',', facts.Beside.Select(count => count.Value)).ShouldBe(beside);
    }

    [Fact]
    public void Extract_NounWithANumberBefore_TakesNoneAfterItsColon()
    {
        var facts = Read.Facts(
            Read.Lines("18 comunicados: 10 en el primer semestre y 8 en el segundo semestre"),
            "Comunicado"
        );

        facts.Counts.ShouldHaveSingleItem().Value.ShouldBe(18);
        facts.Beside.Select(count => count.Value).ShouldBe([10, 8]);
    }

    [Theory]
    [InlineData("Taller", "en 2023 talleres")]
    [InlineData("Taller", "un taller")]
    [InlineData("Taller", "12 cursos")]
    [InlineData("Informe", "INFORME N° 000215-2023-ODTH")]
    [InlineData("Documento", "se adjunta el documento")]
    [InlineData("", "12 cursos")]
    public void Extract_NoNumberInUnit_FindsNothing(string unit, string text) =>
        Read.Facts(Read.Lines(text), unit).Counts.ShouldBeEmpty();
}
