using System.Text;
using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Import;

public sealed class PlanParserTests
{
    [Fact]
    public void Parse_FileWithManyProblems_ReportsThemAllAtOnce()
    {
        var file = new PlanFileBuilder()
            .Set("Plan", 2, 1, "")
            .Set("Plan", 7, 1, "2021")
            .Add("Plan", "Primer periodo en Avance", "2030-I")
            .Add("Plan", "Ámbar desde (%)", "99")
            .Add("Plan", "Topar en 100 %", "quizás")
            .Add("Plan", "Presupuesto", "1000")
            .Add("Plan", "Recordar antes (días)", "30; quince")
            .Add("Plan", "Recordar después (días)", "0; 7")
            .Set("Unidades", 3, 0, "D TEG")
            .Set("Unidades", 4, 3, "Ministerio")
            .Add("Unidades", "ogrh", "Otra", "OGPP", "Oficina")
            .Set("Actividades", 2, 2, "DGX")
            .Set("Actividades", 2, 4, "OGRH; NADIE")
            .Add("Actividades", "62", "Repetida", "OGRH", "", "", "Informe", "")
            .Add("Actividades", "mil", "Sin número", "OGRH", "", "", "Informe", "Informe")
            .Set("Metas", 2, 4, "2021")
            .Set("Metas", 3, 2, "1,250")
            .Set("Metas", 4, 2, "-5")
            .Add("Metas", "99", "23", "10", "Docenas", "")
            .Add("Metas", "62", "2023", "1", "Cantidad", "")
            .Set("Periodos", 2, 2, "01/05/2023")
            .Set("Periodos", 3, 3, "30/02/2024")
            .Add("Periodos", "2023-III", "01/12/2023", "15/01/2024", "")
            .Add("Notas", "hola");

        var problems = PlanBuilder.Read(file.ToCsv()).Problems;

        Report(problems).ShouldMatchGolden("problems.txt");
        Report(PlanBuilder.Read(file.ToXlsx()).Problems)
            .ToLowerInvariant()
            .ShouldBe(Report(problems).ToLowerInvariant());
    }

    [Fact]
    public void Parse_Json_NamesFieldsAsJsonDoes() =>
        Report(PlanBuilder.Read(new PlanFileBuilder().Set("Metas", 3, 2, "0").ToJson()).Problems)
            .ShouldStartWith("goals 2 target «0» number:");

    [Theory]
    [InlineData(
        """[{"activity":31,"year":2023,"target":1,"measure":"count"},{"cosa":1}]""",
        "goals 2 cosa «cosa» column-unknown:"
    )]
    [InlineData("""[{"activity":31,"year":2023,"target":1}]""", "goals  measure «» column-missing:")]
    [InlineData("[]", "goals   «» json-empty:")]
    [InlineData("\"nada\"", "goals   «nada» json-list:")]
    [InlineData("[7]", "goals 1  «7» json-object:")]
    public void Parse_JsonListThatCannotBeUsed_IsOneProblemWithItsPlace(string goals, string expected)
    {
        var file = JsonNode.Parse(new PlanFileBuilder().ToJson())!;
        file["goals"] = JsonNode.Parse(goals);

        var problems = PlanBuilder.Read(Encoding.UTF8.GetBytes(file.ToJsonString())).Problems;

        Report(problems).ShouldStartWith(expected);
        problems.Count(problem => problem.Code is not ("value" or "year" or "number" or "choice")).ShouldBe(1);
    }

    [Fact]
    public void Parse_NothingButAPlan_ReportsTheMissingSheets()
    {
        var problems = PlanBuilder.Read("{}"u8.ToArray()).Problems;

        problems.Select(problem => problem.Code).ShouldBe(Enumerable.Repeat("sheet-missing", 5));
        problems.Select(problem => problem.Sheet).ShouldBe(["plan", "units", "activities", "goals", "periods"]);
    }

    [Fact]
    public void Parse_SheetWithoutAColumn_SaysNothingAboutItsRows()
    {
        var problems = PlanBuilder.Read(new PlanFileBuilder().Set("Unidades", 1, 0, "Cosa").ToCsv()).Problems;

        problems.Select(problem => problem.Code).ShouldBe(["column-unknown", "column-missing"]);
    }

