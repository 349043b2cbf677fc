using System.Globalization;
using System.Text.RegularExpressions;
using Avance.Functions.Findings;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Findings;

/// <summary>What the rules say of a claim that a test built.</summary>
internal static partial class ClaimShould
{
    /// <summary>All findings of one code. Whatever else is raised must be in order as well.</summary>
    public static List<RaisedFinding> Raised(this ExaminedClaim claim, string code)
    {
        var all = FindingRules.Examine(claim).ToList();
        all.Select(item => (item.Rule.Code, item.Finding.File, item.Finding.Subject)).ShouldBeUnique();
        foreach (var (rule, finding) in all)
        {
            finding.Arguments.Count.ShouldBe(PlaceholdersOf(rule.Code), rule.Code);
            finding.Message(rule.Code).ShouldNotContain("{");
        }

        return all.FindAll(item => item.Rule.Code == code).ConvertAll(item => item.Finding);
    }

    public static RaisedFinding ShouldRaise(this ClaimBuilder claim, string code) =>
        claim.Build().Raised(code).ShouldHaveSingleItem();

    public static void ShouldNotRaise(this ClaimBuilder claim, string code) =>
        claim.Build().Raised(code).ShouldBeEmpty();

    public static string Message(this RaisedFinding finding, string code) =>
        Messages.Text($"{code}.detail", [.. finding.Arguments]);

    private static int PlaceholdersOf(string code) =>
        Placeholder
            .Matches(Messages.Text($"{code}.detail"))
            .Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) + 1)
            .DefaultIfEmpty(0)
            .Max();

    [GeneratedRegex(@"\{(?<number>\d)\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Placeholder { get; }
}
