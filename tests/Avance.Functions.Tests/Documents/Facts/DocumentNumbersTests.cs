using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Documents.Facts;

public sealed class DocumentNumbersTests
{
    [Theory]
    [InlineData("INFORME N° D000149-2023-CONADIS-URH\nReferencia: MEMORANDO N° D000001-2023-CONADIS-DE")]
    [InlineData("Ley N° 31638\nINFORME N° 000149-2023-CONADIS-URH")]
    [InlineData("NFORME TÉCNICO N°D000149-2023-CONADIS-URH")]
    [InlineData("RESOLUCIÓN MINISTERIAL N° 149-2023-MIMP")]
    [InlineData("N° D000149-2023-CONADIS-URH")]
    [InlineData("Informe N° D000149-2023-CONADIS-URH")]
    [InlineData(
        "Decenio de la Igualdad de Oportunidades para Mujeres y Hombres\nInforme N° D000149-2023-CONADIS-URH\nA: x"
    )]
    [InlineData("OFICINA DE ASUNTOS INTERNACIONALES\n      INFORME N° 000149-2023-MIMP-OAI\nA : x\nASUNTO : y")]
    [InlineData("Vista Alegre, 5 de mayo de 2023\nOFICIO N° 000149-2023-MDVA-ALC")]
    [InlineData("MUNICIPALIDAD DE VISTA ALEGRE      OFICIO N° 000149-2023-MDVA-ALC")]
    [InlineData("MINISTERIO DE LA MUJER\nY POBLACIONES VULNERABLES INFORME N° 000149-2023-MIMP-OGRH\nA : x")]
    [InlineData("OFICINA DE ATENCIÓN A LA CIUDADANÍA      INFORME N° 000149-2023-MIMP-OAC")]
    [InlineData("Programa Nacional para la Prevención\nde la Violencia\nINFORME N° 000149-2023-MIMP-PNP\nREF. : z")]
    [InlineData("Resolución Ministerial\n\nN° 149-2023-MIMP\n\nLima, 12 de mayo de 2023")]
    [InlineData("Secretaría General      Oficina General de       INFORME N° 000149-2023-MIMP-OGRH\nA : x")]
    public void OwnOf_NumberInTheTitle_IsItsOwn(string text) =>
        DocumentNumbers.OwnOf(Read.Facts(Read.Paragraphs(text)))!.Document.Number.ShouldBe("149");

    [Theory]
    [InlineData("")]
    [InlineData("En atención al Informe N° D000149-2023-CONADIS-URH se dictó el curso.")]
    [InlineData("Lista de asistencia, RM N° 200-2021-MIMP")]
    [InlineData("INFORME S/N\nReferencia: INFORME N° D000149-2023-CONADIS-URH")]
    [InlineData("Referencia:\nInforme N° D000149-2023-CONADIS-URH")]
    [InlineData("Se dictó el\nInforme N° D000149-2023-CONADIS-URH que aprueba")]
    [InlineData("INFORME N° 12")]
    [InlineData("Ley N° 30364")]
    [InlineData("SE CITA: INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("Ref.: INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("REF INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("REFERENCIA   :   a) INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("REFERENCIA :   Solicitud del 5 de mayo\n               INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("De acuerdo con el INFORME N° D000149-2023-MIMP-OGRH se dictó el curso")]
    [InlineData("DE ACUERDO CON EL\nINFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("De acuerdo con el\nInforme N° D000149-2023-MIMP-OGRH")]
    [InlineData("ASUNTO: Remite INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("PARA      :  Ana Flores\nSe entregó: lista, INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("VISTO, INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("2- ANTECEDENTES\nINFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("SEGÚN INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("SE ADJUNTA INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("LISTA DE ASISTENCIA\nANEXO 1 - INFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("LISTA DE ASISTENCIA\n(INFORME N° D000149-2023-MIMP-OGRH)")]
    public void OwnOf_NoNumberInTheTitle_IsNone(string text) =>
        DocumentNumbers.OwnOf(Read.Facts(Read.Paragraphs(text))).ShouldBeNull();

    [Theory]
    [InlineData("REFERENCIA\n\nINFORME N° D000149-2023-MIMP-OGRH")]
    [InlineData("ASUNTO : Curso\n\nSe dictó lo previsto, INFORME N° D000149-2023-MIMP-OGRH, en mayo.")]
    public void OwnOf_NumberBelowTheSubject_IsNone(string text) =>
        DocumentNumbers.OwnOf(Read.Facts(Read.Paragraphs(text))).ShouldBeNull();

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, null, false)]
    [InlineData(null, 12, true)]
    [InlineData(null, 13, false)]
    public void OwnOf_Place_MustBeAtTheHead(int? page, int? paragraph, bool expected)
    {
        var where = new ReadLocation([], page, Paragraph: paragraph);
        var text = new DocumentText([new TextBlock("INFORME N° D000149-2023-CONADIS-URH", where)], [], null, false);

        (DocumentNumbers.OwnOf(Read.Facts(text)) is not null).ShouldBe(expected);
    }

    [Fact]
    public void OwnOf_NumberInAPictureOfADocument_IsNone()
    {
        var where = new ReadLocation([], Paragraph: 1) { Picture = 1 };
        var text = new DocumentText([new TextBlock("INFORME N° D000149-2023-CONADIS-URH", where)], [], null, false);

        DocumentNumbers.OwnOf(Read.Facts(text)).ShouldBeNull();
    }

    [Theory]
    [InlineData(EvidenceFormat.Pdf, true)]
    [InlineData(EvidenceFormat.Docx, true)]
    [InlineData(EvidenceFormat.Eml, false)]
    [InlineData(EvidenceFormat.Xlsx, false)]
    public void OwnOf_MailsAndSheets_HaveNone(EvidenceFormat format, bool expected)
    {
        var document = new ClaimBuilder().Document("a", Read.Lines("INFORME N° D000149-2023-CONADIS-URH"), format);

        (DocumentNumbers.OwnOf(document) is not null).ShouldBe(expected);
        DocumentNumbers.OwnOf(document with { Facts = null }).ShouldBeNull();
    }

    [Fact]
    public void OwnOf_CellOfASheet_IsNone() =>
        DocumentNumbers.OwnOf(Read.Facts(Read.Table("INFORME N° D000149-2023-CONADIS-URH|x"))).ShouldBeNull();

    [Fact]
    public void CitedBy_SeveralInOneLineAndOnePerLine_FindsAllInTheirOrder()
    {
        var claim = new ClaimBuilder()
            .Cites(
                "MEMORANDO D001863-2023-MIMP-OGRH. INFORME N° 000215-2023-MIMP-ODTH.",
                "Plan de trabajo\r\nINFORME S/N",
                "CORREO OC DEL 27.12.2023"
            )
            .Build();

        DocumentNumbers
            .CitedBy(claim.Claim!.DocumentsCited)
            .Select(reference => reference.Normalised)
            .ShouldBe([
                "MEMORANDO N° 001863-2023-MIMP-OGRH",
                "INFORME N° 000215-2023-MIMP-ODTH",
                "INFORME S/N",
                "CORREO OC del 2023-12-27",
            ]);
    }
}
