using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the general directions of the ministry claim.</summary>
internal static class DirectionClaims
{
    public static IEnumerable<SampleClaim> All => [Protocols, Regions, Trafficking, Rooms, Guidelines, Law, Followup];

    /// <summary>Three of seven, explained; the kind of document is misspelled, and so the number is malformed.</summary>
    private static SampleClaim Protocols =>
        new(3, "DGIGND", 3)
        {
            Narrative = "Se concluyeron tres protocolos con asistencia técnica.",
            Cited = ["NFORME TÉCNICO N°D000919-2023-MIMP-DPIGND-ZOM"],
            Problems = "Cuatro entidades aplazaron la aprobación de sus protocolos.",
            Actions = "Se acordó un nuevo cronograma con cada entidad.",
            Files =
            [
                Documents.Pdf(
                    "Protocolos.pdf",
                    Paper
                        .Letter(
                            "technicalAssistance",
                            "NFORME TÉCNICO N°D000919-2023-MIMP-DPIGND-ZOM",
                            "INFORME TÉCNICO N° 000919-2023-MIMP-DPIGND-ZOM",
                            "Asistencia técnica para protocolos de la PNIG",
                            12,
                            4
                        )
                        .Line(
                            "Con la asistencia técnica de la dirección se cuenta con 3 protocolos concluidos.",
                            Count(3)
                        )
                        .Line(
                            "Los protocolos corresponden al Decreto Supremo N° 008-2019-MIMP.",
                            Reference("DECRETO SUPREMO N° 008-2019-MIMP")
                        )
                ),
            ],
            Findings = [new("number-malformed", null, "NFORME")],
        };

