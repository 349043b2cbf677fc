namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheets Indicadores and Logros esperados.</summary>
public static class IndicatorColumns
{
    public static Column Code { get; } = new("code", "Código");
    public static Column Of { get; } = new("of", "Código del objetivo o servicio");
    public static Column Title { get; } = new("title", "Indicador");
    public static Column ResponsibleBody { get; } = new("responsibleBody", "Entidad responsable");
    public static Column Direction { get; } = new("direction", "Sentido");
    public static Column Method { get; } = new("method", "Método de cálculo");
    public static Column Baseline { get; } = new("baseline", "Línea de base", false);
    public static Column BaselineYear { get; } = new("baselineYear", "Año de la línea de base", false);
    public static Column IsBaselineInferred { get; } = new("isBaselineInferred", "Línea de base inferida", false);
    public static Column Source { get; } = new("source", "Fuente", false);
    public static Column Indicator { get; } = new("indicator", "Código del indicador");
    public static Column Year { get; } = new("year", "Año");
    public static Column Published { get; } = new("publishedPercent", "Porcentaje publicado");
    public static Column Target { get; } = new(PlanField.Target, "Logro esperado");
}
