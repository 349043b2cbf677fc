using Avance.Functions.Storage;

namespace Avance.Functions.Plans.Amendments;

/// <summary>An amendment as it was taken.</summary>
/// <param name="Revision">The revision of the plan that it made.</param>
/// <param name="By">Who sent it.</param>
/// <param name="Amendment">The amendment as it came.</param>
public sealed record AmendmentReceipt(PlanId Plan, int Revision, DateTimeOffset At, string By, Amendment Amendment)
{
    /// <summary>What the audit says of it: the same whenever it is written.</summary>
    internal AuditEntry ToAudit() =>
        new(
            Plan,
            Amendment.Id.ToString("D"),
            At,
            By,
            Amendment.KindName,
            Amendment.Subject,
            Amendment.Reason,
            Amendment.LegalDocument,
            PlanRows.ToJson(Amendment)
        );
}
