namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheet Metas.</summary>
public static class GoalColumns
{
    public static Column Activity { get; } =
        new("activity", "N° actividad", true, "N° de actividad", "Nro actividad", "Número de actividad");
    public static Column Year { get; } = new("year", "Año de la meta", true, "Año");
    public static Column Target { get; } = new(PlanField.Target, "Meta programada", true, "Meta");
    public static Column Measure { get; } = new("measure", "Tipo de medida");
    public static Column CarriedTo { get; } = new(PlanField.CarriedTo, "Reprogramada a", false);
}
