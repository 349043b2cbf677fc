namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheet Actividades.</summary>
public static class ActivityColumns
{
    public static Column Number { get; } = new("number", "N°", true, "Número", "Nro", "No");
    public static Column Title { get; } = new("title", "Actividad");
    public static Column ResponsibleUnit { get; } = new("responsibleUnit", "Unidad responsable");
    public static Column SubUnit { get; } = new("subUnit", "Suboficina", false);
    public static Column SupportingUnits { get; } = new("supportingUnits", "Unidades de apoyo", false);
    public static Column UnitOfMeasure { get; } = new("unitOfMeasure", "Unidad de medida");
    public static Column EvidenceRequirement { get; } =
        new("evidenceRequirement", "Medio de evidencia", true, "Medios de evidencia");
}
