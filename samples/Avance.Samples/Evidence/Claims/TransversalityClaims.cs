using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Dirección de Transversalización del Enfoque de Género claims.</summary>
internal static class TransversalityClaims
{
    private const string Unit = "DTEG";

    public static IEnumerable<SampleClaim> All => [SelfAssessment, Survey, Campaign];

    private static SampleFile Assistance =>
        Documents.Pdf(
            "Informe asistencias tecnicas.pdf",
            Paper
                .Letter(
                    "technicalAssistance",
                    "INFORME N° D000931-2023-MIMP-DASI-SAA",
                    "INFORME N° 000931-2023-MIMP-DASI-SAA",
                    "Asistencia técnica para el autodiagnóstico",
                    11,
                    13
                )
                .Line("Se brindaron 2 asistencias técnicas a las oficinas que atienden al público.", Count(2))
                .Line("Cada asistencia técnica terminó con una lista de tareas y una persona encargada.")
        );

    /// <summary>One file under two names.</summary>
    private static SampleClaim SelfAssessment =>
        new(8, Unit, 2)
        {
            Narrative = "Se brindaron 2 asistencias técnicas.",
            Cited = ["INFORME N° D000931-2023-MIMP-DASI-SAA"],
            Files = [Assistance, Assistance.Named("Informe asistencias tecnicas (1).pdf", matches: true)],
            Findings =
            [
                new(
                    "same-file-twice",
                    "Informe asistencias tecnicas (1).pdf",
                    "igual a Informe asistencias tecnicas.pdf"
                ),
            ],
        };

    /// <summary>One person of the list has no sex.</summary>
    private static SampleClaim Survey =>
        new(28, Unit, 1)
        {
            Narrative = "Se brindó la asistencia técnica para la encuesta.",
            Cited = ["INFORME N° D000932-2023-MIMP-DASI-SAA"],
            Files =
            [
                Documents.Odt(
                    "Informe encuesta asistencia.odt",
                    Paper
                        .Letter(
                            "technicalAssistance",
                            "INFORME N° D000932-2023-MIMP-DASI-SAA",
                            "INFORME N° 000932-2023-MIMP-DASI-SAA",
                            "Asistencia técnica para la encuesta de estereotipos",
                            9,
                            20
                        )
                        .Line("La asistencia técnica repasó cada pregunta con quienes la aplicarán.")
                ),
                Documents.Docx(
                    "Lista asistencia DTEG.docx",
                    new Paper("attendanceList")
                        .Line("LISTA DE PARTICIPANTES")
                        .Table(
                            [
                                ["N°", "APELLIDOS Y NOMBRES", "SEXO", "UNIDAD"],
                                ["1", "PAUCAR VILCA RUTH", "F", "OGRH"],
                                ["2", "SOTO LAURA HUGO", "M", "OC"],
                                ["3", "CONDORI PEÑA NOEMÍ", "F", "DV"],
                                ["4", "ROMÁN FLORES ARIEL", "", "OC"],
                            ],
                            (0, List(2, 1, 4))
                        )
                ),
            ],
            Findings = [new("list-sex-unclear", "Lista asistencia DTEG.docx", "1 de 4 personas sin sexo")],
        };

    /// <summary>One of the documents in a ZIP is damaged.</summary>
    private static SampleClaim Campaign =>
        new(31, Unit, 1)
        {
            Narrative = "Se presentó el informe de la campaña.",
            Cited = ["INFORME N° D000933-2023-MIMP-DASI-SAA"],
            Files =
            [
                Containers.Zip(
                    "Informe de la campaña interna.zip",
                    Documents.Pdf(
                        "Informe.pdf",
                        Paper
                            .Letter(
                                "awareness",
                                "INFORME N° D000933-2023-MIMP-DASI-SAA",
                                "INFORME N° 000933-2023-MIMP-DASI-SAA",
                                "Campaña interna sobre estereotipos",
                                12,
                                11
                            )
                            .Line("La campaña de sensibilización se midió con una pregunta antes y otra después.")
                    ),
                    Broken.Truncated(Documents.Docx("Piezas.docx", new Paper().Line("Piezas de la campaña")))
                ),
            ],
            Findings =
            [
                new("evidence-partly-read", "Informe de la campaña interna.zip", "Piezas.docx está incompleto"),
            ],
        };
}
