using Avance.Samples.Evidence;

namespace Avance.Bench.Evidence;

/// <summary>Reports and lists of a usual size, each with a number and words of its own; the same in each run.</summary>
internal static class BenchFiles
{
    private const int LinesOfPage = 51;
    private const int WordsInLine = 13;
    private const int People = 40;

    private static readonly string[] Words = """
        acceso actividad acuerdo acompañamiento administrativa alcance análisis anual aplicación aprobación área asistencia
        asunto atención avance capacitación cargo central ciudadanía compromiso comité comunicación comunicados condiciones
        conformidad constancia contenido coordinación cuidado cultura cumplimiento datos desarrollo desigualdad detalle
        diagnóstico difusión dirección directiva discriminación distrito documento ejecución encuesta enfoque entidad
        equipo especialista estereotipos estrategia estudio evaluación evidencia expediente familia formación función gasto
        género gestión grupo guía herramienta hogar hostigamiento igualdad implementación inclusivo indicador información
        inicio institucional instrumento integral internas jornada laboral lactancia lenguaje lineamiento mejora memoria
        mensaje meta metodología ministerio módulo monitoreo norma objetivo oficina orientación paridad participación
        personal plan plataforma población política presupuesto prevención procedimiento proceso programa propuesta
        protocolo proyecto público recomendación recursos registro reglamento remoto reporte requisito respuesta resultado
        reunión revisión salud sectorial sede seguimiento sensibilización servicio servidores sexual sistema social
        solicitud taller técnica territorial trabajo trámite transversal unidad utilidad validación verificación vigente
        vínculo violencia virtual zona
        """.Split(null as char[], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reports of 3 to 11 pages, 7 in the mean, with a list of people.</summary>
    public static IEnumerable<BenchFile> Pdfs(int first, int count) =>
        Papers(first, count, random => random.Next(3, 12), Documents.Pdf, "pdf");

    /// <summary>The same as documents of Word.</summary>
    public static IEnumerable<BenchFile> Docx(int first, int count) =>
        Papers(first, count, random => random.Next(3, 12), Documents.Docx, "docx");

    /// <summary>Lists of 20 to 400 people, as the attendance of a course.</summary>
    public static IEnumerable<BenchFile> Xlsx(int first, int count) =>
        Enumerable
            .Range(first, count)
            .Select(number =>
            {
                var random = new Random(number);
                var paper = Head(number).List(Person.Some(random.Next(10, 200), random.Next(10, 200), number));
                return new BenchFile(Name(number, "xlsx"), Documents.Xlsx(Name(number, "xlsx"), paper).Content);
            });

    /// <summary>Short ones, of all three kinds in turns: what a unit sends in a hurry.</summary>
    public static IEnumerable<BenchFile> Small(int count) =>
        Enumerable
            .Range(1, count)
            .Select(number =>
                (number % 3) switch
                {
                    0 => Pdf(number, 3),
                    1 => Papers(number, 1, _ => 3, Documents.Docx, "docx").Single(),
                    _ => Xlsx(number, 1).Single(),
                }
            );

    public static BenchFile Pdf(int number, int pages) => Papers(number, 1, _ => pages, Documents.Pdf, "pdf").Single();

    /// <summary>Words as a report has them, never twice in the same order.</summary>
    public static string Sentence(Random random, int words) => string.Join(' ', random.GetItems(Words, words)) + ".";

    private static IEnumerable<BenchFile> Papers(
        int first,
        int count,
        Func<Random, int> pages,
        Func<string, Paper, SampleFile> write,
        string format
    ) =>
        Enumerable
            .Range(first, count)
            .Select(number =>
            {
                var random = new Random(number);
                var name = Name(number, format);
                return new BenchFile(name, write(name, Report(number, pages(random), random)).Content);
            });

    private static Paper Report(int number, int pages, Random random)
    {
        var paper = Head(number);
        for (var line = People + 10; line < pages * LinesOfPage; )
        {
            var lines = random.Next(3, 9);
            paper.Line(Sentence(random, lines * WordsInLine));
            // Half a line stands between two paragraphs.
            line += lines + 1;
        }

        return paper.List(Person.Some(random.Next(1, People), random.Next(1, People / 4), number));
    }

    private static Paper Head(int number)
    {
        var office = "OGRH OGA OGTI DGFC DGTEG".Split(' ')[number % 5];
        var date = new DateOnly(2023, 1 + (number % 12), 1 + (number % 28));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"INFORME N° D{number % 1_000_000:D6}-2023-MIMP-{office}"
        );
        return Paper.Letter("training", text, text, "Capacitación en igualdad de género", date);
    }

    private static string Name(int number, string format) => $"informe-{number:D6}.{format}";
}
