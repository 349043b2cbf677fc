namespace Avance.Functions.Plans.Import;

/// <summary>The columns of the sheet Contactos.</summary>
public static class ContactColumns
{
    public static Column Unit { get; } = new("unit", "Unidad", true, "Unidad responsable");
    public static Column Name { get; } = new("name", "Nombre");
    public static Column Address { get; } = new("address", "Correo", false, "Correo electrónico");
    public static Column Role { get; } = new("role", "Rol", false);
    public static Column Copies { get; } = new("copies", "Copias", false);
    public static Column Group { get; } = new("group", "Grupo de Entra", false);
}
