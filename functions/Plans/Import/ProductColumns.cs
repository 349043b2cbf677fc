namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheet Productos.</summary>
public static class ProductColumns
{
    public static Column Number { get; } = new("number", "N°", true, "Número", "Nro", "No");
    public static Column Objective { get; } = new("objective", "Objetivo");
    public static Column Activity { get; } = new("activity", "Actividad");
    public static Column Title { get; } = new("title", "Producto");
    public static Column Bodies { get; } = new("bodies", "Responsables", true, "Responsable", "Entidades responsables");
    public static Column Semesters { get; } = new(PlanField.Semesters, "Semestres", true, "Semestre");

    public static Column EvidenceRequirement { get; } =
        new("evidenceRequirement", "Medio de evidencia", false, "Medios de evidencia");
}
