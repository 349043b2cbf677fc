using System.Globalization;
using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>
/// The sums of docs/cost.md are those of its prices, inputs and formulas. <c>AVANCE_REWRITE_GOLDEN=1</c> writes them anew.
/// </summary>
public sealed partial class CostDocsTests
{
    private const string Page = "docs/cost.md";
    private const int Sizes = 3;

    private static readonly string Text = Checkout.Read(Page);

    [Fact]
    public void Sums_OfThePage_AreThoseOfItsTables()
    {
        var lines = Text.Split('\n');
        var section = "";
        var total = new decimal[Sizes];
        var values = Enumerable.Range(0, Sizes).Select(_ => new Dictionary<string, decimal>()).ToArray();
        for (var index = 0; index < lines.Length; index++)
        {
            section = lines[index].StartsWith("## ", StringComparison.Ordinal) ? lines[index][3..] : section;
            var cells = lines[index].Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
            var name = cells[0].Trim('`');
            if (!IsRow(lines[index]) || cells.Length < 4)
            {
                continue;
            }

            for (var size = 0; size < Sizes; size++)
            {
                if (section is "Prices" or "Inputs")
                {
                    values[size][name] = Number(cells[section == "Prices" ? 1 : 1 + size]);
                }
                else if (section is "Quantities" or "Costs")
                {
                    values[size]["total"] = total[size];
                    var value = Formula.Compute(cells[1].Trim('`'), values[size]);
                    values[size][name] = value;
                    // The bold rows are sums of the others.
                    total[size] += section == "Costs" && !name.StartsWith('*') ? value : 0;
                    cells[2 + size] = Written(value, section);
                }
            }

            if (section is "Quantities" or "Costs")
            {
                lines[index] = $"| {string.Join(" | ", cells)} |";
            }
        }

        values[0].Count.ShouldBeGreaterThan(60);
        var computed = string.Join('\n', lines);
        if (GoldenFile.Rewrite)
        {
            File.WriteAllText(RepositoryRoot.File(Page), computed);
            return;
        }

        Text.ShouldBe(computed, "AVANCE_REWRITE_GOLDEN=1 writes it anew.");
    }

    /// <summary>A price that nothing uses says nothing, and an input that nothing uses misleads.</summary>
    [Fact]
    public void Names_OfPricesInputsAndQuantities_AreUsed()
    {
        var formulas = string.Join(' ', FormulaCell.Matches(Text).Select(match => match.Value));

        NamedRow
            .Matches(Text)
            .Select(match => match.Groups["name"].Value)
            .Where(name => !Regex.IsMatch(formulas, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2 + 3 * 4", 14)]
    [InlineData("(2 + 3) * 4 / 2 - 1", 9)]
    [InlineData("max(units - 10, 0) * 2", 10)]
    [InlineData("max(units - 20, 0)", 0)]
    public void Compute_Formula_FollowsTheUsualOrder(string formula, int value) =>
        Formula.Compute(formula, new Dictionary<string, decimal> { ["units"] = 15 }).ShouldBe(value);

    [Theory]
    [InlineData("units * unknown")]
    [InlineData("2 +")]
    [InlineData("(2")]
    [InlineData("2 2x")]
    public void Compute_NoFormula_IsRefused(string formula) =>
        Should.Throw<FormatException>(() =>
            Formula.Compute(formula, new Dictionary<string, decimal> { ["units"] = 15 })
        );

    private static bool IsRow(string line) => line.StartsWith("| ", StringComparison.Ordinal) && !Heading.IsMatch(line);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Costs in cents; quantities whole, or with what is below one.</summary>
    private static string Written(decimal value, string section) =>
        value.ToString(
            section == "Costs" ? "N2"
                : value < 100 ? "0.##"
                : "N0",
            CultureInfo.InvariantCulture
        );

    [GeneratedRegex(@"^\| (price|input|quantity|cost) \|", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NamedRow { get; }

    /// <summary>The second cell of a row that has a formula.</summary>
    [GeneratedRegex(@"(?<=^\| [^|]+ \| )`[^`|]+`(?= \|)", RegexOptions.Multiline, 1_000)]
    private static partial Regex FormulaCell { get; }
}
