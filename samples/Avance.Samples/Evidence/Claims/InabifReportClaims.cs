using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Programa Nacional INABIF claims for its reports.</summary>
internal static class InabifReportClaims
{
    private const string Unit = "INABIF";

    public static IEnumerable<SampleClaim> All => [Parity, Wages, WageTalks, Campaign, Norms, Satisfaction, Pilot];

    /// <summary>The annex may run macros.</summary>
    private static SampleClaim Parity =>
        new(36, Unit, 1)
        {
            Narrative = "Se elaboró el análisis de la distribución paritaria de cargos CAS.",
            Cited = ["INFORME N° D000961-2023-INABIF/UA-SUPH-GCR"],
            Files =
            [
                Documents.Pdf(
                    "Analisis paridad.pdf",
                    Paper
                        .Letter(
                            "unknown",
                            "INFORME N° D000961-2023-INABIF/UA-SUPH-GCR",
                            "INFORME N° 000961-2023-INABIF-UA-SUPH-GCR",
                            "Distribución paritaria de cargos CAS",
                            9,
                            7
                        )
                        .Table(
                            [
                                ["Cargo", "N° de mujeres", "N° de hombres"],
                                ["Jefatura", "18", "22"],
                                ["Especialista", "204", "96"],
                                ["Asistente", "151", "40"],
                            ],
                            (0, Table(373, 158, 531))
                        )
                        .Line("La paridad se cumple en conjunto, mas no en las jefaturas.")
                ),
                Documents.Docm("Plantilla de calculo.docm", new Paper().Line("Plantilla con macros")),
            ],
            Findings = [new("evidence-macros", "Plantilla de calculo.docm", "documento con macros")],
        };

    /// <summary>The annex is of a type that is not taken.</summary>
    private static SampleClaim Wages =>
        new(37, Unit, 1)
        {
            Narrative = "Se sistematizó la metodología de brechas salariales.",
            Cited = ["INFORME N° D000969-2023-INABIF/UA-SUPH-GCR"],
            Files =
            [
                Documents.Odt(
                    "Metodologia brechas.odt",
                    Paper
                        .Letter(
                            "unknown",
                            "INFORME N° D000969-2023-INABIF/UA-SUPH-GCR",
                            "INFORME N° 000969-2023-INABIF-UA-SUPH-GCR",
                            "Sistematización de la metodología de brechas salariales",
                            10,
                            12
                        )
                        .Line("Se compara lo que ganan mujeres y hombres en puestos del mismo valor.")
                        .Line(
                            "La base legal es la Ley N° 30709, que prohíbe la discriminación remunerativa.",
                            Reference("LEY N° 30709")
                        )
                ),
                Broken.OldWord("Borrador.doc", new Paper().Line("Borrador de la metodología")),
            ],
            Findings = [new("evidence-type-not-allowed", "Borrador.doc", "un Word de antes de 2007")],
        };

    /// <summary>Two workshops, and no file.</summary>
    private static SampleClaim WageTalks =>
        new(38, Unit, 2)
        {
            Narrative = "Se dictaron 2 talleres sobre brechas salariales.",
            Cited = ["INFORME N° D000970-2023-INABIF/UA-SUPH-GCR"],
            Findings = [new("evidence-missing", null, "2 talleres sin ningún archivo")],
        };

    /// <summary>An empty annex.</summary>
    private static SampleClaim Campaign =>
        new(54, Unit, 1)
        {
            Narrative = "Se presentó el informe final de la campaña sobre estereotipos.",
            Cited = ["INFORME N° D000954-2023-INABIF/DE-SUCI"],
            Files =
            [
                Documents.Pdf(
                    "Informe final campaña.pdf",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000954-2023-INABIF/DE-SUCI",
                            "INFORME N° 000954-2023-INABIF-DE-SUCI",
                            "Campaña sobre estereotipos de género",
                            12,
                            26
                        )
                        .Line(
                            "El diseño gráfico y la encuesta de la campaña de sensibilización se describen en este informe."
                        )
                        .Line("La difusión alcanzó a todas las unidades.")
                ),
                Broken.Empty("Anexo diseño grafico.docx"),
            ],
            Findings = [new("evidence-empty", "Anexo diseño grafico.docx", "sin contenido")],
        };

    /// <summary>The number has no year.</summary>
    private static SampleClaim Norms =>
        new(56, Unit, 1)
        {
            Narrative = "Se difundió la normativa sobre hostigamiento sexual laboral.",
            Cited = ["INFORME N° D000978-INABIF/UPP"],
            Files =
            [
                Documents.Pdf(
                    "Informe difusion.pdf",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000978-INABIF/UPP",
                            "INFORME N° 000978-INABIF-UPP",
                            "Difusión de normativa sobre hostigamiento",
                            11,
                            15
                        )
                        .Line(
                            "Los comunicados se enviaron a las cuentas institucionales y se pegaron en los periódicos murales."
                        )
                ),
            ],
            Findings = [new("number-malformed", null, "sin año")],
        };

    /// <summary>The same text as for the pilot, under another number.</summary>
    private static SampleClaim Satisfaction =>
        new(78, Unit, 1)
        {
            Narrative = "Se adecuó la encuesta de satisfacción.",
            Cited = ["INFORME N° D000964-2023-INABIF/UDIF"],
            Files = [Documents.Docx("Encuesta CAD.docx", SurveyReport("000964"))],
            Findings =
            [
                new("same-text-other-number", "Encuesta CAD.docx", "el texto del informe 965 de la actividad 79"),
            ],
        };

    private static SampleClaim Pilot =>
        new(79, Unit, 1)
        {
            Narrative = "Se aplicó el piloto de la encuesta.",
            Cited = ["INFORME N° D000965-2023-INABIF/UDIF"],
            Files = [Documents.Odt("Piloto encuesta CAD.odt", SurveyReport("000965"))],
            Findings =
            [
                new("same-text-other-number", "Piloto encuesta CAD.odt", "el texto del informe 964 de la actividad 78"),
            ],
        };

    private static Paper SurveyReport(string number) =>
        Paper
            .Letter(
                "survey",
                $"INFORME N° D{number}-2023-INABIF/UDIF",
                $"INFORME N° {number}-2023-INABIF-UDIF",
                "Encuesta de satisfacción del centro de atención de día",
                12,
                7
            )
            .Line(
                "La encuesta de satisfacción pregunta por el trato, los horarios, la alimentación y las actividades del centro de atención de día para personas adultas mayores."
            )
            .Line(
                "Las preguntas se revisaron con enfoque de género: se agregó el sexo de quien responde y quién la cuida en casa, y se quitaron los dibujos que mostraban solo a mujeres cocinando."
            )
            .Line(
                "El cuestionario se probó en dos centros de Lima con 31 mujeres y 17 hombres. Tardaron en promedio quince minutos y pidieron letras más grandes.",
                Sentence(31, 17, null)
            )
            .Line("Se recomienda aplicar la encuesta dos veces al año y entregar los resultados a las familias.");
}
