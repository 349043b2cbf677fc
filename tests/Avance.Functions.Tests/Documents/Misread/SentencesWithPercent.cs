using System.Text;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Sentences that give women and men, with percents and other numbers beside them.</summary>
internal static class SentencesWithPercent
{
    public static IEnumerable<ReadCase> All() =>
        [
            .. OfTheFile(),
            .. Shares(),
            .. Together(),
            .. Totals(),
            .. NoCounts(),
            .. Targets(),
            .. Tables(),
            .. Lines(),
            .. SentencesOfReports.All(),
        ];

    private static IEnumerable<ReadCase> OfTheFile() =>
        [new("15-hombres-12-pct-mujeres-18-pct.docx") { Attendance = ["W18 M12 T30"] }];

    private static IEnumerable<ReadCase> Shares() =>
        [
            Text("Mujeres 18 (60%), hombres 12 (40%).", "W18 M12 T-"),
            Text("Total 30 (100 %) Femenino 18 (60 %) Masculino 12 (40 %)", "W18 M12 T30"),
            Text("El 60 % (18) fueron mujeres y el 40 % (12) fueron hombres.", "W18 M12 T-"),
            Text("Mujeres: 60 % (18); Hombres: 40 % (12).", "W18 M12 T-"),
            Text("Asistieron 18 (60.0 %) mujeres y 12 (40.0 %) hombres, en total 30 personas.", "W18 M12 T30"),
            Text("Hombres: 12 - 40 %, Mujeres: 18 - 60 %", "W18 M12 T-"),
            Text("H: 12 (40 %) M: 18 (60 %)", "W18 M12 T-"),
            Text("El 60 % fueron mujeres y el 40 % hombres."),
            Text("El 60 % de las 30 mujeres y la mitad de los 12 hombres aprobaron."),
            Text("El 60 por ciento de 30 personas son mujeres."),
            Text("60% mujeres (n=18) y 40% hombres (n=12)", "W18 M12 T-"),
            Text("El 60% de participantes fueron mujeres (18 de 30).", "W18 M- T- one-sex-only"),
            Text("18 de 30 mujeres aprobaron."),
            Text("Mujeres 18 (60 %)", "W18 M- T- one-sex-only"),
        ];

    private static IEnumerable<ReadCase> Together() =>
        [
            Text("Hombres y mujeres: 30."),
            Text("Participaron 30 mujeres y hombres."),
            Text("Mujeres/hombres: 20/10.", "W20 M10 T-"),
            Text("Mujeres y hombres: 20 y 10, respectivamente.", "W20 M10 T-"),
            Text("Se registraron 10 hombres/20 mujeres.", "W20 M10 T-"),
            Text("Mujeres: 18/Hombres: 12", "W18 M12 T-"),
        ];

    private static IEnumerable<ReadCase> Totals() =>
        [
            Text("Un total de 30 participantes, 18 de ellos mujeres.", "W18 M- T30 one-sex-only"),
            Text("Asistieron 30 personas, de las cuales 18 mujeres y 12 hombres.", "W18 M12 T30"),
            Text("Participaron 18 mujeres y 12 hombres, haciendo un total de 30.", "W18 M12 T30"),
            Text("18 mujeres y 12 hombres, 30 en total", "W18 M12 T30"),
            Text("Mujeres: 18. Hombres: 12. Total de participantes: 30.", "W18 M12 T30"),
            Text("Participaron 12 mujeres y 15 hombres, lo que hace un total de 27 participantes.", "W12 M15 T27"),
            Text("Hombres 12 40% Mujeres 18 60% Total 30 100%", "W18 M12 T30"),
            Text("De los 30 servidores, 18 (60%) son mujeres y 12 (40%) son hombres.", "W18 M12 T30"),
            Text("Con una meta de 100 personas, se logró capacitar a 60 mujeres y 45 hombres.", "W60 M45 T-"),
            Text("Mujeres 25, hombres 15; mujeres 12, hombres 8. Total 60", "W25 M15 T-", "W12 M8 T-", "W37 M23 T60"),
            Text("Participaron 400 personas: 250 mujeres; 150 hombres.", "W250 M150 T400"),
            Text("Participaron 400 personas; 250 mujeres; y 140 hombres.", "W250 M140 T-"),
            Text(
                "En el primer taller 10 mujeres y 5 hombres; en el segundo 8 mujeres y 7 hombres. Total: 30 participantes.",
                "W10 M5 T-",
                "W8 M7 T-",
                "W18 M12 T30"
            ),
            Text(
                "Se capacitó a 30 personas: 10 mujeres y 5 hombres en mayo, y 8 mujeres y 7 hombres en junio.",
                "W10 M5 T-",
                "W18 M12 T30",
                "W8 M7 T-"
            ),
            Text("Participaron 18 mujeres y 12 hombres. Total: 31.", "W18 M12 T31 sum-differs"),
            Text("Participaron 18 mujeres y 12 hombres. Total: 4 talleres.", "W18 M12 T-"),
        ];

