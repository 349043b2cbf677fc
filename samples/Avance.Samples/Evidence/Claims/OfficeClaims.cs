using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What other offices of the ministry claim.</summary>
internal static class OfficeClaims
{
    public static IEnumerable<SampleClaim> All => [Disasters, Mails, CampaignDesign, Families, Forum];

    /// <summary>Clean: a ZIP with a document of each kind.</summary>
    private static SampleClaim Disasters =>
        new(21, "DGPDV", 4)
        {
            Narrative = "Se adecuaron los planes de trabajo de cuatro COMPAD.",
            Cited = ["NOTA N° D000915-2023-MIMP-DDCP"],
            Files =
            [
                Documents.Pdf(
                    "Nota DDCP.pdf",
                    new Paper("plan")
                        .Numbered("NOTA N° D000915-2023-MIMP-DDCP", "NOTA N° 000915-2023-MIMP-DDCP")
                        .Line("Fecha : Lima, 30 de octubre de 2023", Date(2023, 10, 30))
                        .Line(
                            "Se remite cada plan de trabajo adecuado al lenguaje inclusivo: en total son 4 planes de trabajo.",
                            Count(4)
                        )
                ),
                Containers.Zip(
                    "Planes de trabajo.zip",
                    Documents.Pdf(
                        "Ica.pdf",
                        WorkPlan("Ica", "Se reparten las tareas de la cocina común entre mujeres y hombres.")
                    ),
                    Documents.Docx(
                        "Puno.docx",
                        WorkPlan("Puno", "Los avisos de helada se difunden en quechua, en aimara y en castellano.")
                    ),
                    Documents.Odt("Junín.odt", WorkPlan("Junín", "Los albergues tienen baños separados y con luz.")),
                    Documents.Txt(
                        "Huancavelica.txt",
                        WorkPlan("Huancavelica", "La brigada cuenta con promotoras de cada comunidad.")
                    )
                ),
            ],
        };

    /// <summary>Clean: below the target with an explanation, and mails with attachments.</summary>
    private static SampleClaim Mails =>
        new(27, "OC", 22)
        {
            Narrative = "Se remitió el correo 22 veces.",
            Cited = ["INFORME N° D000921-2023-MIMP-OC-MLC", "CORREO OC DEL 27.12.2023"],
            Problems = "El servidor de correo estuvo en mantenimiento dos semanas.",
            Actions = "Los envíos que faltan se harán en enero.",
            Files =
            [
                Documents.Docx(
                    "Informe de acciones.docx",
                    Paper
                        .Letter(
                            "mail",
                            "INFORME N° D000921-2023-MIMP-OC-MLC",
                            "INFORME N° 000921-2023-MIMP-OC-MLC",
                            "Correo de alineamiento con la cultura de igualdad",
                            12,
                            28
                        )
                        .Line(
                            "El correo se remitió 22 veces en el año a todas las cuentas de la sede central.",
                            Count(22)
                        )
                        .Line("Cada correo trae un mensaje corto y una imagen.")
                ),
                Containers.Eml(
                    "Correo OC 27-12-2023.eml",
                    new Mail(
                        "Oficina de Comunicaciones",
                        "oc@ejemplo.example",
                        "Sede central",
                        "Cultura de igualdad: mensaje 22",
                        new DateTime(2023, 12, 27, 11, 5, 0),
                        new Paper("mail").Line(
                            "La igualdad también se practica en las reuniones: que todas las voces se escuchen."
                        )
                    ),
                    Documents.Pdf(
                        "Mensaje 22.pdf",
                        new Paper()
                            .Line("Que todas las voces se escuchen")
                            .Line("Turnos iguales, tareas compartidas, cuidados compartidos.")
                    )
                ),
            ],
        };

