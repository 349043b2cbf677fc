namespace Avance.Functions.Reminders.Content;

/// <summary>Days, and how long there is until a deadline, as people say it.</summary>
internal static class TimeText
{
    public static string Of(DateOnly day) => day.ToString("d 'de' MMMM 'de' yyyy", Messages.Culture);

    /// <param name="days">Days until then; negative once it is past.</param>
    public static string Of(int days) =>
        days switch
        {
            0 => "vence hoy",
            1 => "falta 1 día",
            > 1 => string.Create(Messages.Culture, $"faltan {days} días"),
            -1 => "venció hace 1 día",
            _ => string.Create(Messages.Culture, $"venció hace {-days} días"),
        };
}
