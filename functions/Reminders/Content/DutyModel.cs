using Avance.Functions.Groups;

namespace Avance.Functions.Reminders.Content;

/// <summary>The content of a reminder of what a group must do each year.</summary>
/// <param name="DaysLeft">Days until it is due; negative once it is past.</param>
public sealed record DutyModel(WorkingGroup Group, YearlyDuty Duty, Recipient To, DateOnly Due, int DaysLeft)
{
    public string DueText => TimeText.Of(Due);

    public string TimeLeft => TimeText.Of(DaysLeft);

    public string Subject => $"{Group.Id}: {Duty.Title} ({TimeLeft})";
}
