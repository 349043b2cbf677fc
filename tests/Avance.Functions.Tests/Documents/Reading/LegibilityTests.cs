using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Tests.Documents.Reading;

public sealed class LegibilityTests
{
    private const string Sentences =
        "Se informa que el taller se realizó en el auditorio de la sede central de la entidad y estuvo a cargo de la "
        + "oficina de recursos humanos, con una duración de tres horas; asistieron las personas servidoras del ministerio.";

    [Theory]
    [InlineData(Sentences)]
    [InlineData(
        "1 HUAMÁN QUISPE ROSA 45871236 F rhuaman@entidad.gob.pe 2 CCORI MAMANI, JORGE 40125836 M jccori@entidad.gob.pe 3 "
            + "ÑAUPARI SCHWARTZ ESTHER 41253698 F 4 YUPANQUI TTITO WILBERT 10236547 M 5 CHUQUIHUANGA SÁNCHEZ LUZ 45236985 F"
    )]
    [InlineData(
        "RRHH MTPE SERVIR PDPC INFORME N° D000123-2026-MIMP-OGRH, R.M. N° 045-2026-MIMP; la Oficina General de Recursos "
            + "Humanos remite el informe técnico sobre igualdad salarial y la matriz de cumplimiento (véase el Anexo 2)."
    )]
    [InlineData(
        "The workshop on gender equality was attended by employees through the second quarter and strengthened knowledge."
    )]
    [InlineData(
        "Ñuqanchik llaqtapi warmikuna qharikunawan kuska llamk'anku, chaymi allin kawsay kananpaq yachachikunku sapa killa."
    )]
    [InlineData(" Taller uno  Taller dos ✓ Taller tres □ cuatro ☒ Se asistió a la charla sobre igualdad y violencia")]
    [InlineData("Протокол совещания рабочей группы министерства труда о равенстве женщин и мужчин в организации")]
    [InlineData(
        "........ ______ ======== ------ 12365555 45.6% (12/03/2026) S/ 1,234.50 https://www.gob.pe/mimp?id=4&x=1"
    )]
    public void IsDoubtful_WordsOfPeople_AreLegible(string text) => Legibility.IsDoubtful(text).ShouldBeFalse();

    [Theory]
    [InlineData(-29)]
    [InlineData(-27)]
    [InlineData(3)]
    [InlineData(0xE000)]
    public void IsDoubtful_LettersThatStandForOthers_AreNot(int shift)
    {
        var shifted = string.Concat(Sentences.Select(c => c == ' ' ? ' ' : (char)(c + shift)));

        Legibility.IsDoubtful(shifted).ShouldBeTrue(shifted);
        Legibility.Words(shifted).ShouldBeLessThan(Legibility.Words(Sentences));
    }

    [Theory]
    [InlineData(-29)]
    [InlineData(0xE000)]
    public void IsDoubtful_AlsoTheBlanksStandForOthers_AreNot(int shift) =>
        Legibility.IsDoubtful(string.Concat(Sentences.Select(c => (char)(c + shift)))).ShouldBeTrue();

    [Fact]
    public void IsDoubtful_OnlyTheTableShifted_IsTrue()
    {
        var table = string.Concat(Sentences.Select(c => c == ' ' ? ' ' : (char)(c - 29)));

        Legibility.IsDoubtful(Sentences + " " + table).ShouldBeTrue();
    }
}