    /// <summary>Carried over from 2022; the annex is a ZIP with a password.</summary>
    private static SampleClaim CampaignDesign =>
        new(30, "DTEG", 1)
        {
            GoalYear = 2022,
            Narrative = "Se diseñó la campaña interna sobre estereotipos.",
            Cited = ["MEMORANDO N° D000998-2023-MIMP-DGTEG", "INFORME N° D000902-2023-MIMP-DASI-SAA"],
            Files =
            [
                Documents.Pdf(
                    "Memorando DGTEG.pdf",
                    new Paper("awareness")
                        .Numbered("MEMORANDO N° D000998-2023-MIMP-DGTEG", "MEMORANDO N° 000998-2023-MIMP-DGTEG")
                        .Line(
                            "Se remite el INFORME N° D000902-2023-MIMP-DASI-SAA con la propuesta de la campaña.",
                            Reference("INFORME N° 000902-2023-MIMP-DASI-SAA")
                        )
                        .Line("La campaña de sensibilización se dirige al personal de la sede central.")
                ),
                Documents.Docx(
                    "Propuesta campaña.docx",
                    Paper
                        .Letter(
                            "awareness",
                            "INFORME N° D000902-2023-MIMP-DASI-SAA",
                            "INFORME N° 000902-2023-MIMP-DASI-SAA",
                            "Propuesta de la campaña interna",
                            7,
                            21
                        )
                        .Line(
                            "La campaña tiene tres mensajes y un lema, y se medirá con una pregunta antes y otra después."
                        )
                ),
                Containers.EncryptedZip("Piezas.zip", Documents.Txt("lema.txt", new Paper().Line("Menos etiquetas"))),
            ],
            Findings = [new("evidence-encrypted", "Piezas.zip", "pide contraseña")],
        };

    /// <summary>Nothing is claimed, and the report speaks of people who were there.</summary>
    private static SampleClaim Families =>
        new(33, "DGFC", 0)
        {
            Narrative = "El taller se hará el próximo año.",
            Cited = ["MEMORANDO D000957-2023-MIMP-DGFC"],
            Problems = "El local no estuvo disponible.",
            Actions = "Se separó una fecha en marzo.",
            Files =
            [
                Documents.Docx(
                    "Memorando DGFC.docx",
                    new Paper("training")
                        .Numbered("MEMORANDO D000957-2023-MIMP-DGFC", "MEMORANDO N° 000957-2023-MIMP-DGFC")
                        .Line("Fecha : 30 de noviembre de 2023", Date(2023, 11, 30))
                        .Line("A la sesión de prueba del taller asistieron 14 personas del distrito.", Count(14))
                ),
            ],
            Findings = [new("evidence-not-claimed", "Memorando DGFC.docx", "14 personas")],
        };

    /// <summary>Clean: a scan, a photograph, and a picture in a document of Word.</summary>
    private static SampleClaim Forum =>
        new(76, "DGPDV", 1)
        {
            Narrative = "Se realizó el foro sobre el aporte de la mujer y el voluntariado.",
            Cited = ["LISTA DE ASISTENCIA DESAGREGADA POR SEXO"],
            Files =
            [
                Documents.Scan(
                    "Lista foro escaneada.pdf",
                    new Paper("attendanceList")
                        .Line("LISTA DE ASISTENCIA")
                        .Line("Foro: El aporte de la mujer y el voluntariado")
                        .Line("Lima, 5 de diciembre de 2023", Date(2023, 12, 5))
                        .List(Person.Some(17, 7, 29, "DV", "DGPDV", "OTRA"))
                ),
                Documents.Photo(
                    "Foto del programa.jpg",
                    new Paper()
                        .Line("PROGRAMA DEL FORO")
                        .Line("El aporte de la mujer y el voluntariado")
                        .Line("Lima, 5 de diciembre de 2023", Date(2023, 12, 5))
                        .Line("Bienvenida a cargo de la dirección general")
                        .Line("Mesa de experiencias de mujeres voluntarias")
                        .Line("Preguntas del público y cierre del foro")
                ),
                Documents.DocxWithPicture(
                    "Panel del foro.docx",
                    new Paper()
                        .Line("PANEL DEL FORO")
                        .Line("Captura de la nota que se publicó en la página web de la entidad."),
                    new Paper()
                        .Line("NOTA DE PRENSA")
                        .Line("Mujeres voluntarias contaron su experiencia")
                        .Line("Lima, 6 de diciembre de 2023", Date(2023, 12, 6))
                        .Line("El foro reunió a quienes hacen voluntariado en cinco regiones.")
                ),
            ],
        };

    private static Paper WorkPlan(string region, string task) =>
        new Paper("plan")
            .Line($"Plan de trabajo de la COMPAD {region}")
            .Line($"El plan de trabajo de {region} rige desde el 2 de octubre de 2023.", Date(2023, 10, 2))
            .Line(task);
}
