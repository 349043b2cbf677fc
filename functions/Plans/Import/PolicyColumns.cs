namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheets Objetivos, Lineamientos and Servicios.</summary>
public static class PolicyColumns
{
    public static Column Code { get; } = new("code", "Código");
    public static Column ObjectiveTitle { get; } = new("title", "Objetivo prioritario", true, "Objetivo");
    public static Column GuidelineTitle { get; } = new("title", "Lineamiento");
    public static Column ServiceTitle { get; } = new("title", "Servicio");
    public static Column Objective { get; } = new("objective", "Código del objetivo");
    public static Column Guideline { get; } = new("guideline", "Código del lineamiento");
    public static Column ResponsibleBody { get; } = new("responsibleBody", "Entidad responsable");
    public static Column Protocol { get; } = new(PlanField.Protocol, "Protocolo", false, "Estado del protocolo");

    public static Column ProtocolDocument { get; } =
        new(PlanField.ProtocolDocument, "Norma del protocolo", false, "Norma que aprueba el protocolo");

    public static Column ProtocolDate { get; } = new(PlanField.ProtocolDate, "Fecha del protocolo", false);
}
