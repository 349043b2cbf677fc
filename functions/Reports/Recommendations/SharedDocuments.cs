using System.Globalization;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Findings;
using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Recommendations;

/// <summary>
/// Drafts on documents that prove more than one claim. Each of the claims has a finding for each of the others: together
/// they make one draft a document and unit, which names all of the claims.
/// </summary>
internal static class SharedDocuments
{
    private const string Number = "same-number";
    private const string OtherNumber = "same-text-other-number";
    private const string File = "same-file";
    private const string Text = "near-duplicate";

    /// <summary>Where claims share a document by its number, that their files are alike too is not said again.</summary>
    private static readonly ValueList<string> Codes = [Number, OtherNumber, File, Text];

    public static bool Has(string code) => Codes.Contains(code, StringComparer.Ordinal);

    /// <param name="findings">Those that stand, of these codes and one period.</param>
    public static IEnumerable<RecommendationDraft> Draft(Plan plan, Period period, IEnumerable<Finding> findings)
    {
        var ofCode = findings
            .Where(finding => finding.Elsewhere is not null)
            .ToLookup(finding => finding.Id.Code, StringComparer.Ordinal);
        var said = new HashSet<(ClaimAddress, ClaimAddress)>();
        foreach (var code in Codes)
        {
            var shared = ofCode[code].Select(Read).Where(one => !said.Contains((one.Claim, one.Elsewhere))).ToList();
            foreach (var document in shared.GroupBy(one => one.Key, StringComparer.Ordinal))
            {
                foreach (var draft in DraftOne(plan, period, [.. document]))
                {
                    yield return draft;
                }
            }

            said.UnionWith(shared.SelectMany(one => new[] { (one.Claim, one.Elsewhere), (one.Elsewhere, one.Claim) }));
        }
    }

    private static IEnumerable<RecommendationDraft> DraftOne(Plan plan, Period period, List<SharedDocument> shared) =>
        from claims in Components(shared)
        from own in shared
            .Where(one => claims.Contains(one.Claim))
            .Select(one => (One: one, Activity: plan.FindActivity(one.Claim.Activity)))
            .Where(one => one.Activity is not null)
            .GroupBy(one => one.Activity!.ResponsibleUnit)
        let first = own.MinBy(one => one.Activity!.Number)
        // As it is cited most fully.
        let document = own.Select(one => one.One.Document)
            .OrderByDescending(text => text.Length)
            .ThenBy(text => text, StringComparer.Ordinal)
            .First()
        select new RecommendationDraft(
            RecommendationId.Of(RecommendationReason.SameDocument, first.Activity!.Number, first.One.Key),
            RecommendationReason.SameDocument,
            own.Key,
            first.Activity.Number,
            document,
            RecommendationText.Of(first.One.Code, RecommendationText.Claims(period, [.. claims]), document)
        );

    /// <summary>The claims that a document joins, directly or by way of others.</summary>
    private static List<HashSet<ClaimAddress>> Components(List<SharedDocument> shared)
    {
        var components = new List<HashSet<ClaimAddress>>();
        foreach (var one in shared)
        {
            HashSet<ClaimAddress> joined = [one.Claim, one.Elsewhere];
            foreach (var other in components.FindAll(other => other.Overlaps(joined)))
            {
                joined.UnionWith(other);
                components.Remove(other);
            }

            components.Add(joined);
        }

        return components;
    }

    private static SharedDocument Read(Finding finding)
    {
        var (code, arguments) = (finding.Id.Code, finding.Arguments);
        var (document, key) = code switch
        {
            Number => (NameOf(arguments[0]), KeyOf(arguments[0])),
            OtherNumber => Both(NameOf(arguments[0]), NameOf(arguments[1])),
            // Names of files may name people.
            _ => ("", code),
        };
        return new SharedDocument(code, key, document, finding.Id.Claim, finding.Elsewhere!.Value);
    }

    private static (string Document, string Key) Both(string here, string there)
    {
        string[] numbers = [here, there];
        var text = ReportWords.List([.. numbers.Order(StringComparer.Ordinal)]);
        return (text, text);
    }

    /// <summary>The document as people write it: the day of a mail as in Peru.</summary>
    private static string NameOf(string normalised) =>
        Find(normalised)?.Date is { } day
            ? normalised.Replace(
                day.ToString("O", CultureInfo.InvariantCulture),
                day.ToString("dd/MM/yyyy", Messages.Culture),
                StringComparison.Ordinal
            )
            : normalised;

    /// <summary>The same for one document however fully it is cited.</summary>
    private static string KeyOf(string normalised) =>
        Find(normalised) is { IndexKey: { } key } document ? $"{document.Series}|{key}" : normalised;

    private static DocumentNumber? Find(string normalised) =>
        DocumentNumbers.CitedBy([normalised]) is [var reference, ..] ? reference.Document : null;

    private sealed record SharedDocument(
        string Code,
        string Key,
        string Document,
        ClaimAddress Claim,
        ClaimAddress Elsewhere
    );
}
