using static Avance.Samples.Evidence.Note;

namespace Avance.Samples.Evidence.Claims;

/// <summary>What the Consejo Nacional para la Integración de la Persona con Discapacidad claims.</summary>
internal static class ConadisClaims
{
    private const string Unit = "CONADIS";
    private static readonly string[] Offices = ["URH", "OAD", "SDISED", "DPDPD", "UTI"];

    public static IEnumerable<SampleClaim> All => [Harassment, Survey, SurveyEvaluation, Language];

    /// <summary>180 are claimed and reported, but the list names 178.</summary>
    private static SampleClaim Harassment =>
        new(39, Unit, 180)
        {
            Narrative = "Se capacitó a 180 servidoras y servidores en prevención del hostigamiento sexual laboral.",
            Cited = ["INFORME N° D000949-2023-CONADIS-URH", "DIRECTIVA N° 007-2023-CONADIS/PRE"],
            Files =
            [
                Documents.Pdf(
                    "Informe capacitacion hostigamiento.pdf",
                    Paper
                        .Letter(
                            "training",
                            "INFORME N° D000949-2023-CONADIS-URH",
                            "INFORME N° 000949-2023-CONADIS-URH",
                            "Capacitación en prevención del hostigamiento sexual laboral",
                            11,
                            20
                        )
                        .Line(
                            "En cumplimiento de la Ley N° 27942, Ley de Prevención y Sanción del Hostigamiento Sexual, se realizó el taller de capacitación del 10 de noviembre de 2023.",
                            Reference("LEY N° 27942"),
                            Date(2023, 11, 10)
                        )
                        .Line("En el taller se capacitó a 180 servidores y servidoras de la sede central.", Count(180))
                        .Line("Se adjunta la relación de quienes asistieron, con su firma y su sexo.")
                ),
                Documents.Xlsx(
                    "Lista de asistencia 10-11-2023.xlsx",
                    new Paper("attendanceList")
                        .Line("LISTA DE ASISTENCIA")
                        .Line("Prevención del hostigamiento sexual laboral")
                        .Line("Fecha: 10/11/2023", Date(2023, 11, 10))
                        .List(Person.Some(108, 70, 1, Offices))
                ),
                Documents.Docx(
                    "Directiva hostigamiento.docx",
                    new Paper("resolution")
                        .Numbered("DIRECTIVA N° 007-2023-CONADIS/PRE", "DIRECTIVA N° 007-2023-CONADIS-PRE")
                        .Line(
                            "Directiva para la prevención, denuncia, atención, investigación y sanción del hostigamiento sexual"
                        )
                        .Line(
                            "Artículo primero. La presente directiva se aplica a todas las personas que prestan servicios en la entidad, cualquiera sea su régimen laboral."
                        )
                        .Line(
                            "Artículo segundo. La Unidad de Recursos Humanos recibe las denuncias y dicta las medidas de protección."
                        )
                ),
                Documents.Txt(
                    "Difusion de la directiva.txt",
                    new Paper("awareness")
                        .Line("COMUNICADO INTERNO")
                        .Line("Difusión de los lineamientos contra el hostigamiento sexual laboral.")
                        .Line("La difusión se hizo el 13 de noviembre de 2023 a todo el personal.", Date(2023, 11, 13))
                ),
            ],
            Findings = [new("list-differs", "Lista de asistencia 10-11-2023.xlsx", "180 reportados, 178 en la lista")],
        };

    /// <summary>89 of 100 with neither problem nor action, and the number of the report stands for another activity too.</summary>
    private static SampleClaim Survey =>
        new(46, Unit, 89)
        {
            Narrative = "Respondieron la encuesta 89 servidoras y servidores.",
            Cited = ["INFORME N° D000905-2023-CONADIS-SDISED"],
            Files =
            [
                Documents.Pdf(
                    "Informe encuesta.pdf",
                    Paper
                        .Letter(
                            "survey",
                            "INFORME N° D000905-2023-CONADIS-SDISED",
                            "INFORME N° 000905-2023-CONADIS-SDISED",
                            "Encuesta de prevención del hostigamiento sexual laboral",
                            11,
                            6
                        )
                        .Line(
                            "La encuesta fue respondida por 89 servidores y servidoras: 57 mujeres y 32 hombres.",
                            Count(89),
                            Sentence(57, 32, 89)
                        )
                        .Line("El cuestionario estuvo abierto hasta el 31 de octubre de 2023.", Date(2023, 10, 31))
                ),
                Documents.Csv(
                    "Respuestas encuesta.csv",
                    new Paper("survey")
                        .Line("Relación de quienes respondieron la encuesta")
                        .List(Person.Some(57, 32, 7, Offices), "Mujer", "Hombre", "Sexo"),
                    Formats.TextWriters.Windows1252
                ),
            ],
            Findings =
            [
                new("same-number", null, "INFORME 905 también en la actividad 47"),
                new("below-target-unexplained", null, "89 de 100"),
            ],
        };

    private static SampleClaim SurveyEvaluation =>
        new(47, Unit, 1)
        {
            Narrative = "Se elaboró el informe de evaluación de la encuesta.",
            Cited = ["INFORME N° D000905-2023-CONADIS-SDISED"],
            Files =
            [
                Documents.Docx(
                    "Evaluacion de la encuesta.docx",
                    Paper
                        .Letter(
                            "survey",
                            "INFORME N° D000905-2023-CONADIS-SDISED",
                            "INFORME N° 000905-2023-CONADIS-SDISED",
                            "Evaluación de los resultados de la encuesta",
                            11,
                            22
                        )
                        .Line(
                            "De la lectura de las respuestas se desprende que el personal conoce poco los canales de denuncia."
                        )
                        .Line("Se recomienda repetir la encuesta cada año y publicar sus resultados en la intranet.")
                ),
            ],
            Findings = [new("same-number", null, "INFORME 905 también en la actividad 46")],
        };

    /// <summary>A training claimed with a report on technical assistance.</summary>
    private static SampleClaim Language =>
        new(48, Unit, 33)
        {
            Narrative = "Se capacitó a 33 servidoras y servidores en lenguaje inclusivo.",
            Cited = ["INFORME N° D000966-2023-CONADIS-URH"],
            Problems = "La segunda fecha del curso coincidió con la mudanza de la sede.",
            Actions = "El curso se repite en el primer trimestre.",
            Files =
            [
                Documents.Pdf(
                    "Informe lenguaje inclusivo.pdf",
                    Paper
                        .Letter(
                            "technicalAssistance",
                            "INFORME N° D000966-2023-CONADIS-URH",
                            "INFORME N° 000966-2023-CONADIS-URH",
                            "Asistencia técnica sobre lenguaje inclusivo",
                            12,
                            5
                        )
                        .Line(
                            "La asistencia técnica se brindó el 28 de noviembre de 2023 a las oficinas que redactan documentos.",
                            Date(2023, 11, 28)
                        )
                        .Line(
                            "Recibieron la asistencia técnica 33 servidores: 21 mujeres y 12 hombres.",
                            Count(33),
                            Sentence(21, 12, 33)
                        )
                ),
                Documents.Xlsx(
                    "Lista lenguaje inclusivo.xlsx",
                    new Paper("attendanceList")
                        .Line("LISTA DE PARTICIPANTES")
                        .List(Person.Some(21, 12, 90, Offices), "Femenino", "Masculino", "Género")
                ),
            ],
            Findings =
            [
                new("evidence-other-kind", "Informe lenguaje inclusivo.pdf", "asistencia técnica por capacitación"),
            ],
        };
}
