using Avance.Functions.Plans;

namespace Avance.Functions.Evidence;

/// <summary>
/// Tells whether a submission locks an activity's files. The stage Progress implements it: it comes after Evidence, since a
/// submission lists its files.
/// </summary>
public interface ISubmissionLocks
{
    /// <returns>Null as long as the unit may change what it reports.</returns>
    Task<SubmissionLock?> FindAsync(
        ProgressAddress address,
        ReportedActivity activity,
        CancellationToken cancellationToken
    );
}
