using System.Text;
using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Oficina General de Recursos Humanos claims.</summary>
internal static class OgrhClaims
{
    private const string Unit = "OGRH";
    private const string SharedReport = "Informe comunicados 2023.pdf";

    public static IEnumerable<SampleClaim> All =>
        [Diagnosis, Awareness, EmblematicDates, HarassmentCampaign, Induction, Registry, Parity];

    /// <summary>One report with the figures of two activities, uploaded for both.</summary>
    private static SampleFile Announcements =>
        Documents.Pdf(
            SharedReport,
            Paper
                .Letter(
                    "awareness",
                    "INFORME N°000908-2023-MIMP-ODTH",
                    "INFORME N° 000908-2023-MIMP-ODTH",
                    "Comunicados de sensibilización del año 2023",
                    12,
                    22
                )
                .Line("Se emitieron 18 comunicados para disminuir los estereotipos de género.", Count(18))
                .Line(
                    "En fechas emblemáticas se emitieron 9 comunicados, el último el 25 de noviembre de 2023.",
                    Count(9),
                    Date(2023, 11, 25)
                )
                .Line("La campaña de sensibilización usó el correo institucional y las pantallas de la sede central.")
        );

    /// <summary>One survey is claimed, and the narrative speaks of three.</summary>
    private static SampleClaim Diagnosis =>
        new(23, Unit, 1)
        {
            Narrative = "Se aplicaron 3 encuestas de cultura organizacional.",
            Cited = ["INFORME N° D000911-2023-MIMP-ODTH"],
            Files =
            [
                Documents.Docx(
                    "Cultura organizacional.docx",
                    Paper
                        .Letter(
                            "survey",
                            "INFORME N° D000911-2023-MIMP-ODTH",
                            "INFORME N° 000911-2023-MIMP-ODTH",
                            "Encuesta de cultura organizacional",
                            11,
                            17
                        )
                        .Line("Se describe la herramienta de la encuesta y la forma de aplicar el cuestionario.")
                        .Line("Las preguntas tratan del clima, la conciliación y el trato igualitario.")
                ),
            ],
            Findings = [new("narrative-contradicts", null, "reporta 1 y habla de 3 encuestas")],
        };

    private static SampleClaim Awareness =>
        new(25, Unit, 18)
        {
            Narrative = "Se emitieron 18 comunicados.",
            Cited = ["INFORME N°000908-2023-MIMP-ODTH"],
            Files =
            [
                Announcements,
                Documents.Html(
                    "Comunicado 18.html",
                    new Paper("awareness")
                        .Line("COMUNICADO")
                        .Line(
                            "Sensibilización: los cuidados en el hogar se comparten. Difusión del 1 de diciembre de 2023.",
                            Date(2023, 12, 1)
                        )
                        .Line("Oficina de Desarrollo del Talento Humano")
                ),
            ],
            Findings =
            [
                new("same-file", SharedReport, "también en la actividad 26"),
                new("same-number", null, "INFORME 908 también en la actividad 26"),
                new("number-prefix-missing", null, "INFORME 908 sin D"),
            ],
        };

    private static SampleClaim EmblematicDates =>
        new(26, Unit, 9)
        {
            Narrative = "Se emitieron 9 comunicados en fechas emblemáticas.",
            Cited = ["INFORME N°000908-2023-MIMP-ODTH"],
            Files = [Announcements],
            Findings =
            [
                new("same-file", SharedReport, "también en la actividad 25"),
                new("same-number", null, "INFORME 908 también en la actividad 25"),
                new("number-prefix-missing", null, "INFORME 908 sin D"),
            ],
        };

    /// <summary>Clean: a text of the editor of Windows, and a screenshot.</summary>
    private static SampleClaim HarassmentCampaign =>
        new(43, Unit, 17)
        {
            Narrative = "Se emitieron 17 comunicados contra el hostigamiento sexual laboral.",
            Cited = ["INFORME N° D000918-2023-MIMP-ODTH"],
            Files =
            [
                Documents.Txt(
                    "Informe campaña.txt",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000918-2023-MIMP-ODTH",
                            "INFORME N° 000918-2023-MIMP-ODTH",
                            "Campaña contra el hostigamiento sexual laboral",
                            12,
                            27
                        )
                        .Line("Comunicados emitidos: 17. La campaña de sensibilización duró todo el año.", Count(17)),
                    Encoding.Unicode
                ),
                Documents.Screenshot(
                    "Captura intranet.png",
                    new Paper("awareness")
                        .Line("INTRANET - COMUNICADO")
                        .Line("Campaña: Por un trabajo libre de hostigamiento sexual.")
                        .Line(
                            "Publicado el 15 de noviembre de 2023 por la Oficina de Recursos Humanos.",
                            Date(2023, 11, 15)
                        )
                        .Line("Si eres víctima o testigo, comunica el hecho a la Secretaría Técnica.")
                ),
            ],
        };

    /// <summary>The report is readable, its annex has a password.</summary>
    private static SampleClaim Induction =>
        new(57, Unit, 100)
        {
            Narrative = "El 100 % de las personas que ingresaron recibió el material en su inducción.",
            Cited = ["INFORME N° D000986-2023-MIMP-ODTH"],
            Files =
            [
                Documents.Pdf(
                    "Informe induccion.pdf",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000986-2023-MIMP-ODTH",
                            "INFORME N° 000986-2023-MIMP-ODTH",
                            "Difusión de normativa en la inducción",
                            12,
                            12
                        )
                        .Line(
                            "Recibió el material el 100 % de los servidores que ingresaron en el semestre.",
                            Percent(100)
                        )
                        .Line("La difusión incluye la política contra el hostigamiento y los canales de denuncia.")
                ),
                Broken.Encrypted("Anexo induccion.pdf"),
            ],
            Findings = [new("evidence-encrypted", "Anexo induccion.pdf", "pide contraseña")],
        };

    /// <summary>Nothing was sent by the deadline.</summary>
    private static SampleClaim Registry =>
        new(61, Unit, 0)
        {
            IsSent = false,
            Findings = [new("nothing-submitted", null, "sin reporte al vencer el plazo")],
        };

    /// <summary>A report without a number.</summary>
    private static SampleClaim Parity =>
        new(66, Unit, 1)
        {
            Narrative = "Se elaboró el informe con el diagnóstico y las recomendaciones.",
            Cited = ["NOTA N° D000972-2023-OPTP", "INFORME S/N"],
            Files =
            [
                Documents.Pdf(
                    "Nota OPTP.pdf",
                    new Paper()
                        .Numbered("NOTA N° D000972-2023-OPTP", "NOTA N° 000972-2023-OPTP")
                        .Line("Fecha : Lima, 6 de diciembre de 2023", Date(2023, 12, 6))
                        .Line("Se adjunta el estudio sobre la distribución paritaria de cargos bajo el régimen CAS.")
                ),
                Documents.Docx(
                    "Informe paridad.docx",
                    new Paper()
                        .Line("INFORME S/N", Reference("INFORME S/N"))
                        .Line("Distribución paritaria de cargos CAS en la sede central")
                        .Table(
                            [
                                ["Nivel", "Mujeres", "Hombres", "Total"],
                                ["Directivo", "11", "14", "25"],
                                ["Profesional", "95", "61", "156"],
                                ["TOTAL", "106", "75", "181"],
                            ],
                            (3, Table(106, 75, 181))
                        )
                        .Line("Se recomienda que las comisiones de selección se integren de manera paritaria.")
                ),
            ],
            Findings = [new("number-missing", null, "INFORME S/N")],
        };
}
