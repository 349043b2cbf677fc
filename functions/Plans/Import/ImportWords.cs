namespace Avance.Functions.Plans.Import;

/// <summary>The words that files use for the values of an enumeration; for each value the first one is offered.</summary>
internal static class ImportWords
{
    public static (string Word, UnitKind Value)[] UnitKinds { get; } =
    [
        ("Oficina", UnitKind.Office),
        ("Secretaría Técnica", UnitKind.Secretariat),
        ("Programa", UnitKind.Programme),
        ("Organismo", UnitKind.Agency),
        ("Organismo adscrito", UnitKind.Agency),
        ("Programa nacional", UnitKind.Programme),
        ("office", UnitKind.Office),
        ("secretariat", UnitKind.Secretariat),
        ("programme", UnitKind.Programme),
        ("agency", UnitKind.Agency),
    ];

    public static (string Word, GoalMeasure Value)[] Measures { get; } =
    [
        ("Cantidad", GoalMeasure.Count),
        ("Porcentaje", GoalMeasure.Percent),
        ("count", GoalMeasure.Count),
        ("percent", GoalMeasure.Percent),
    ];

    public static (string Word, ContactRole Value)[] ContactRoles { get; } =
    [
        ("Enlace", ContactRole.Liaison),
        ("Jefatura", ContactRole.Head),
        ("Titular", ContactRole.Head),
        ("liaison", ContactRole.Liaison),
        ("head", ContactRole.Head),
    ];

    public static (string Word, bool Value)[] YesNo { get; } =
    [("Sí", true), ("No", false), ("true", true), ("false", false)];

    /// <summary>What stands in place of a list that is to be empty.</summary>
    public static string[] None { get; } = ["Ninguno", "none"];

    public static string Of<T>((string Word, T Value)[] words, T value) =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    /// <summary>The word that a plan in JSON has for a value: the last one.</summary>
    public static string InJson<T>((string Word, T Value)[] words, T value) =>
        words.Last(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    /// <summary>The words that people are offered, one for each value.</summary>
    public static string[] Offered<T>((string Word, T Value)[] words) =>
        [.. words.GroupBy(pair => pair.Value).Select(group => group.First().Word)];
}
