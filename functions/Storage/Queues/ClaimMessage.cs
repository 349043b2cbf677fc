namespace Avance.Functions.Storage.Queues;

/// <summary>A message that names a claim. Its members are texts, since the host does not know this app's types.</summary>
public sealed record ClaimMessage(string Plan, string Period, string Activity) : QueuedMessage
{
    public static ClaimMessage Of(ProgressAddress address) =>
        new(address.Plan.ToString(), address.Period.ToString(), address.Activity.ToString());

    public ProgressAddress Address() => ProgressAddress.Parse(Plan, Period, Activity);
}
