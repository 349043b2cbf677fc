namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheet Periodos.</summary>
public static class PeriodColumns
{
    public static Column Id { get; } = new("id", "Periodo", true, "Semestre", "period");
    public static Column Opens { get; } = new("opens", "Apertura");
    public static Column Due { get; } = new(PlanField.Due, "Fecha límite");
    public static Column Closes { get; } = new(PlanField.Closes, "Cierre");
}
