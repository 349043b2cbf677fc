using Avance.Functions.Progress;

namespace Avance.Functions.Findings;

/// <summary>Asks for a claim to be examined. Texts only: the host knows no types of this app.</summary>
/// <param name="Again">True examines it although nothing of its own has changed: what it shares with others has.</param>
public sealed record CheckMessage(string Plan, string Period, string Activity, bool Again)
{
    public static CheckMessage Of(ProgressAddress address, bool again) =>
        new(address.Plan.ToString(), address.Period.ToString(), address.Activity.ToString(), again);

    public ProgressAddress Address() => ProgressAddress.Parse(Plan, Period, Activity);
}
