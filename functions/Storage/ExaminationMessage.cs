namespace Avance.Functions.Storage;

/// <summary>Asks for a claim to be examined. Texts only: the host knows no types of this app.</summary>
public sealed record ExaminationMessage(string Plan, string Period, string Activity)
{
    public static ExaminationMessage Of(ProgressAddress address) =>
        new(address.Plan.ToString(), address.Period.ToString(), address.Activity.ToString());

    public ProgressAddress Address() => ProgressAddress.Parse(Plan, Period, Activity);
}
