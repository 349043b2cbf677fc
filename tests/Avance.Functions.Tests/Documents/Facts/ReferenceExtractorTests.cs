using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts;
using Avance.Functions.Documents.Facts.References;

namespace Avance.Functions.Tests.Documents.Facts;

public sealed class ReferenceExtractorTests
{
    [Theory]
    [InlineData("INFORME N° D000149-2023-CONADIS-URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("INFORME N°000211-2023-MIMP-ODTH", "INFORME N° 000211-2023-MIMP-ODTH", "prefix-missing")]
    [InlineData("MEMORANDO D001863-2023-MIMP-OGRH", "MEMORANDO N° 001863-2023-MIMP-OGRH", "")]
    [InlineData(
        "INFORME N° 000061-2023-INABIF/UA-SUPH-GCR",
        "INFORME N° 000061-2023-INABIF-UA-SUPH-GCR",
        "prefix-missing"
    )]
    [InlineData("INFORME N° D000360-INABIF/UPP", "INFORME N° 000360-INABIF-UPP", "year-missing")]
    [InlineData("MEMORANDO MÚLTIPLE N° D000087-2023-MIMP-SG", "MEMORANDO MÚLTIPLE N° 000087-2023-MIMP-SG", "")]
    [InlineData("RM N° 200-2021-MIMP", "RESOLUCIÓN MINISTERIAL N° 200-2021-MIMP", "")]
    [InlineData("R.M. Nº 200-2021-MIMP", "RESOLUCIÓN MINISTERIAL N° 200-2021-MIMP", "")]
    [InlineData("RESOLUCIÓN MINISTERIAL N° 0860-2017/RE", "RESOLUCIÓN MINISTERIAL N° 860-2017-RE", "")]
    [InlineData("DS N° 015-2021-MIMP", "DECRETO SUPREMO N° 015-2021-MIMP", "")]
    [InlineData("Decreto Supremo N.° 015-2021-MIMP", "DECRETO SUPREMO N° 015-2021-MIMP", "")]
    [InlineData("Ley N° 28983, Ley de Igualdad", "LEY N° 28983", "")]
    [InlineData("INFORME S/N", "INFORME S/N", "number-missing")]
    [InlineData(
        "NFORME TÉCNICO N°D000019-2023-MIMP-DPIGND-ZOM",
        "INFORME TÉCNICO N° 000019-2023-MIMP-DPIGND-ZOM",
        "type-misspelled"
    )]
    [InlineData("1NFORME N° D000019-2023-MIMP-DPIGND", "INFORME N° 000019-2023-MIMP-DPIGND", "type-misspelled")]
    [InlineData("INFORNE N° D000019-2023-MIMP-DPIGND", "INFORME N° 000019-2023-MIMP-DPIGND", "type-misspelled")]
    [InlineData("INFORME N° D000034-2023-MIIMP-DPE-JCV", "INFORME N° 000034-2023-MIMP-DPE-JCV", "office-misspelled")]
    [InlineData(
        "INFORME N° D00128-2023-MIMP-AURORA-UGTHI",
        "INFORME N° 000128-2023-MIMP-AURORA-UGTHI",
        "number-length"
    )]
    [InlineData("5. INFORME-000041-2023-UA-SUPH-GCR.", "INFORME N° 000041-2023-UA-SUPH-GCR", "prefix-missing")]
    [InlineData("Informe N? D000149-2023-CONADIS-URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("Informe N* D000149-2023-CONADIS-URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("Informe N?* D000149-2023-CONADIS-URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("Informe N2 D000149-2023-CONADIS-URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("Informe Nro. DO00149-2O23-CONADIS-URH", "INFORME N° 000149-2023-CONADIS-URH", "digits-misread")]
    [InlineData("informe n.º 000149 – 2023 – conadis-urh", "INFORME N° 000149-2023", "office-missing,prefix-missing")]
    [InlineData("INFORME N° D000149 - 2023 - CONADIS - URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("INFORME N° D000149-2023-CONADIS-URH - LISTA DE ASISTENCIA", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("INFORME N° D000149-2023-\nCONADIS-URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData("INFORME N° D000149-\n  2023-CONADIS-\n  URH", "INFORME N° 000149-2023-CONADIS-URH", "")]
    [InlineData(
        "INFORME\nN° D000149-2023-CONADIS-URH\n- LISTA DE ASISTENCIA",
        "INFORME N° 000149-2023-CONADIS-URH",
        ""
    )]
    [InlineData("RESOLUCIÓN DE LA OFICINA GENERAL N° 12-2023-MIMP-OGA", "RESOLUCIÓN N° 012-2023-MIMP-OGA", "")]
    [InlineData("Acta 002-2023-CSIG", "ACTA N° 002-2023-CSIG", "")]
    [InlineData("el N° D000093-2023-MIMP-AURORA", "000093-2023-MIMP-AURORA", "type-missing")]
    [InlineData("CORREO OGRH-ODTH del 01.09.2023", "CORREO OGRH-ODTH del 2023-09-01", "")]
    [InlineData("CORREO OC DEL 27.12.2023.", "CORREO OC del 2023-12-27", "")]
    [InlineData("CORREO DE CONADIS.", "CORREO CONADIS", "number-missing")]
    public void Extract_Citation_IsNormalised(string text, string normalised, string doubts)
    {
        var reference = Read.Reference(text);

        reference.Normalised.ShouldBe(normalised);
        string.Join(',', reference.Doubts).ShouldBe(doubts);
    }

    [Theory]
    [InlineData("el informe 2022-2023 del plan")]
    [InlineData("INFORME DE RESULTADOS DE LA ENCUESTA 2023")]
    [InlineData("MANUAL DE COMPETENCIAS PARENTALES 2023")]
    [InlineData("CORREO DE DIFUSIÓN")]
    [InlineData("remitió un correo electrónico el 15 de julio de 2023")]
    [InlineData("Nota: 3 de los participantes")]
    [InlineData("entre los años 2021-2023 se informó a 000123 personas")]
    [InlineData("Expediente 2023-0001234, teléfono 01-626-1600")]
    [InlineData("LISTA DE ASISTENCIA-SGCEM-USA")]
    public void Extract_NoCitation_FindsNothing(string text) => Read.Facts(Read.Lines(text)).References.ShouldBeEmpty();

    [Fact]
    public void Extract_NumberWrappedInAColumn_GoesOnBelow()
    {
        var facts = Read.Facts(
            Read.Lines(
                """
                 N°   Actividad                        Documento                     Ejecutado
                 39   Capacitación en prevención       INFORME N° D000149-2023-          180
                      del hostigamiento sexual         CONADIS-URH
                 40   Campaña por correo               MEMORANDO N° D001863-             300
                                                       2023-MIMP-OGRH
                """
            )
        );

        facts
            .References.Select(reference => reference.Normalised)
            .ShouldBe(["INFORME N° 000149-2023-CONADIS-URH", "MEMORANDO N° 001863-2023-MIMP-OGRH"], ignoreOrder: true);
    }

    [Fact]
    public void Extract_Citation_SaysWhereItIs()
    {
        var where = new ReadLocation(["anexos.zip", "acta.docx"], Paragraph: 7);
        var document = new DocumentText(
            [new TextBlock("Ver  INFORME N°\t D000149-2023-CONADIS-URH.", where)],
            [],
            null,
            false
        );

        var reference = Read.Facts(document).References.ShouldHaveSingleItem();

        reference.Where.ShouldBe(where);
        reference.Raw.ShouldBe("INFORME N° D000149-2023-CONADIS-URH");
    }

    [Theory]
    [InlineData("INFORME N° D000039-2023-MIMP-AURORA", "INFORME N°000039-2023-MIMP-AURORA", DocumentMatch.Same)]
    [InlineData("INFORME N° D000034-2023-MIIMP-DPE", "INFORME N° D000034-2023-MIMP-DPE", DocumentMatch.Same)]
    [InlineData("INFORME N° 000061-2023-INABIF/UA", "INFORME N° 61-2023-INABIF-UA", DocumentMatch.Same)]
    [InlineData("NFORME TÉCNICO N°D000019-2023-MIMP-ZOM", "INFORME N° D000019-2023-MIMP-ZOM", DocumentMatch.Same)]
    [InlineData("LEY N° 28983", "Ley 28983", DocumentMatch.Same)]
    [InlineData("INFORME N° D000215-2023-ODTH", "INFORME N° 000215-2023-MIMP-ODTH", DocumentMatch.Probable)]
    [InlineData("INFORME N° D000360-INABIF/UPP", "INFORME N° D000360-2023-INABIF/UPP", DocumentMatch.Probable)]
    [InlineData("INFORME N° D000039-2023-MIMP-ODTH", "N° D000039-2023-MIMP-ODTH", DocumentMatch.Probable)]
    [InlineData(
        "INFORME N° 000243-2023-INABIF/UA-SUPH-GCR",
        "INFORME N° 000243-2023-INABIF/UPP",
        DocumentMatch.Different
    )]
    [InlineData("INFORME N° 000149-2023-CONADIS-URH", "INFORME N° 000149-2023-INABIF-URH", DocumentMatch.Different)]
    [InlineData("INFORME N° D000039-2023-MIMP-ODTH", "INFORME N° D000039-2022-MIMP-ODTH", DocumentMatch.Different)]
    [InlineData(
        "MEMORANDO N° D000039-2023-MIMP-SG",
        "MEMORANDO MÚLTIPLE N° D000039-2023-MIMP-SG",
        DocumentMatch.Different
    )]
    [InlineData("OFICIO N° 345-2026-INPE/09", "OFICIO N° 345-2026-INPE/18", DocumentMatch.Different)]
    [InlineData("OFICIO N° 345-2026-INPE/1", "OFICIO N° 345-2026-INPE/11", DocumentMatch.Different)]
    [InlineData("OFICIO N° 345-2026-INPE/9", "OFICIO N° 345-2026-INPE-09", DocumentMatch.Same)]
    [InlineData("OFICIO N° 345-2026-UGEL.05-SJL", "OFICIO N° 345-2026-UGEL.07-SJL", DocumentMatch.Different)]
    [InlineData("OFICIO N° 345-2026-UGEL.05-SJL", "Of. № 345-2026-UGEL05/SJL", DocumentMatch.Same)]
    [InlineData("OFICIO N° 345-2026-GR.JUNIN/CR", "OFICIO N° 345-2026-GR-JUNIN/CR", DocumentMatch.Same)]
    [InlineData("INFORME N° 12-GDS-MDC-2026", "INFORME N° 12-2026-GDS-MDC", DocumentMatch.Same)]
    [InlineData("INFORME N° 12-26-GDS-MDC", "INFORME N° 12-2026-GDS-MDC", DocumentMatch.Same)]
    [InlineData("RD N° 12-2026-INPE/DG", "Resolución N° 12-2026-INPE/DG", DocumentMatch.Probable)]
    [InlineData("RD N° 12-2026-INPE/DG", "RM N° 12-2026-INPE/DG", DocumentMatch.Different)]
    [InlineData("Contrato N° 12-2026-MIMP", "Convenio N° 12-2026-MIMP", DocumentMatch.Different)]
    [InlineData("Convenio Marco N° 12-2026-MIMP", "Convenio N° 12-2026-MIMP", DocumentMatch.Same)]
    [InlineData("Orden de Servicio N° 12-2026", "Orden de Servicio N° 12-2026", DocumentMatch.Different)]
    [InlineData("INFORME S/N", "INFORME S/N", DocumentMatch.Different)]
    [InlineData("CORREO CONADIS", "CORREO CONADIS", DocumentMatch.Different)]
    [InlineData("INFORME N° 5-2023", "INFORME N° 5-2023", DocumentMatch.Different)]
    public void Match_TwoCitations_TellsWhetherTheyAreOneDocument(string left, string right, DocumentMatch expected)
    {
        var (first, second) = (Read.Reference(left).Document, Read.Reference(right).Document);

        first.Match(second).ShouldBe(expected);
        second.Match(first).ShouldBe(expected);
        if (expected != DocumentMatch.Different)
        {
            first.IndexKey.ShouldBe(second.IndexKey);
        }
    }

    [Fact]
    public void Extract_MoreThanIsKept_SaysSo()
    {
        var facts = Read.Facts(Read.Lines(string.Join('\n', Enumerable.Repeat("ACTA N° 002-2023-CSIG", 1_200))));

        facts.References.Count.ShouldBe(FactExtractor.MaxFacts);
        facts.IsTruncated.ShouldBeTrue();
    }
}
