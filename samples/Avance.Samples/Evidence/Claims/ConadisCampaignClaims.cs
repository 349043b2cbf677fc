using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Consejo Nacional para la Integración de la Persona con Discapacidad claims for its campaigns.</summary>
internal static class ConadisCampaignClaims
{
    private const string Unit = "CONADIS";
    private static readonly string[] Offices = ["URH", "OAD", "SDISED", "DPDPD", "UTI"];

    public static IEnumerable<SampleClaim> All => [HarassmentCampaign, LanguageCampaign, Gender, Stereotypes, Material];

    /// <summary>Clean: a mail as Outlook saves it, with the list of those who got it.</summary>
    private static SampleClaim HarassmentCampaign =>
        new(40, Unit, 300)
        {
            Narrative = "Se informó a 300 servidoras y servidores por correo electrónico.",
            Cited = ["INFORME N° D000952-2023-CONADIS-URH"],
            Files =
            [
                Documents.Odt(
                    "Informe campaña hostigamiento.odt",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000952-2023-CONADIS-URH",
                            "INFORME N° 000952-2023-CONADIS-URH",
                            "Campaña de sensibilización contra el hostigamiento sexual laboral",
                            12,
                            18
                        )
                        .Line(
                            "La campaña de difusión llegó a 300 servidores informados por correo institucional.",
                            Count(300)
                        )
                        .Line("Los mensajes explican qué conductas no se toleran y a quién acudir.")
                ),
                Containers.Msg(
                    "Correo de la campaña.msg",
                    new Mail(
                        "Unidad de Recursos Humanos",
                        "urh@ejemplo.example",
                        "Todo el personal",
                        "Tolerancia cero frente al hostigamiento",
                        new DateTime(2023, 12, 4, 9, 30, 0),
                        new Paper("mail")
                            .Line("Estimadas y estimados: compartimos la pieza gráfica de este mes.")
                            .Line("Ante cualquier situación escriba a la Unidad de Recursos Humanos.")
                    ),
                    Documents.Txt(
                        "destinatarios.txt",
                        new Paper()
                            .Line("Destinatarios del envío")
                            .Line("Sede central y centros de coordinación regional")
                    )
                ),
                Documents.Ods(
                    "Lista de difusion.ods",
                    new Paper("attendanceList") { Sheet = "Correos" }
                        .Line("RELACIÓN DE SERVIDORES INFORMADOS")
                        .ListWithoutSex(Person.Some(170, 130, 40, Offices))
                ),
            ],
        };

    /// <summary>Clean: a mail with its attachment, a report and a list.</summary>
    private static SampleClaim LanguageCampaign =>
        new(49, Unit, 200)
        {
            Narrative = "Se informó a 200 servidoras y servidores sobre lenguaje inclusivo.",
            Cited = ["INFORME N° D000971-2023-CONADIS-URH"],
            Files =
            [
                Documents.Docx(
                    "Informe correos lenguaje inclusivo.docx",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000971-2023-CONADIS-URH",
                            "INFORME N° 000971-2023-CONADIS-URH",
                            "Difusión de pautas de lenguaje inclusivo",
                            12,
                            20
                        )
                        .Line("La campaña de sensibilización alcanzó a 200 servidores por correo.", Count(200))
                        .Line("Cada envío trajo una pauta breve con un ejemplo tomado de documentos de la entidad.")
                ),
                Containers.Eml(
                    "Correo lenguaje inclusivo.eml",
                    new Mail(
                        "Unidad de Recursos Humanos",
                        "urh@ejemplo.example",
                        "Personal",
                        "Pautas de lenguaje inclusivo",
                        new DateTime(2023, 12, 11, 8, 15, 0),
                        new Paper("mail").Line(
                            "Adjuntamos la segunda pauta. La próxima llegará el 18 de diciembre de 2023.",
                            Date(2023, 12, 18)
                        )
                    ),
                    Documents.Html(
                        "pauta.html",
                        new Paper().Line("Pauta número dos").Line("Diga “la ciudadanía” en lugar de “los ciudadanos”.")
                    )
                ),
                Documents.Csv(
                    "Lista de asistentes.csv",
                    new Paper("attendanceList").ListWithoutSex(Person.Some(120, 80, 130, Offices))
                ),
            ],
        };

    /// <summary>Done, but no number is given.</summary>
    private static SampleClaim Gender =>
        new(50, Unit, null)
        {
            Narrative = "Se realizó la capacitación en enfoque de género.",
            Cited = ["INFORME N° D000912-2023-CONADIS-URH-PEG"],
            Files =
            [
                Documents.Odt(
                    "Informe enfoque de genero.odt",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000912-2023-CONADIS-URH-PEG",
                            "INFORME N° 000912-2023-CONADIS-URH-PEG",
                            "Capacitación en enfoque de género",
                            10,
                            30
                        )
                        .Line(
                            "La capacitación constó de un curso virtual en tres sesiones, con preguntas al final de cada una."
                        )
                        .Line("Participaron 26 mujeres y 15 hombres.", Sentence(26, 15, null))
                ),
                Documents.Xls(
                    "Asistencia enfoque de genero.xls",
                    new Paper("attendanceList") { Sheet = "Asistencia" }
                        .Line("REGISTRO DE ASISTENCIA")
                        .List(Person.Some(26, 15, 33, Offices), "M", "H", "SEXO (H/M)")
                ),
            ],
            Findings = [new("claim-without-number", null, "no se cuantificó")],
        };

    /// <summary>Clean: a table with totals.</summary>
    private static SampleClaim Stereotypes =>
        new(51, Unit, 137)
        {
            Narrative = "Respondieron la encuesta 137 servidoras y servidores.",
            Cited = ["INFORME N° D000913-2023-CONADIS-SDISED-BVD"],
            Files =
            [
                Documents.Pdf(
                    "Informe encuesta estereotipos.pdf",
                    Paper
                        .Letter(
                            "survey",
                            "INFORME N° D000913-2023-CONADIS-SDISED-BVD",
                            "INFORME N° 000913-2023-CONADIS-SDISED-BVD",
                            "Encuesta de estereotipos de género",
                            9,
                            29
                        )
                        .Line("La encuesta recogió las opiniones de 137 servidores de todas las sedes.", Count(137))
                        .Table(
                            [
                                ["Sede", "Mujeres", "Hombres", "Total"],
                                ["Lima", "61", "38", "99"],
                                ["Regiones", "25", "13", "38"],
                                ["TOTAL", "86", "51", "137"],
                            ],
                            (3, Table(86, 51, 137))
                        )
                ),
            ],
        };

    /// <summary>300 are claimed, and the mail speaks of 280.</summary>
    private static SampleClaim Material =>
        new(55, Unit, 300)
        {
            Narrative = "Recibieron el material 300 personas.",
            Cited = ["CORREO CONADIS-URH del 06.12.2023"],
            Files =
            [
                Containers.Msg(
                    "Piezas graficas.msg",
                    new Mail(
                        "CONADIS-URH",
                        "urh@ejemplo.example",
                        "Todo el personal",
                        "Piezas gráficas: rompamos estereotipos",
                        new DateTime(2023, 12, 6, 10, 0, 0),
                        new Paper("mail")
                            .Line("Reciben este correo 280 personas de la sede central y de las regiones.", Count(280))
                            .Line("Las piezas se publican también en la intranet.")
                    )
                ),
            ],
            Findings = [new("claim-differs", "Piezas graficas.msg", "300 reportadas, 280 en el correo")],
        };
}
