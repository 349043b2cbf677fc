using Avance.Functions.Findings;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings.Rules;

public sealed class NumberRulesTests
{
    [Theory]
    [InlineData("Se capacitó al personal.", "number-missing")]
    [InlineData("INFORME N° D000149-2023-CONADIS-URH", null)]
    public void Examine_NothingCited_NumberMayStandInAFile(string text, string? code)
    {
        var claim = new ClaimBuilder().Cites("Informe de la capacitación").File("informe.pdf", Read.Lines(text));

        claim.Build().Raised("number-missing").Count.ShouldBe(code is null ? 0 : 1);
        claim.StillReading().ShouldNotRaise("number-missing");
    }

    [Theory]
    [InlineData("Lista de asistencia desagregada por sexo", false)]
    [InlineData("Correos electrónicos remitidos.", false)]
    [InlineData("Informe y lista de asistencia", true)]
    [InlineData("Documento", true)]
    public void Examine_NothingCited_MattersIfOfficesNumberWhatIsRequired(string requires, bool expected) =>
        (
            new ClaimBuilder()
                .Activity(requires: requires)
                .Cites()
                .File("a.pdf", Read.Lines("a"))
                .Build()
                .Raised("number-missing")
                .Count == 1
        ).ShouldBe(expected);

    [Fact]
    public void Examine_OnlyALawCited_LacksANumber() =>
        new ClaimBuilder().Cites("Ley N° 28983").File("a.pdf", Read.Lines("a")).ShouldRaise("number-missing");

    [Fact]
    public void Examine_NothingDone_NeedsNoNumber() =>
        new ClaimBuilder()
            .Goal(1, null, outcome: Outcome.Rescheduled)
            .Cites("INFORME S/N")
            .ShouldNotRaise("number-missing");

    [Theory]
    [InlineData("CORREO CONADIS", "number-missing")]
    [InlineData("CORREO OC DEL 27.12.2023", null)]
    [InlineData("INFORME N° D000360-INABIF/UPP", "number-malformed")]
    [InlineData("INFORME N° D000360-2023", "number-malformed")]
    [InlineData("N° D000360-2023-INABIF-UPP", "number-malformed")]
    [InlineData("INFORME N° D000034-2023-MIIMP-DPE", "number-malformed")]
    [InlineData("INFORME N° 0000243-2023-INABIF/UA", "number-malformed")]
    [InlineData("INFORME N° 000243-2023-INABIF/UA", "number-prefix-missing")]
    [InlineData("RM N° 200-2023-MIMP", null)]
    [InlineData("INFORME N° D000155-2022-MIMP-DATPS", "number-other-year")]
    [InlineData("INFORME N° D000155-2025-MIMP-DATPS", "number-other-year")]
    [InlineData("INFORME N° D000002-2024-MIMP-DATPS", null)]
    [InlineData("DS N° 015-2021-MIMP", null)]
    [InlineData("Ley N° 30364", null)]
    [InlineData("ACTA N° 015-2021-MIMP", "number-other-year")]
    [InlineData("Resolución de Presidencia de Consejo Directivo del CEPLAN N° 009-2023/CEPLAN/PCD", null)]
    [InlineData("Resolución de Consejo Directivo N° 012-2023-OEFA/CD", null)]
    [InlineData("Orden de Servicio N° 1953-2023", null)]
    [InlineData("Orden de Servicio N° 1953-2021", "number-other-year")]
    [InlineData("Convenio Marco N° 012-2021-MIMP", null)]
    [InlineData("R.M N° 137-2023-MIMP", null)]
    [InlineData("D.S N° 008-2019-MIMP", null)]
    [InlineData("Ordenanza Regional N° 012-2023-GR-JUNIN/CR", null)]
    [InlineData("Contrato N° 045-2023-MIMP-OGA", null)]
    [InlineData("INFORME № D000205-2023-MIMP-OGRH", null)]
    [InlineData("OF. MÚLT. N ° D000012-2023-MIMP-SG", null)]
    [InlineData("INFORME TÉCNICO-LEGAL N° D000012-2023-MIMP-OGAJ", null)]
    [InlineData("Informe N° D000045-23-MIMP-OGRH", "number-malformed")]
    [InlineData("D.S. N° 005-90-PCM", null)]
    [InlineData("Informes N° D000301 y D000302-2023-MIMP-OGRH", null)]
    [InlineData("CORREO FIRMA", null)]
    public void Examine_Cited_RaisesAtMostOneOfItsNumber(string cited, string? code) =>
        Codes(new ClaimBuilder().Cites(cited)).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void Examine_NormRequired_MustBeOfTheYear() =>
        new ClaimBuilder()
            .Activity(requires: "RM de aprobación")
            .Cites("RM N° 200-2021-MIMP")
            .File("rm.pdf", Read.Lines("RESOLUCIÓN MINISTERIAL N° 200-2021-MIMP"))
            .ShouldRaise("number-other-year");

    [Fact]
    public void Examine_FileOfAnotherYear_IsToldUnlessCitedToo()
    {
        const string Old = "INFORME N° D000155-2022-CONADIS-URH";

        new ClaimBuilder()
            .File("informe.pdf", Read.Lines(Old))
            .ShouldRaise("number-other-year")
            .File.ShouldBe(ClaimBuilder.Id(1));
        new ClaimBuilder()
            .Cites(Old)
            .File("informe.pdf", Read.Lines(Old))
            .ShouldRaise("number-other-year")
            .File.ShouldBeNull();
    }

    [Fact]
    public void Examine_PeriodThatClosesWithItsYear_AllowsOnlyThatYear()
    {
        var claim = new ClaimBuilder().Cites("INFORME N° D000002-2024-MIMP-DATPS").Build();
        var closes = new DateTimeOffset(2024, 1, 1, 5, 0, 0, TimeSpan.Zero);

        (claim with { Period = claim.Period with { Closes = closes } })
            .Raised("number-other-year")
            .ShouldHaveSingleItem();
    }

    [Fact]
    public void Examine_PeriodReopenedForYears_AllowsNoLaterYear()
    {
        var claim = new ClaimBuilder().Cites("INFORME N° D000155-2025-MIMP-DATPS").Build();

        (claim with { Period = claim.Period with { Closes = claim.Period.Due.AddYears(3) } })
            .Raised("number-other-year")
            .ShouldHaveSingleItem();
    }

    private static string[] Codes(ClaimBuilder claim) =>
        [
            .. FindingRules
                .Examine(claim.Build())
                .Select(item => item.Rule.Code)
                .Where(code => code.StartsWith("number", StringComparison.Ordinal)),
        ];
}
