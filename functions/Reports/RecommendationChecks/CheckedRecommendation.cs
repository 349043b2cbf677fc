using Avance.Functions.Reports.Recommendations;

namespace Avance.Functions.Reports.RecommendationChecks;

/// <summary>A recommendation of the plan before, with what the plan has for it.</summary>
/// <param name="Unit">The unit that it was addressed to.</param>
/// <param name="Activity">The activity of the plan before that it names; null if it names none.</param>
/// <param name="Title">The title of that activity; empty if it names none.</param>
/// <param name="AnsweredBy">The activity of the plan that seems to answer it; null if none does.</param>
/// <param name="AnsweredByTitle">Its title; empty if none does.</param>
/// <param name="Version">The version to send with the next change; 0 if nothing was said of it yet.</param>
public sealed record CheckedRecommendation(
    RecommendationId Id,
    UnitCode Unit,
    ActivityNumber? Activity,
    string Title,
    string Text,
    CheckMatch Match,
    ActivityNumber? AnsweredBy,
    string AnsweredByTitle,
    CheckState State,
    string Note,
    int Version,
    string By,
    DateTimeOffset? At
);
