using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Plans.WorkPlans;

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
        ("Entidad", UnitKind.Body),
        ("body", UnitKind.Body),
    ];

    public static (string Word, PlanKind Value)[] PlanKinds { get; } =
    [
        ("Plan sectorial", PlanKind.Sector),
        ("Política", PlanKind.Policy),
        ("Política nacional", PlanKind.Policy),
        ("Plan de trabajo", PlanKind.WorkPlan),
        ("sector", PlanKind.Sector),
        ("policy", PlanKind.Policy),
        ("workPlan", PlanKind.WorkPlan),
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

    public static (string Word, IndicatorDirection Value)[] Directions { get; } =
    [
        ("Ascendente", IndicatorDirection.Ascending),
        ("Descendente", IndicatorDirection.Descending),
        ("ascending", IndicatorDirection.Ascending),
        ("descending", IndicatorDirection.Descending),
    ];

    public static (string Word, IndicatorMethod Value)[] Methods { get; } =
    [
        ("Obtenido ÷ esperado", IndicatorMethod.Ratio),
        ("Esperado ÷ obtenido", IndicatorMethod.InverseRatio),
        ("Avance desde la línea de base", IndicatorMethod.BaselineGap),
        ("Acumulado ÷ esperado acumulado", IndicatorMethod.AccumulatedRatio),
        ("ratio", IndicatorMethod.Ratio),
        ("inverseRatio", IndicatorMethod.InverseRatio),
        ("baselineGap", IndicatorMethod.BaselineGap),
        ("accumulatedRatio", IndicatorMethod.AccumulatedRatio),
    ];

    public static (string Word, ProtocolState Value)[] Protocols { get; } =
    [
        ("Aprobado", ProtocolState.Approved),
        ("En elaboración", ProtocolState.InProgress),
        ("Sin protocolo", ProtocolState.None),
        ("approved", ProtocolState.Approved),
        ("inProgress", ProtocolState.InProgress),
        ("none", ProtocolState.None),
    ];

    /// <summary>Who owes a product where it does not name bodies.</summary>
    public static (string Word, ProductOwners Value)[] Owners { get; } =
    [
        ("Entidades con protocolo aprobado", ProductOwners.BodiesWithProtocol),
        ("Todas las entidades", ProductOwners.AllBodies),
        ("bodiesWithProtocol", ProductOwners.BodiesWithProtocol),
        ("allBodies", ProductOwners.AllBodies),
    ];

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
