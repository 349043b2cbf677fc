using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;

namespace Avance.Functions.Reminders.Content;

/// <summary>The content of a reminder of an agreement.</summary>
/// <param name="Minutes">The number of the minutes that it stands in.</param>
/// <param name="DaysLeft">Days until it is due; negative once it is past.</param>
public sealed record AgreementModel(
    WorkingGroup Group,
    string Minutes,
    Agreement Agreement,
    Recipient To,
    DateOnly Due,
    int DaysLeft
)
{
    public string DueText => TimeText.Of(Due);

    public string TimeLeft => TimeText.Of(DaysLeft);

    public string Subject => $"Acuerdo {Agreement.Number} del {Minutes}: {TimeLeft}";
}
