using System.Text.RegularExpressions;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Pages;

/// <summary>The editor sends whole rows: a column that it does not have is emptied, or lost in a copy.</summary>
public sealed partial class PlanFieldsTests
{
    /// <summary>The editor writes sector plans only, which have no need of these.</summary>
    private static readonly Column[] NotEdited = [PlanColumns.Kind, PlanColumns.Policy];

    [Fact]
    public void Fields_OfEachSheet_AreTheColumnsOfASectorPlan()
    {
        var source = Checkout.Read("functions/Pages/Assets/planfields.js");

        Sheet
            .Matches(source)
            .Select(sheet =>
                $"{sheet.Groups["name"]}: "
                + string.Join(' ', Field.Matches(sheet.Groups["fields"].Value).Select(one => one.Groups["name"].Value))
            )
            .ShouldBe(
                PlanFormat
                    .SheetsOf(PlanKind.Sector)
                    .Select(sheet =>
                        $"{sheet.Name}: " + string.Join(' ', sheet.Columns.Except(NotEdited).Select(one => one.Name))
                    )
            );
    }

    [GeneratedRegex(
        @"^  (?<name>\w+): \{\n.*?^    fields: \[\n(?<fields>.*?)^    \],",
        RegexOptions.Multiline | RegexOptions.Singleline,
        1_000
    )]
    private static partial Regex Sheet { get; }

    [GeneratedRegex(@"^      \['(?<name>\w+)',", RegexOptions.Multiline, 1_000)]
    private static partial Regex Field { get; }
}
