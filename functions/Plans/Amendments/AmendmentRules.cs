using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>Decides what an amendment makes of a plan.</summary>
public static class AmendmentRules
{
    public const int MinReason = 10;
    public const int MaxReason = 1_000;
    public const int MinLegalDocument = 3;
    public const int MaxLegalDocument = 300;

    /// <param name="plan">The plan as it is.</param>
    /// <param name="amendment">What is to change.</param>
    /// <param name="calendar">Says when the days named by the amendment end.</param>
    /// <param name="now">A reopened period must close later than this.</param>
    public static Result<Plan> Apply(Plan plan, Amendment amendment, BusinessCalendar calendar, DateTimeOffset now)
    {
        var errors = Check(amendment).ToList();
        return errors.Count > 0 ? Error.All(errors) : amendment.ApplyTo(plan, calendar, now);
    }

    private static IEnumerable<Error> Check(Amendment amendment)
    {
        if (amendment.Id == Guid.Empty)
        {
            yield return Error.Invalid("amendment-id-missing", "id");
        }

        if (amendment.Reason.Trim().Length is < MinReason or > MaxReason)
        {
            yield return Error.Invalid("amendment-reason", "reason", MinReason, MaxReason);
        }

        var document = amendment.LegalDocument.Trim().Length;
        if (
            document > MaxLegalDocument
            || (document < MinLegalDocument && (amendment.NeedsLegalDocument || document > 0))
        )
        {
            yield return Error.Invalid("amendment-legal-document", "legalDocument", MinLegalDocument, MaxLegalDocument);
        }
    }
}
