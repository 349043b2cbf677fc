using Avance.Functions.Documents.Facts.Counts;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Samples;

namespace Avance.Functions.Tests.Findings;

/// <summary>What the rules say of a real plan, and of what its units reported and cited.</summary>
public sealed class SamplePlanFindingsTests
{
    [Fact]
    public void RequiredEvidence_EachActivity_IsWhatItsWordsAskFor() =>
        string.Concat(SampleClaims.Plan.Activities.Select(activity => $"{activity.Number}\t{Words(activity)}\n"))
            .ShouldMatchGolden("required-evidence.txt");

    [Fact]
    public void Examine_WhatUnitsReported_GivesTheseFindings() =>
        string.Concat(
                from activity in SampleClaims.Plan.Activities
                from item in FindingRules.Examine(SampleClaims.Of(activity))
                // No unit sent a file: of these there is one an activity.
                where item.Rule.Code != "evidence-missing"
                select $"{activity.Number}\t{item.Rule.Code}\t{item.Finding.Message(item.Rule.Code)}\n"
            )
            .ShouldMatchGolden("findings-of-2023.txt");

    [Fact]
    public void Examine_WhatUnitsReported_LacksFilesWhereverAFigureIsClaimed() =>
        SampleClaims
            .Plan.Activities.Where(activity => SampleClaims.Of(activity).Raised("evidence-missing").Count > 0)
            .Select(activity => activity.Number.Value)
            .ShouldBe(
                SampleClaims
                    .Reported.Where(item => item.Value.Exists(goal => goal.Executed > 0))
                    .Select(item => item.Key.Value)
            );

    private static string Words(Activity activity)
    {
        var required = RequiredEvidence.Of(activity);
        return string.Join(
            '\t',
            activity.UnitOfMeasure,
            activity.EvidenceRequirement,
            $"actions: {string.Join(' ', required.Actions)}",
            $"forms: {string.Join(' ', required.Forms)}",
            required.ListBySex ? "list by sex"
                : required.BySex ? "by sex"
                : "",
            required.AsksForNumbered ? "numbered" : "",
            UnitWords.Of(activity.UnitOfMeasure).IsDocument ? "" : "comparable"
        );
    }
}
