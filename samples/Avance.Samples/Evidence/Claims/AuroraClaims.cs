using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Programa Nacional AURORA claims.</summary>
internal static class AuroraClaims
{
    private const string Unit = "AURORA";

    public static IEnumerable<SampleClaim> All =>
        [Announcements, Harassment, Language, Stereotypes, Norms, AgentsOfChange, RuralAssistance];

    /// <summary>One of two, and nobody says why.</summary>
    private static SampleClaim Announcements =>
        new(6, Unit, 1)
        {
            Narrative = "Se emitió el informe de los comunicados del primer trimestre.",
            Cited = ["INFORME N° D000937-2023-MIMP-AURORA-SDTH-MRC"],
            Files =
            [
                Documents.Html(
                    "Informe comunicados.html",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000937-2023-MIMP-AURORA-SDTH-MRC",
                            "INFORME N° 000937-2023-MIMP-AURORA-SDTH-MRC",
                            "Comunicados para un ambiente libre de estereotipos",
                            7,
                            14
                        )
                        .Line("La campaña de sensibilización se difundió por correo y en los paneles de cada sede.")
                        .Line("Los enlaces a las piezas siguen disponibles en la intranet del programa.")
                ),
            ],
            Findings = [new("below-target-unexplained", null, "1 de 2")],
        };

    /// <summary>The list does not say who is a woman and who is a man.</summary>
    private static SampleClaim Harassment =>
        new(44, Unit, 2)
        {
            Narrative = "Se presentaron los informes de la capacitación y de la campaña.",
            Cited = ["INFORME N° D000939-2023-MIMP-AURORA-SDTH-MRC", "INFORME N° D000993-2023-MIMP-AURORA-SDTH-ENL"],
            Files =
            [
                Documents.Pdf(
                    "Informe capacitacion.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000939-2023-MIMP-AURORA-SDTH-MRC",
                            "INFORME N° 000939-2023-MIMP-AURORA-SDTH-MRC",
                            "Capacitación contra el hostigamiento sexual laboral",
                            11,
                            8
                        )
                        .Line(
                            "El taller de capacitación se dictó el 26 de octubre de 2023 de manera virtual.",
                            Date(2023, 10, 26)
                        )
                        .Line("La asistencia se registró en la plataforma y se adjunta.")
                ),
                Documents.Odt(
                    "Informe campaña.odt",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000993-2023-MIMP-AURORA-SDTH-ENL",
                            "INFORME N° 000993-2023-MIMP-AURORA-SDTH-ENL",
                            "Campaña contra el hostigamiento sexual laboral",
                            12,
                            13
                        )
                        .Line(
                            "Se difundieron afiches y mensajes; la imagen de la campaña fue elegida por votación del personal."
                        )
                ),
                Documents.Xlsx(
                    "Lista capacitacion.xlsx",
                    new Paper("attendanceList") { Sheet = "Plataforma" }
                        .Line("LISTA DE ASISTENCIA")
                        .ListWithoutSex(Person.Some(30, 18, 60, "UGTHI", "UAS", "SDTH"))
                ),
            ],
            Findings = [new("sex-list-missing", null, "la lista no tiene columna de sexo")],
        };

    /// <summary>Clean: two reports.</summary>
    private static SampleClaim Language =>
        new(45, Unit, 2)
        {
            Narrative = "Se elaboraron los informes sobre los comunicados de lenguaje inclusivo.",
            Cited = ["INFORME N° D000940-2023-MIMP-AURORA-SDTH-MRC", "INFORME N° D000941-2023-MIMP-AURORA-UGTHI"],
            Files =
            [
                Documents.Odt(
                    "Lenguaje inclusivo 1.odt",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000940-2023-MIMP-AURORA-SDTH-MRC",
                            "INFORME N° 000940-2023-MIMP-AURORA-SDTH-MRC",
                            "Comunicados sobre lenguaje inclusivo, tercer trimestre",
                            10,
                            3
                        )
                        .Line("La campaña presentó palabras que nombran a mujeres y hombres por igual.")
                ),
                Documents.Docx(
                    "Lenguaje inclusivo 2.docx",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000941-2023-MIMP-AURORA-UGTHI",
                            "INFORME N° 000941-2023-MIMP-AURORA-UGTHI",
                            "Difusión de la guía de lenguaje inclusivo",
                            12,
                            28
                        )
                        .Line(
                            "La guía se envió a las jefaturas con un comunicado y un plazo para revisar sus formatos."
                        )
                ),
            ],
        };

    /// <summary>The annex was cut off while it was copied.</summary>
    private static SampleClaim Stereotypes =>
        new(53, Unit, 1)
        {
            Narrative = "Se elaboró el informe con el análisis de los resultados de la encuesta.",
            Cited = ["INFORME N° D000953-2023-MIMP-AURORA-UGTHI"],
            Files =
            [
                Documents.Pdf(
                    "Informe resultados encuesta.pdf",
                    Paper
                        .Letter(
                            "survey",
                            "INFORME N° D000953-2023-MIMP-AURORA-UGTHI",
                            "INFORME N° 000953-2023-MIMP-AURORA-UGTHI",
                            "Resultados de la encuesta de estereotipos de género",
                            9,
                            12
                        )
                        .Line(
                            "La encuesta de este año tuvo 412 respuestas: 301 mujeres y 111 hombres.",
                            Sentence(301, 111, null)
                        )
                        .Line("El cuestionario repitió las preguntas del año anterior para poder comparar.")
                ),
                Broken.Truncated(
                    Documents.Docx(
                        "Anexo graficos.docx",
                        new Paper()
                            .Line("Gráficos de la encuesta")
                            .Line("Se muestran las respuestas por sede, edad y sexo.")
                    )
                ),
                Broken.Truncated(Documents.Pdf("Cuestionario.pdf", new Paper().Line("Cuestionario aplicado")), "pdf"),
            ],
            Findings =
            [
                new("evidence-unreadable", "Anexo graficos.docx", "archivo incompleto"),
                new("evidence-unreadable", "Cuestionario.pdf", "archivo incompleto"),
            ],
        };

    /// <summary>Below the target with an explanation; the annex has a password.</summary>
    private static SampleClaim Norms =>
        new(58, Unit, 91)
        {
            Narrative = "Recibió el material el 91 % de las personas.",
            Cited = ["INFORME N° D000938-2023-MIMP-AURORA-SDTH-MRC"],
            Problems = "El personal de tres centros rurales no tuvo conexión.",
            Actions = "Se enviará el material impreso.",
            Files =
            [
                Documents.Docx(
                    "Informe difusion de normas.docx",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000938-2023-MIMP-AURORA-SDTH-MRC",
                            "INFORME N° 000938-2023-MIMP-AURORA-SDTH-MRC",
                            "Difusión de normativa sobre hostigamiento",
                            12,
                            14
                        )
                        .Line("La difusión por correo llegó al 91 % de las personas con contrato vigente.", Percent(91))
                        .Line("Tres centros rurales esperan la reparación de su antena.")
                ),
                Broken.EncryptedOffice("Relacion de correos.xlsx"),
            ],
            Findings = [new("evidence-encrypted", "Relacion de correos.xlsx", "pide contraseña")],
        };

    /// <summary>Clean: the list is a scan.</summary>
    private static SampleClaim AgentsOfChange =>
        new(70, Unit, 32)
        {
            Narrative = "Aprobó el curso el 32 % de las personas capacitadas.",
            Cited = ["INFORME N° D000992-2023-MIMP-AURORA-SDTH-ENL"],
            Problems = "El curso coincidió con el cierre presupuestal.",
            Actions = "Se abrirá una segunda convocatoria.",
            Files =
            [
                Documents.Pdf(
                    "Informe curso.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000992-2023-MIMP-AURORA-SDTH-ENL",
                            "INFORME N° 000992-2023-MIMP-AURORA-SDTH-ENL",
                            "Curso Agentes de Cambio",
                            12,
                            21
                        )
                        .Line("Aprobó la capacitación el 32 % de las personas inscritas en el curso.", Percent(32))
                ),
                Documents.Tiff(
                    "Aprobados.tif",
                    new Paper("attendanceList")
                        .Line("RELACIÓN DE PERSONAS QUE APROBARON")
                        .Line("Programa Nacional AURORA, 15 de diciembre de 2023", Date(2023, 12, 15))
                        .List(Person.Some(14, 8, 77, "UAS", "SDTH", "UGTHI"))
                ),
            ],
        };

    /// <summary>Clean: a workbook of Excel 97.</summary>
    private static SampleClaim RuralAssistance =>
        new(77, Unit, 1)
        {
            Narrative = "Se brindó la asistencia técnica sobre el servicio rural.",
            Cited = ["INFORME N° D000916-2023-MIMP-AURORA-USA-RJM"],
            Files =
            [
                Documents.Pdf(
                    "Informe asistencia tecnica rural.pdf",
                    Paper
                        .Letter(
                            "technicalAssistance",
                            "INFORME N° D000916-2023-MIMP-AURORA-USA-RJM",
                            "INFORME N° 000916-2023-MIMP-AURORA-USA-RJM",
                            "Asistencia técnica rural con pertinencia cultural",
                            11,
                            24
                        )
                        .Line(
                            "La asistencia técnica reunió a los equipos de los centros de emergencia el 21/11/2023.",
                            Date(2023, 11, 21)
                        )
                        .Line("Participaron 17 mujeres y 6 hombres en la asistencia técnica.", Sentence(17, 6, null))
                ),
                Documents.Xls(
                    "Lista asistencia tecnica.xls",
                    new Paper("attendanceList")
                        .Line("LISTA DE PARTICIPANTES")
                        .List(Person.Some(17, 6, 51, "CEM", "SAR"))
                ),
            ],
        };
}
