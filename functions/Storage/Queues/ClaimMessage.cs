namespace Avance.Functions.Storage.Queues;

/// <summary>Names a claim that something is to be done about. Texts only: the host knows no types of this app.</summary>
public sealed record ClaimMessage(string Plan, string Period, string Activity)
{
    public static ClaimMessage Of(ProgressAddress address) =>
        new(address.Plan.ToString(), address.Period.ToString(), address.Activity.ToString());

    public ProgressAddress Address() => ProgressAddress.Parse(Plan, Period, Activity);
}
