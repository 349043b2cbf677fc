using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Programa Nacional INABIF claims for its workshops and courses.</summary>
internal static class InabifClaims
{
    private const string Unit = "INABIF";

    public static IEnumerable<SampleClaim> All => [Strengthening, Workshops, Harassment, AgentsOfChange];

    /// <summary>64 women and 20 men are not 86 people.</summary>
    private static SampleClaim Strengthening =>
        new(10, Unit, 1)
        {
            Narrative = "Se presentó el informe con los datos por sexo.",
            Cited = ["INFORME N° D000980-2023-INABIF/UPP"],
            Files =
            [
                Documents.Docx(
                    "Informe curso virtual.docx",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000980-2023-INABIF/UPP",
                            "INFORME N° 000980-2023-INABIF-UPP",
                            "Capacitación de la UDIF en enfoque de género",
                            11,
                            3
                        )
                        .Line("El curso de capacitación se dictó en línea; esta es la participación por modalidad.")
                        .Table(
                            [
                                ["Modalidad", "Mujeres", "Hombres", "Total"],
                                ["Mañana", "40", "12", "54"],
                                ["Tarde", "24", "8", "32"],
                                ["TOTAL", "64", "20", "86"],
                            ],
                            (3, Table(64, 20, 86))
                        )
                ),
            ],
            Findings = [new("sex-sum-differs", "Informe curso virtual.docx", "64 + 20 no son 86")],
        };

    /// <summary>Report, list and slides agree; the number is cited without its D.</summary>
    private static SampleClaim Workshops =>
        new(20, Unit, 6)
        {
            Narrative = "Se dictaron 6 talleres de enfoque de género.",
            Cited = ["INFORME N° 000943-2023-INABIF/UA-SUPH-GCR"],
            Files =
            [
                Documents.Pdf(
                    "Informe talleres.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° 000943-2023-INABIF/UA-SUPH-GCR",
                            "INFORME N° 000943-2023-INABIF-UA-SUPH-GCR",
                            "Talleres de enfoque de género",
                            12,
                            1
                        )
                        .Line("Entre agosto y noviembre se dictaron 6 talleres a las unidades de servicios.", Count(6))
                        .Line("Asistieron 96 personas: 71 mujeres y 25 hombres.", Sentence(71, 25, 96))
                ),
                Documents.Pptx(
                    "Presentacion taller.pptx",
                    new Paper("training")
                        .Line("Taller de enfoque de género")
                        .Line("Unidades de servicios, 17 de octubre de 2023", Date(2023, 10, 17)),
                    new Paper().Line("¿Qué es el género?").Line("Lo que cada sociedad espera de mujeres y hombres."),
                    new Paper()
                        .Line("Asistencia")
                        .Table(
                            [
                                ["Unidad", "Mujeres", "Hombres", "Total"],
                                ["USPNNA", "40", "15", "55"],
                                ["USPPD", "31", "10", "41"],
                                ["TOTAL", "71", "25", "96"],
                            ],
                            (3, Table(71, 25, 96))
                        )
                ),
                Documents.Xlsx(
                    "Asistencia talleres.xlsx",
                    new Paper("attendanceList")
                        .Line("REGISTRO DE ASISTENCIA")
                        .List(Person.Some(71, 25, 3, "USPNNA", "USPPD", "USPPAM"), "MUJER", "HOMBRE")
                ),
            ],
            Findings = [new("number-prefix-missing", null, "INFORME 943 sin D")],
        };

    /// <summary>Clean: four reports, a list and the picture that was sent around.</summary>
    private static SampleClaim Harassment =>
        new(41, Unit, 4)
        {
            Narrative = "Se presentaron los informes de capacitación y de la campaña.",
            Cited =
            [
                "INFORME N° D000944-2023-INABIF/UPP",
                "INFORME N° D000945-2023-INABIF/UA-SUPH-GCR",
                "INFORME N° D000946-2023-INABIF/UA-SUPH-GCR",
                "INFORME N° D000947-2023-INABIF/UA-SUPH-GCR",
            ],
            Files =
            [
                Documents.Pdf(
                    "Informe 944.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000944-2023-INABIF/UPP",
                            "INFORME N° 000944-2023-INABIF-UPP",
                            "Capacitación contra el hostigamiento, primera fecha",
                            8,
                            25
                        )
                        .Line("El taller trató las conductas que la ley sanciona y cómo denunciarlas.")
                        .List(Person.Some(19, 9, 15, "UA", "UPP", "USPNNA"))
                ),
                Documents.Docx(
                    "Informe 945.docx",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000945-2023-INABIF/UA-SUPH-GCR",
                            "INFORME N° 000945-2023-INABIF-UA-SUPH-GCR",
                            "Capacitación contra el hostigamiento, segunda fecha",
                            10,
                            27
                        )
                        .Line("En la segunda fecha del taller se resolvieron casos en grupos pequeños.")
                ),
                Containers.Zip(
                    "Informes de la campaña.zip",
                    Documents.Odt(
                        "Informe 946.odt",
                        Paper
                            .Letter(
                                "awareness",
                                "INFORME N° D000946-2023-INABIF/UA-SUPH-GCR",
                                "INFORME N° 000946-2023-INABIF-UA-SUPH-GCR",
                                "Campaña contra el hostigamiento",
                                11,
                                29
                            )
                            .Line("La campaña empezó con un video de la dirección ejecutiva.")
                    ),
                    Documents.Txt(
                        "Informe 947.txt",
                        Paper
                            .Letter(
                                "awareness",
                                "INFORME N° D000947-2023-INABIF/UA-SUPH-GCR",
                                "INFORME N° 000947-2023-INABIF-UA-SUPH-GCR",
                                "Cierre de la campaña de sensibilización",
                                12,
                                19
                            )
                            .Line("Al cierre se midió cuántas personas recordaban los canales de denuncia.")
                    )
                ),
                Documents.Screenshot(
                    "Imagen difundida.png",
                    new Paper("awareness")
                        .Line("COMUNICADO")
                        .Line("Campaña institucional contra el hostigamiento sexual laboral")
                        .Line("El hostigamiento no es broma. Denuncia. Te escuchamos y te protegemos.")
                        .Line("Unidad de Administración, 29 de noviembre de 2023", Date(2023, 11, 29))
                ),
            ],
        };

    /// <summary>A workbook under the name of a PDF.</summary>
    private static SampleClaim AgentsOfChange =>
        new(68, Unit, 1)
        {
            Narrative = "Se presentó el informe sobre las personas que aprobaron el curso.",
            Cited = ["INFORME N° D000946-2023-UA-SUPH-LMT"],
            Files =
            [
                Documents.Docx(
                    "Informe agentes de cambio.docx",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000946-2023-UA-SUPH-LMT",
                            "INFORME N° 000946-2023-UA-SUPH-LMT",
                            "Personas que aprobaron el curso Agentes de Cambio",
                            12,
                            18
                        )
                        .Line("La capacitación virtual fue aprobada por 9 mujeres y 4 hombres.", Sentence(9, 4, null))
                ),
                Documents
                    .Xlsx(
                        "Aprobados.xlsx",
                        new Paper("attendanceList")
                            .Line("RELACIÓN DE PERSONAS APROBADAS")
                            .List(Person.Some(9, 4, 66, "UA", "UPP"), "femenino", "masculino", "sexo")
                    )
                    .Named("Aprobados.pdf", matches: false),
            ],
            Findings = [new("evidence-type-mismatch", "Aprobados.pdf", "es un libro de Excel")],
        };
}
