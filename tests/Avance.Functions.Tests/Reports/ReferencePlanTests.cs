using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.House;
using Avance.Samples;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.Reports;

/// <summary>The figures that a ministry published, from its plan and what its units reported.</summary>
public sealed class ReferencePlanTests(AzuriteFixture azurite)
{
    private static readonly string Folder = RepositoryRoot.File("samples/psig-2022-2023");
    private static readonly IReadOnlyList<ReferenceProgress> Reference = ReferenceProgress.Read(Folder);
    private static readonly JsonNode Published = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Folder, "publicado-2023.json"))
    )!;
    private static readonly Report Report = Compile();

    [Fact]
    public void Compile_Reference_GivesThePublishedUnitsInTheirOrder() =>
        Report
            .Units.OrderBy(unit => unit.Rank)
            .Select(unit => $"{unit.Unit} {unit.ComplianceShown}")
            .ShouldBe(Published["units"]!.AsArray().Select(unit => $"{unit!["unit"]} {unit["compliance"]}"));

    [Fact]
    public void Compile_Reference_GivesThePublishedTotals()
    {
        Report.Plan.Programmed.ShouldBe(65);
        Report.Plan.FullyExecuted.ShouldBe(46);
        Report.Plan.BelowFullExecution.ShouldBe(19);
        Report.Plan.ExecutionLevelShown.ShouldBe(70.8);
        Report.Plan.Units.ShouldBe(14);
    }

    [Fact]
    public void Compile_Reference_GivesEveryPrintedPercentButTheOneThatTheSourceCutOff()
    {
        var printed = Reference.Where(goal => goal.PublishedPercent is not null).ToList();
        var computed = Report.Goals.ToDictionary(goal => (goal.Activity, goal.GoalYear));

        printed.Count.ShouldBe(65);
        printed
            .Where(goal => computed[(goal.Activity, goal.GoalYear)].PercentShown != goal.PublishedPercent)
            .Select(goal => (goal.Activity, goal.GoalYear, goal.PublishedPercent))
            .ShouldBe([(34, 2022, 122)]);
        computed[(34, 2022)].PercentShown.ShouldBe(123);
    }

    [Fact]
    public void Compile_Reference_LeavesOutOfTheMeanOnlyWhatGivesNoPercent() =>
        Report
            .Goals.Where(goal => goal.InMean == 0)
            .Select(goal => (goal.Activity, goal.Outcome))
            .ShouldBe([(50, nameof(Outcome.NotQuantified)), (71, nameof(Outcome.Reformulated))]);

    [Fact]
    public async Task ReportTables_ReadByTheJavaScriptClient_HaveTheFiguresInTheirTypes()
    {
        var connection = azurite.NewAccount();
        var tables = new ReportTables(new TableServiceClient(connection));
        await ReplaceAsync(tables.Units, Report.Units);
        await ReplaceAsync(tables.Plans, [Report.Plan]);
        await ReplaceAsync(tables.Activities, Report.Activities);
        await ReplaceAsync(tables.Goals, Report.Goals);

        var read = JsonNode.Parse(
            await Tool.RunAsync(
                "node",
                "tests/Avance.Functions.Tests/Reports/read-report.mjs",
                RepositoryRoot.File("local/azurite/node_modules"),
                connection
            )
        )!;

        read["reportplan"]!
            .AsArray()
            .ShouldHaveSingleItem()!
            .ToJsonString()
            .ShouldContain("\"ExecutionLevelShown\":{\"value\":\"70.8\",\"type\":\"Double\"}");
        read["reportunit"]!
            .AsArray()
            .OrderBy(unit => int.Parse((string)unit!["Rank"]!["value"]!))
            .Select(unit => $"{unit!["Unit"]!["value"]} {unit["ComplianceShown"]!["value"]}")
            .ShouldBe(Published["units"]!.AsArray().Select(unit => $"{unit!["unit"]} {unit["compliance"]}"));
        read["reportactivity"]!.AsArray().Count.ShouldBe(66);
        read["reportgoal"]!.AsArray().Count.ShouldBe(68);

        // JSON.parse makes 3 of 3.0 on the wire, so only a fraction shows that a column is a double.
        var cutOff = read["reportgoal"]!
            .AsArray()
            .Single(goal => (string?)goal!["rowKey"] == $"{TestPlan.Id}|{TestPlan.Second}|034|2022")!;
        Type(cutOff, "Percent").ShouldBe("Double");
        ((string)cutOff["Percent"]!["value"]!).ShouldStartWith("122.857142857142");
        foreach (var goal in read["reportgoal"]!.AsArray())
        {
            Type(goal!, "GoalYear").ShouldBe("Int32");
            Type(goal!, "CarriedOver").ShouldBe("Boolean");
            Type(goal!, "ComputedAt").ShouldBe("DateTime");
            Type(goal!, "RunId").ShouldBe("String");
        }
    }

    private static string Type(JsonNode row, string column) => (string)row[column]!["type"]!;

    private static Task ReplaceAsync<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows)
        where TRow : class, IReportRow =>
        table.ReplaceAsync(
            new ReportScope(TestPlan.Id, TestPlan.Second),
            rows,
            "run",
            TestPlan.WhileOpen,
            mayHoldOthers: false,
            TestContext.Current.CancellationToken
        );

    private static Report Compile()
    {
        var plan = PlanBuilder.Read(File.ReadAllBytes($"{Folder}.xlsx"), null).Draft!;
        var sent = Reference
            .Select(goal => new ReportedGoal(
                new ActivityNumber(goal.Activity),
                goal.GoalYear,
                TestPlan.Second,
                Enum.Parse<Outcome>(goal.Outcome.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                goal.Executed
            ))
            .Select(goal => new SentGoal(
                goal.Activity,
                goal.GoalYear,
                goal.Period,
                ProgressState.Accepted,
                false,
                goal
            ));
        return ReportCompiler.Compile(plan, TestPlan.Second, new ReportInputs([.. sent]));
    }
}
