using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Oficina General de Recursos Humanos claims for its courses.</summary>
internal static class OgrhCourseClaims
{
    private const string Unit = "OGRH";

    public static IEnumerable<SampleClaim> All => [Training, HarassmentTraining, AgentsOfChange];

    /// <summary>Clean: report and list agree.</summary>
    private static SampleClaim Training =>
        new(22, Unit, 109)
        {
            Narrative = "Se capacitó a 109 personas con enfoque de género.",
            Cited = ["MEMORANDO D000963-2023-MIMP-OGRH", "INFORME N° D000915-2023-MIMP-ODTH"],
            Files =
            [
                Documents.Pdf(
                    "Informe PDP.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000915-2023-MIMP-ODTH",
                            "INFORME N° 000915-2023-MIMP-ODTH",
                            "Capacitación con enfoque de género en el Plan de Desarrollo de las Personas",
                            12,
                            15
                        )
                        .Line(
                            "Los cursos de capacitación sumaron 109 personas capacitadas: 70 mujeres y 39 hombres.",
                            Count(109),
                            Sentence(70, 39, 109)
                        )
                        .Line("El último curso terminó el 7 de diciembre de 2023.", Date(2023, 12, 7))
                ),
                Documents.Docx(
                    "Memorando OGRH.docx",
                    new Paper("training")
                        .Numbered("MEMORANDO D000963-2023-MIMP-OGRH", "MEMORANDO N° 000963-2023-MIMP-OGRH")
                        .Line(
                            "Se remite el INFORME N° D000915-2023-MIMP-ODTH sobre los cursos de capacitación realizados.",
                            Reference("INFORME N° 000915-2023-MIMP-ODTH")
                        )
                        .Line("La capacitación estuvo prevista en el plan anual y contó con el presupuesto aprobado.")
                ),
                Documents.Xlsx(
                    "Participantes PDP.xlsx",
                    new Paper("attendanceList").Line("RELACIÓN DE PARTICIPANTES").List(Person.Some(70, 39, 2))
                ),
            ],
        };

    /// <summary>Clean.</summary>
    private static SampleClaim HarassmentTraining =>
        new(42, Unit, 123)
        {
            Narrative = "Se capacitó a 123 personas contra el hostigamiento sexual laboral.",
            Cited = ["INFORME N° D000916-2023-ODTH"],
            Files =
            [
                Documents.Docx(
                    "Informe curso hostigamiento.docx",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000916-2023-ODTH",
                            "INFORME N° 000916-2023-ODTH",
                            "Capacitación contra el hostigamiento sexual laboral",
                            10,
                            19
                        )
                        .Line(
                            "En el curso se contó con 123 personas, de las cuales 80 fueron mujeres y 43 fueron hombres.",
                            Count(123),
                            Sentence(80, 43, 123)
                        )
                        .Line("El taller se dictó el 12/10/2023 en el auditorio.", Date(2023, 10, 12))
                ),
                Documents.Ods(
                    "Asistencia curso hostigamiento.ods",
                    new Paper("attendanceList") { Sheet = "Asistencia" }
                        .Line("LISTA DE ASISTENCIA")
                        .List(Person.Some(80, 43, 11), "F", "M", "SEXO (M/F)")
                ),
            ],
        };

    /// <summary>Clean: a percentage.</summary>
    private static SampleClaim AgentsOfChange =>
        new(69, Unit, 95)
        {
            Narrative = "Aprobó el curso el 95 % de las personas capacitadas.",
            Cited = ["INFORME N° D000925-2023-ODTH"],
            Files =
            [
                Documents.Pdf(
                    "Informe agentes de cambio.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000925-2023-ODTH",
                            "INFORME N° 000925-2023-ODTH",
                            "Curso Agentes de Cambio",
                            12,
                            19
                        )
                        .Line("Aprobó el curso el 95 % de las personas capacitadas.", Percent(95))
                        .Line("La capacitación fue virtual y terminó el 30 de noviembre de 2023.", Date(2023, 11, 30))
                ),
                Documents.Xlsx(
                    "Aprobados agentes de cambio.xlsx",
                    new Paper("attendanceList")
                        .Line("RELACIÓN DE PERSONAS APROBADAS")
                        .List(Person.Some(25, 13, 21), "Mujer", "Varón", "Sexo")
                ),
            ],
        };
}
