namespace Avance.Functions.Evidence;

public sealed partial class EvidenceReading
{
    /// <summary>Called after the last try: the file is kept, and marked as unreadable.</summary>
    public async Task GiveUpAsync(ProgressAddress address, EvidenceId id, CancellationToken cancellationToken)
    {
        if (
            await table.FindAsync(address, id, cancellationToken) is { IsPending: true } file
            && await table.TrySetStateAsync(
                file,
                await FinalStateAsync(file, cancellationToken),
                file.ReadWith,
                cancellationToken
            )
                is not null
        )
        {
            Log.GaveUp(logger, address.Plan, address.Period, address.Activity, id);
        }

        await examinations.EnqueueAsync(address, cancellationToken);
    }

    /// <summary>Facts of an older version of the readers stay valid; a file that was never read to its end is unreadable.</summary>
    private async Task<EvidenceState> FinalStateAsync(StoredEvidence file, CancellationToken cancellationToken) =>
        file.ReadWith.Length > 0
        && await facts.ReadAsync(file.Address, file.Id, cancellationToken)
            is { NextPage: null, Documents: [var first, ..] }
            ? StateOf(first)
            : EvidenceState.Unreadable;
}
