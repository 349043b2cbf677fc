namespace Avance.Functions.Pages;

/// <summary>
/// A page that the JavaScript module of the same name fills; the server renders only <see cref="PageTemplate"/>.
/// </summary>
/// <param name="Name">Of the module; the message <c>NAME.page</c> is the title.</param>
/// <param name="IsDesk">True for the secretariat's desk.</param>
public sealed record ModulePage(string Name, bool IsDesk)
{
    public static IReadOnlyList<ModulePage> All { get; } =
    [
        new("inicio", IsDesk: false),
        new("actividad", IsDesk: false),
        new("constancia", IsDesk: false),
        new("logros", IsDesk: false),
        new("revision", IsDesk: true),
        new("informes", IsDesk: true),
        new("lectura", IsDesk: true),
        new("enmiendas", IsDesk: true),
        new("grupo", IsDesk: true),
        new("grupos", IsDesk: true),
        new("recordatorios", IsDesk: true),
        new("enlaces", IsDesk: true),
        new("importar", IsDesk: true),
        new("editar", IsDesk: true),
        new("atendidas", IsDesk: true),
        new("panorama", IsDesk: true),
        new("nacional", IsDesk: true),
    ];
}
