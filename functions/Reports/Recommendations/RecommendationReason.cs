namespace Avance.Functions.Reports.Recommendations;

/// <summary>Why something is recommended. Stored and read by Power BI: names are never changed.</summary>
public enum RecommendationReason
{
    /// <summary>One document is given as proof of more than one activity or period.</summary>
    SameDocument,

    /// <summary>What was sent is not the kind of evidence that the plan asks for.</summary>
    OtherEvidenceType,

    /// <summary>A document has no number in the document-management system (SGD).</summary>
    NumberMissing,

    /// <summary>Done, and no number was given.</summary>
    NotQuantified,

    /// <summary>Nothing was executed, or nothing was sent.</summary>
    NotExecuted,

    /// <summary>Above 0 and below the percent from which the plan's traffic light is amber.</summary>
    FarBelowTarget,

    /// <summary>Moved to a later year.</summary>
    Rescheduled,

    /// <summary>A figure without a file, or with files that cannot be read.</summary>
    EvidenceMissing,

    /// <summary>A note of the evaluation.</summary>
    Noted,

    /// <summary>Added by a person.</summary>
    Added,
}