    /// <summary>Clean.</summary>
    private static SampleClaim Regions =>
        new(5, "DGIGND", 11)
        {
            Narrative = "Se capacitó a 11 gobiernos regionales.",
            Cited = ["INFORME N° D000920-2023-MIMP-DPIGND-ZOM"],
            Files =
            [
                Documents.Pdf(
                    "Informe gobiernos regionales.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000920-2023-MIMP-DPIGND-ZOM",
                            "INFORME N° 000920-2023-MIMP-DPIGND-ZOM",
                            "Capacitación en autonomía económica de las mujeres",
                            11,
                            30
                        )
                        .Line("La capacitación reunió a 11 gobiernos regionales en cuatro sesiones.", Count(11))
                        .Line("Asistieron 64 mujeres y 29 hombres.", Sentence(64, 29, null))
                ),
                Documents.Pptx(
                    "Autonomia economica.pptx",
                    new Paper("training")
                        .Line("Capacitación: autonomía económica")
                        .Line("Taller del 9 de noviembre de 2023", Date(2023, 11, 9)),
                    new Paper().Line("Trabajo, ingresos y tiempo").Line("Quién decide en qué se gasta.")
                ),
            ],
        };

    /// <summary>A letter doubled in the name of the ministry; its text is nearly that of another activity.</summary>
    private static SampleClaim Trafficking =>
        new(12, "DGNNA", 1)
        {
            Narrative = "Se incorporó el enfoque de género en el curso sobre trata de personas.",
            Cited = ["INFORME N° D000934-2023-MIIMP-DPE-JCV"],
            Files =
            [
                Documents.Docx(
                    "Curso trata.docx",
                    Course(
                        Paper.Letter(
                            "training",
                            "INFORME N° D000934-2023-MIIMP-DPE-JCV",
                            "INFORME N° 000934-2023-MIMP-DPE-JCV",
                            "Enfoque de género en los cursos de las UPE",
                            10,
                            25
                        ),
                        "trata de personas"
                    )
                ),
            ],
            Findings =
            [
                new("number-malformed", null, "MIIMP"),
                new("near-duplicate", "Curso trata.docx", "casi el texto de la actividad 13"),
            ],
        };

    private static SampleClaim Rooms =>
        new(13, "DGNNA", 1)
        {
            Narrative = "Se incorporó el enfoque de género en el curso sobre salas.",
            Cited = ["GUÍA DEL CURSO DE CAPACITACIÓN SOBRE ATENCIÓN EN SALAS DE LAS UPE"],
            Files =
            [
                Documents.Odt(
                    "Guia salas.odt",
                    Course(new Paper("training").Line("Guía del curso de capacitación"), "atención en salas")
                ),
            ],
            Findings =
            [
                new("number-missing", null, "ningún documento con número"),
                new("near-duplicate", "Guia salas.odt", "casi el texto de la actividad 12"),
            ],
        };

    /// <summary>A report of the year before.</summary>
    private static SampleClaim Guidelines =>
        new(16, "DGCVG", 1)
        {
            Narrative = "Se elaboraron los lineamientos de intervención con hombres.",
            Cited = ["INFORME N° D000955-2022-MIMP-DATPS"],
            Files =
            [
                Documents.Scan(
                    "Lineamientos escaneado.pdf",
                    new Paper()
                        .Numbered("INFORME N° D000955-2022-MIMP-DATPS", "INFORME N° 000955-2022-MIMP-DATPS")
                        .Line("Fecha: 28 de diciembre de 2022", Date(2022, 12, 28))
                        .Line("Se remiten los lineamientos para la intervención con hombres que ejercen violencia.")
                        .Line("El documento define los pasos de la atención y las reglas para derivar cada caso.")
                ),
            ],
            Findings = [new("number-other-year", null, "2022")],
        };

    /// <summary>Clean.</summary>
    private static SampleClaim Law =>
        new(73, "DGIGND", 1)
        {
            Narrative = "Se aprobó el informe de cumplimiento de la Ley de Igualdad de Oportunidades.",
            Cited = ["INFORME TÉCNICO N° D000907-2023-MIMP-DPIGND", "MEMORANDO MÚLTIPLE N° D000987-2023-MIMP-SG"],
            Files =
            [
                Documents.Docx(
                    "Informe LIO.docx",
                    Paper
                        .Letter(
                            "unknown",
                            "INFORME TÉCNICO N° D000907-2023-MIMP-DPIGND",
                            "INFORME TÉCNICO N° 000907-2023-MIMP-DPIGND",
                            "Cumplimiento de la Ley de Igualdad de Oportunidades",
                            10,
                            31
                        )
                        .Line(
                            "La Ley N° 28983 manda informar cada año al Congreso sobre los avances en la igualdad.",
                            Reference("LEY N° 28983")
                        )
                        .Line("Los sectores enviaron sus aportes hasta el 29.09.2023.", Date(2023, 9, 29))
                ),
                Documents.Pdf(
                    "Memorando multiple.pdf",
                    new Paper()
                        .Numbered(
                            "MEMORANDO MÚLTIPLE N° D000987-2023-MIMP-SG",
                            "MEMORANDO MÚLTIPLE N° 000987-2023-MIMP-SG"
                        )
                        .Line("Fecha : 3 de julio de 2023", Date(2023, 7, 3))
                        .Line(
                            "Se solicita a los órganos y programas sus aportes sobre la aplicación de la Ley N° 28983.",
                            Reference("LEY N° 28983")
                        )
                ),
            ],
        };

    /// <summary>Clean: three reports in three formats.</summary>
    private static SampleClaim Followup =>
        new(75, "OGPPM", 3)
        {
            Narrative = "Se elaboraron los informes de seguimiento.",
            Cited =
            [
                "NOTA N° D000967-2023-MIMP-OP",
                "INFORME N° D000968-2023-MIMP-OP",
                "INFORME N° D000969-2023-MIMP-OP",
            ],
            Files =
            [
                Documents.Pdf(
                    "Nota OP.pdf",
                    new Paper()
                        .Numbered("NOTA N° D000967-2023-MIMP-OP", "NOTA N° 000967-2023-MIMP-OP")
                        .Line("Fecha : Lima, 20 de enero de 2023", Date(2023, 1, 20))
                        .Line("Se adjunta la evaluación del plan sectorial en el año 2022.")
                ),
                Documents.Odt(
                    "Seguimiento primer semestre.odt",
                    Paper
                        .Letter(
                            "unknown",
                            "INFORME N° D000968-2023-MIMP-OP",
                            "INFORME N° 000968-2023-MIMP-OP",
                            "Seguimiento del primer semestre",
                            8,
                            4
                        )
                        .Line("De las actividades del semestre, la mayoría avanza según lo previsto.")
                ),
                Documents.Docx(
                    "Seguimiento segundo semestre.docx",
                    Paper
                        .Letter(
                            "unknown",
                            "INFORME N° D000969-2023-MIMP-OP",
                            "INFORME N° 000969-2023-MIMP-OP",
                            "Alineamiento con el POI",
                            12,
                            29
                        )
                        .Line("Se comparó cada actividad con las tareas presupuestadas de su centro de costo.")
                ),
            ],
        };

    /// <summary>The same text but for the name of the course.</summary>
    private static Paper Course(Paper paper, string name) =>
        paper
            .Line(
                $"El curso sobre {name} está dirigido al personal de las unidades de protección especial y tiene tres módulos en línea."
            )
            .Line(
                "El primer módulo de la capacitación explica qué es el género, cómo se forman los estereotipos y por qué las niñas y los niños los viven de distinta manera."
            )
            .Line(
                "El segundo módulo trata de la entrevista: se escucha sin prisa, no se pone en duda lo que se cuenta y se evita preguntar lo mismo muchas veces."
            )
            .Line(
                "El tercer módulo propone casos para resolver en grupo, con una rúbrica que valora el trato igualitario y la reserva de los datos."
            )
            .Line("Quien aprueba los tres módulos recibe una constancia de la escuela del ministerio.");
}