    private static IEnumerable<ReadCase> NoCounts() =>
        [
            Text("Brecha: por cada 100 hombres, 85 mujeres ocupan cargos directivos."),
            Text("Hay 85 mujeres por cada 100 hombres en la entidad."),
            Text("Por cada hombre hay 2 mujeres en la entidad."),
            Text("7 de cada 10 mujeres y 3 de cada 10 hombres conocen la norma."),
            Text("De cada 10 participantes, 7 son mujeres y 3 hombres."),
            Text("Cada 3 meses se capacitó a 30 mujeres y 12 hombres.", "W30 M12 T-"),
            Text("7 de cada 10 participantes fueron mujeres (70 mujeres y 30 hombres).", "W70 M30 T-"),
            Text("Desde 2019 hombres y mujeres tienen los mismos derechos."),
            Text("Entre 2019 y 2023 mujeres y hombres participaron por igual."),
            Text("Del 2019 al 2023 mujeres de la entidad accedieron a cargos."),
            Text("La Ley N° 30364 mujeres y hombres"),
            Text("El artículo 5 hombres y mujeres tienen iguales derechos."),
            Text("En el anexo 3 mujeres de la entidad firmaron."),
            Text("Mujeres (18 a 29 años) y hombres (30 a 59 años)"),
            Text("Mujeres 2026: programa de liderazgo"),
            Text("Se capacitó a un total de 2023 mujeres y 1995 hombres.", "W2023 M1995 T-"),
        ];

    private static IEnumerable<ReadCase> Targets() =>
        [
            Text("Se espera capacitar a 100 mujeres y 50 hombres."),
            Text("Meta: 100 mujeres y 50 hombres."),
            Text("En diciembre se capacitará a 100 mujeres."),
            Text("Se tiene previsto sensibilizar a 100 mujeres."),
            Text("Se invitó a 100 mujeres."),
            Text("Se inscribieron 18 mujeres y 12 hombres.", "W18 M12 T- planned"),
            Text("Se superó la meta con 18 mujeres y 12 hombres.", "W18 M12 T-"),
            Text("De lo programado, participaron 18 mujeres y 12 hombres.", "W18 M12 T-"),
            Text("La meta es de 100; se capacitó a 18 mujeres y 12 hombres.", "W18 M12 T-"),
        ];

    private static IEnumerable<ReadCase> Tables() =>
        [
            Table("Unidad,Mujeres,Hombres,Total\nOGRH,12 (70.6%),5 (29.4%),17 (100%)", "W12 M5 T17"),
            Table("Sexo,N°,%\nMujeres,12,70.6\nHombres,5,29.4\nTotal,17,100", "W12 M5 T17"),
            Table("Sexo,%,N°\nMujeres,60,18\nHombres,40,12\nTotal,100,30", "W18 M12 T30"),
            Table("Sexo,%,N°\nMujeres,60 %,18\nHombres,40 %,12\nTotal,100 %,30", "W18 M12 T30"),
            Table("Sexo,Participantes\nMujeres,18 (60 %)\nHombres,12 (40 %)\nTotal,30 (100 %)", "W18 M12 T30"),
            Table("Unidad,Mujeres,Mujeres (%),Hombres,Hombres (%)\nOGRH,18,60,12,40", "W18 M12 T30"),
            Table("Unidad,Mujeres (%),Hombres (%)\nOGRH,60,40"),
            Table("Unidad,Mujeres (%),Hombres (%)\nOGRH,18 (60 %),12 (40 %)", "W18 M12 T30"),
            Table("Unidad,Mujeres,Hombres\nOGRH,18/60%,12/40%\nTotal,18/60%,12/40%", "W18 M12 T30"),
        ];

    private static IEnumerable<ReadCase> Lines() =>
        [
            Paragraphs("Mujeres: 18 (60 %)", "Hombres: 12 (40 %)", "Total: 30 (100 %)") with
            {
                Attendance = ["W18 M12 T30"],
            },
            Paragraphs("Hombres 12 (40 %)", "Mujeres 18 (60 %)") with
            {
                Attendance = ["W18 M12 T-"],
            },
            Paragraphs("Mujeres: 18", "Se entregaron 12 kits", "Hombres: 12") with
            {
                Attendance = ["W18 M- T- one-sex-only", "W- M12 T- one-sex-only"],
            },
        ];

    public static ReadCase Text(string text, params string[] attendance) =>
        new($"{text.Replace('/', '_')}.txt", () => Encoding.UTF8.GetBytes($"{text}\n"))
        {
            Attendance = attendance.ToValueList(),
        };

    private static ReadCase Table(string rows, params string[] attendance) =>
        new($"{rows.Replace('/', '_').Replace('\n', ' ')}.csv", () => Encoding.UTF8.GetBytes($"{rows}\n"))
        {
            Attendance = attendance.ToValueList(),
        };

    private static ReadCase Paragraphs(params string[] lines) =>
        new(
            $"{string.Join(' ', lines)}.docx",
            () => TestOffice.Docx(string.Concat(lines.Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")))
        );
}
