using System.Globalization;

namespace Avance.Functions.Evidence;

/// <summary>Asks for one file to be read. Texts only: the host knows no types of this app.</summary>
/// <param name="Again">True reads also what has been read, if by other versions of the readers.</param>
public sealed record ReadingMessage(string Plan, string Period, string Activity, string Id, bool Again)
{
    public static ReadingMessage Of(ProgressAddress address, EvidenceId id, bool again) =>
        new(address.Plan.ToString(), address.Period.ToString(), address.Activity.ToString(), id.ToString(), again);

    public ProgressAddress Address() => ProgressAddress.Parse(Plan, Period, Activity);

    public EvidenceId EvidenceId() => Domain.EvidenceId.Parse(Id, CultureInfo.InvariantCulture);
}