    [Fact]
    public void Parse_EmptySheet_IsAProblem() =>
        PlanBuilder
            .Read(new PlanFileBuilder().Remove("Metas").Add("Metas", "N° actividad").ToCsv())
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("sheet-empty");

    [Theory]
    [InlineData("1250", 1250)]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("0.0001", 0.0001)]
    [InlineData(" 7 ", 7)]
    public void Parse_Target_TakesACommaOrAPoint(string text, double target) =>
        new PlanFileBuilder().Set("Metas", 3, 2, text).Build().Goals[1].Target.ShouldBe((decimal)target);

    [Theory]
    [InlineData("1,250")]
    [InlineData("1.250")]
    [InlineData("1,250.5")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("1e3")]
    [InlineData("doce")]
    [InlineData("")]
    [InlineData("0.00001")]
    [InlineData("1000000001")]
    public void Parse_TargetThatIsNoneOrTwo_IsAProblem(string text) =>
        PlanBuilder
            .Read(new PlanFileBuilder().Set("Metas", 3, 2, text).ToCsv())
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("number");

    [Theory]
    [InlineData("15/07/2023")]
    [InlineData("2023-07-15")]
    [InlineData("15-7-2023")]
    [InlineData("2023-07-16T05:00:00Z")]
    [InlineData("2023-07-15T23:59:59-05:01")]
    public void Parse_DueDay_LastsUntilItsEnd(string text)
    {
        var due = new PlanFileBuilder().Set("Periodos", 2, 2, text).Build().Periods[0].Due;

        due.ShouldBe(DateTimeOffset.Parse("2023-07-16T00:00:00-05:00"), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Parse_DueTime_IsThatTimeInLima() =>
        new PlanFileBuilder()
            .Set("Periodos", 2, 2, "15/07/2023 18:00")
            .Build()
            .Periods[0]
            .Due.ShouldBe(DateTimeOffset.Parse("2023-07-15T18:00:00-05:00"));

    [Fact]
    public void Parse_GoalOfAnEarlierPlan_NeedsToBeCarriedIntoThisOne()
    {
        var carried = new PlanFileBuilder().Add("Metas", "62", "2021", "5", "Cantidad", "2022").Build();
        carried.Goals.Count.ShouldBe(4);

        PlanBuilder
            .Read(new PlanFileBuilder().Add("Metas", "62", "2021", "5", "Cantidad", "").ToCsv())
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("goal-year-outside-plan");
    }

    [Fact]
    public void Parse_HeadersWithoutAccentsAndInCapitals_AreRead() =>
        PlanBuilder
            .Read(
                new PlanFileBuilder()
                    .Set("Unidades", 1, 0, "CODIGO")
                    .Set("Actividades", 1, 0, "Nº")
                    .Set("Periodos", 1, 2, "fecha limite")
                    .ToCsv()
            )
            .Problems.ShouldBeEmpty();

    [Fact]
    public void Parse_UnitsByAliasAndByFormerName_AreTheUnits()
    {
        var renamed = new PlanFileBuilder().Set("Unidades", 3, 2, "DGTEG").Build();

        renamed
            .FindActivity(new ActivityNumber(31))!
            .SupportingUnits.ShouldBe([new UnitCode("OGRH"), new UnitCode("OGPPM")]);
        new PlanFileBuilder()
            .Set("Unidades", 3, 2, "DGTEG")
            .Set("Actividades", 2, 2, "Ex DGTEG")
            .Build()
            .Activities.ShouldBe(renamed.Activities);

        // A file that no longer lists the unit may name it as the plan does.
        PlanBuilder
            .Read(new PlanFileBuilder().RemoveRow("Unidades", 3).Set("Actividades", 2, 2, "dgteg").ToCsv(), renamed)
            .Problems.ShouldBeEmpty();
    }

    private static string Report(IEnumerable<ImportProblem> problems)
    {
        var report = new StringBuilder();
        foreach (var problem in problems)
        {
            report.Append(
                $"{problem.Sheet} {problem.Row} {problem.Column} «{problem.Value}» {problem.Code}: {problem.Expected}\n"
            );
        }

        return report.ToString();
    }
}
