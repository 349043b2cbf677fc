namespace Avance.Functions.Plans.Import;

/// <summary>The fields of the sheet Plan: a row each.</summary>
public static class PlanColumns
{
    public static Column Name { get; } = new("name", "Nombre", true, "Nombre del plan");
    public static Column Kind { get; } = new("kind", "Tipo de plan", false);
    public static Column Policy { get; } = new("policy", "Política de referencia", false);
    public static Column Body { get; } = new("body", "Entidad");
    public static Column WorkingGroup { get; } = new("workingGroup", "Grupo de trabajo");
    public static Column LegalBasis { get; } = new("legalBasis", "Base legal");
    public static Column FirstYear { get; } = new("firstYear", "Primer año");
    public static Column LastYear { get; } = new("lastYear", "Último año");
    public static Column FirstPeriod { get; } = new("firstPeriod", "Primer periodo en Avance", false);
    public static Column GreenFrom { get; } = new("greenFrom", "Verde desde (%)", false);
    public static Column AmberFrom { get; } = new("amberFrom", "Ámbar desde (%)", false);
    public static Column CapPercents { get; } = new("capPercents", "Topar en 100 %", false);
    public static Column RemindBefore { get; } = new("remindBefore", "Recordar antes (días)", false);
    public static Column RemindAfter { get; } = new("remindAfter", "Recordar después (días)", false);
    public static Column AchievementThemes { get; } = new("achievementThemes", "Temas de logros", false);
}
