namespace Avance.Samples.Evidence;

/// <summary>Something that a person who reads a document would note down.</summary>
/// <param name="Sort">What it is: <c>reference</c>, <c>date</c>, <c>attendance</c> or <c>count</c>.</param>
/// <param name="Value">In one spelling, the same as <see cref="Expected.FoundNotes"/> gives what the app finds.</param>
internal sealed record Note(string Sort, string Value)
{
    /// <summary>A document that is named, as <c>INFORME N° 000149-2023-CONADIS-URH</c>: six digits, without D.</summary>
    public static Note Reference(string normalised) => new("reference", normalised);

    public static Note Date(int year, int month, int day) => Date(new DateOnly(year, month, day));

    public static Note Date(DateOnly day) =>
        new("date", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A number in the activity's unit of measure.</summary>
    public static Note Count(int value) => new("count", $"{value}");

    public static Note Percent(int value) => new("count", $"{value} %");

    /// <summary>Women and men whom a sentence counts.</summary>
    public static Note Sentence(int? women, int? men, int? total) => Attendance("sentence", women, men, total);

    /// <summary>Women and men whom the rows of a list name.</summary>
    public static Note List(int? women, int? men, int? total) => Attendance("list", women, men, total);

    /// <summary>Women and men whom a table counts.</summary>
    public static Note Table(int? women, int? men, int? total) => Attendance("table", women, men, total);

    private static Note Attendance(string source, int? women, int? men, int? total) =>
        new("attendance", $"{Text(women)} mujeres + {Text(men)} hombres = {Text(total)} ({source})");

    private static string Text(int? number) => number is { } known ? $"{known}" : "?";
}
