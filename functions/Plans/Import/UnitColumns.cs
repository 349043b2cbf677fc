namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheet Unidades.</summary>
public static class UnitColumns
{
    public static Column Code { get; } = new(PlanField.Code, "Código", true, "Siglas");
    public static Column Name { get; } = new(PlanField.Name, "Nombre");
    public static Column Aliases { get; } = new("aliases", "Alias", false, "Otros nombres");

    /// <summary>Not a column of the sheet: names the contacts in the list of changes.</summary>
    public static Column Contacts { get; } = new("contacts", "Contactos", false);
    public static Column Kind { get; } = new(PlanField.Kind, "Tipo", false);
}
