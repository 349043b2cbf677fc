namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>Sentences of reports with numbers beside women and men that are easily taken for their count.</summary>
internal static class SentencesOfReports
{
    public static IEnumerable<ReadCase> All() => [.. Counts(), .. NoCounts()];

    private static IEnumerable<ReadCase> Counts() =>
        [
            Text("Cantidad de participantes: 30 (Mujeres: 18, Hombres: 12)", "W18 M12 T30"),
            Text("Asistieron 30 participantes (mujeres 18 y hombres 12).", "W18 M12 T30"),
            Text("N° de asistentes: 30 (hombres 12 / mujeres 18)", "W18 M12 T30"),
            Text("Se logró la participación de 30 servidores (as): 18 servidoras y 12 servidores.", "W18 M12 T30"),
            Text("Treinta (30) personas, de las cuales veinte (20) son mujeres y diez (10) varones.", "W20 M10 T30"),
            Text("Participaron 30 (100 %) personas: 18 (60 %) mujeres y 12 (40 %) hombres.", "W18 M12 T30"),
            Text("Varones doce (12) y mujeres dieciocho (18).", "W18 M12 T-"),
            Text("Mujeres (60%): 12. Hombres (40%): 8.", "W12 M8 T-"),
            Text("Mujeres 18 (60 por ciento) y hombres 12 (40 por ciento)", "W18 M12 T-"),
            Text("18 corresponden a mujeres y 12 a hombres", "W18 M12 T-"),
            Text("Se benefició a 20 mil mujeres y 10 mil hombres.", "W20000 M10000 T-"),
            Text("Se atendió a 5 mil 500 mujeres y 2 mil hombres.", "W5500 M2000 T-"),
            Text("Participantes: 20M/10H", "W20 M10 T-"),
            Text("30 servidores (20M y 10H) participaron.", "W20 M10 T30"),
            Text("2026 mujeres y 1995 hombres participaron.", "W2026 M1995 T-"),
            Text("Nota: participaron mujeres 18, hombres 12", "W18 M12 T-"),
            Text("Se dictaron 40 horas de capacitación: mujeres 17, hombres 15.", "W17 M15 T-"),
            Text("El porcentaje de avance es alto: participaron 18 mujeres y 12 hombres.", "W18 M12 T-"),
        ];

    private static IEnumerable<ReadCase> NoCounts() =>
        [
            Text("2026 mujeres participaron en el taller."),
            Text("Mujeres 70 Hombres 30 en porcentaje"),
            Text("Porcentaje de participación: mujeres 70, hombres 30."),
            Text("60 por ciento mujeres y 40 por ciento hombres"),
            Text("Promedio de notas: mujeres 17, hombres 15."),
            Text("Edad promedio: mujeres 35, hombres 40."),
            Text("Se asignó S/ 1,500 mujeres y S/. 2,000 hombres."),
            Text("Faltan 10 mujeres y 5 hombres por capacitar."),
            Text("No participaron 10 mujeres y 5 hombres."),
            Text("Proporción: 3 mujeres por 1 hombre."),
            Text("Capacitar a 100 mujeres y 80 hombres (2027)"),
            Text("1) Mujeres 2) Hombres"),
            Text("Escuelas: 18 de mujeres y 12 de hombres."),
            Text("Se entregaron 500 kits a mujeres y 300 a hombres."),
            Text("Taller de 10H dirigido a mujeres."),
            Text("Sexo         Porcentaje\nMujeres      60\nHombres      40"),
        ];

    private static ReadCase Text(string text, params string[] attendance) =>
        SentencesWithPercent.Text(text, attendance);
}
