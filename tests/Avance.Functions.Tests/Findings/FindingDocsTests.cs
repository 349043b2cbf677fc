using System.Xml.Linq;
using Avance.Functions.Findings;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Findings;

/// <summary>docs/findings.md, the rules and the messages say the same.</summary>
public sealed class FindingDocsTests
{
    private static readonly string[] Codes = [.. FindingRules.All.Select(rule => rule.Code)];

    private static readonly Dictionary<string, string[]> Sections = Checkout
        .Read("docs/findings.md")
        .Split("\n### ")
        .Skip(1)
        .Select(section => section.Split("\n## ")[0])
        .Select(section => section.Split('\n'))
        .ToDictionary(lines => lines[0].Trim('`'));

    [Fact]
    public void Docs_Sections_AreTheRulesInTheirOrder() => Sections.Keys.ShouldBe(Codes);

    [Fact]
    public void Docs_EachSection_HasSeverityExampleAndWhatToDo()
    {
        foreach (var rule in FindingRules.All)
        {
            var section = Sections[rule.Code];
            section.ShouldContain(line => line.StartsWith($"**{rule.Severity}.** "), rule.Code);
            section.ShouldContain(line => line.StartsWith("The unit: "), rule.Code);
            section.Where(line => line.StartsWith('>')).ShouldBe([$"> {ExampleOf(rule.Code)}"]);
        }
    }

    [Fact]
    public void Examples_AreOfEveryRule() => FindingExamples.All.Keys.ShouldBe(Codes);

    [Fact]
    public void Codes_AreUniqueAndNamedAsTheirClass()
    {
        Codes.ShouldBeUnique();
        foreach (var rule in FindingRules.All)
        {
            var words = rule.Code.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
            rule.GetType().Name.ShouldBe($"{string.Concat(words)}Rule");
        }
    }

    [Fact]
    public void Rules_OfTheSources_AreAllRegistered() =>
        typeof(FindingRules)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IFindingRule)))
            .ShouldBe(FindingRules.All.Select(rule => rule.GetType()), ignoreOrder: true);

    /// <summary>A text for a reason, a place or a kind is named by the code that uses it, which no other test can tell.</summary>
    [Fact]
    public void Messages_OfFindings_AreOfARule()
    {
        var after = Checkout.Read("functions/Messages.resx").Split("<!-- Findings")[1].Split("<!--")[0];
        XDocument
            .Parse("<root><!--" + after + "</root>")
            .Root!.Elements("data")
            .Select(data => data.Attribute("name")!.Value.Split('.')[0])
            .Distinct()
            .ShouldBe([.. Codes, "read-at", "document-kind"], ignoreOrder: true);
    }

    private static string ExampleOf(string code)
    {
        var finding = FindingExamples.All[code].Build().Raised(code).ShouldHaveSingleItem(code);
        return finding.Message(code);
    }
}
