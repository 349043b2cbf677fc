using Avance.Functions.Documents.Facts.Kinds;

namespace Avance.Functions.Tests.Documents.Facts;

public sealed class KindAndLanguageTests
{
    [Theory]
    [InlineData("Informe de capacitación en enfoque de género: curso virtual", DocumentKind.Training)]
    [InlineData(
        "Lista de asistencia técnica a gobiernos regionales. Asistencia técnica brindada",
        DocumentKind.TechnicalAssistance
    )]
    [InlineData("Campaña de sensibilización sobre estereotipos", DocumentKind.Awareness)]
    [InlineData("Resultados de la encuesta de estereotipos", DocumentKind.Survey)]
    [InlineData("Plan de Trabajo COMPAD Ica", DocumentKind.Plan)]
    [InlineData("De los 6 planes de trabajo presentados", DocumentKind.Plan)]
    [InlineData("RESOLUCIÓN MINISTERIAL N° 200-2021-MIMP. SE RESUELVE:", DocumentKind.Resolution)]
    [InlineData("ACTA N° 002-2023-CSIG", DocumentKind.Minutes)]
    [InlineData("De: Ana\nPara: Luis\nAsunto: Comunicado", DocumentKind.Mail)]
    [InlineData("INFORME N° D000012-2023-MIMP-OP\nAsunto: Alineamiento", DocumentKind.Unknown)]
    [InlineData("LISTA DE ASISTENCIA", DocumentKind.AttendanceList)]
    [InlineData("Relación de participantes", DocumentKind.AttendanceList)]
    [InlineData("Memoria descriptiva", DocumentKind.Unknown)]
    [InlineData("planificación actual de la actualización", DocumentKind.Unknown)]
    public void Extract_Words_TellTheKind(string text, DocumentKind expected) =>
        Read.Facts(Read.Lines(text)).Kind.ShouldBe(expected);

    [Fact]
    public void Extract_ColumnOfAddresses_IsNoMail() =>
        Read.Facts(
                Read.Table("RELACIÓN DE SERVIDORES INFORMADOS\nN°|Nombres|Correo electrónico\n1|ROSA|rosa@mimp.gob.pe")
            )
            .Kind.ShouldBe(DocumentKind.AttendanceList);

    [Theory]
    [InlineData("¿Participó en una capacitación?")]
    [InlineData("Participó en alguna capacitación sobre género")]
    public void Extract_QuestionOfASurvey_SaysNotWhatWasDone(string question) =>
        Read.Facts(Read.Table($"Marca temporal|Sexo|{question}\n1|Mujer|Sí\n2|Hombre|No"))
            .Kind.ShouldBe(DocumentKind.Unknown);

    [Fact]
    public void Extract_TwoKindsAlike_IsInDoubt()
    {
        var kinds = Read.Facts(Read.Lines("Taller y campaña")).Kinds;

        kinds.Count.ShouldBe(2);
        kinds.ShouldAllBe(kind => kind.Doubts.Contains("kind-unclear"));
    }

    [Theory]
    [InlineData(
        "El presente informe da cuenta de las actividades que se realizaron en el marco del plan de igualdad y de los resultados obtenidos por la oficina",
        true
    )]
    [InlineData(
        "This report gives an account of the activities which were done in the framework of the equality plan and of the results that were obtained",
        false
    )]
    [InlineData("Lista", null)]
    public void Extract_CommonWords_TellSpanish(string text, bool? expected) =>
        Read.Facts(Read.Lines(text)).Language.IsSpanish.ShouldBe(expected);
}
