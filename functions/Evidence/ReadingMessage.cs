using System.Globalization;
using Avance.Functions.Storage.Queues;

namespace Avance.Functions.Evidence;

/// <summary>A message that requests the reading of a file. Its members are texts, since the host does not know this app's types.</summary>
/// <param name="Again">True also rereads a file that other versions of the readers have read.</param>
public sealed record ReadingMessage(string Plan, string Period, string Activity, string Id, bool Again) : QueuedMessage
{
    public static ReadingMessage Of(ProgressAddress address, EvidenceId id, bool again) =>
        new(address.Plan.ToString(), address.Period.ToString(), address.Activity.ToString(), id.ToString(), again);

    public ProgressAddress Address() => ProgressAddress.Parse(Plan, Period, Activity);

    public EvidenceId EvidenceId() => Domain.EvidenceId.Parse(Id, CultureInfo.InvariantCulture);
}
