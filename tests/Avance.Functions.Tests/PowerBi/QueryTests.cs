using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.House;
using Azure.Data.Tables;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>
/// What the queries of the model ask storage for, with the conditions and columns as they stand in the model, answered by
/// Azurite and read by another client than the app's.
/// </summary>
public sealed class QueryTests(AzuriteFixture azurite)
{
    /// <summary>More than storage answers at once, which is 1,000 rows.</summary>
    private const int ManyRows = 1_200;

    private static readonly PlanId Plan = new("psig");

    /// <summary>Its id begins with that of the other.</summary>
    private static readonly PlanId OtherPlan = new("psig-2");

    private static readonly Period Period = new(2023, 2);

    private static readonly DateTimeOffset Now = new(2024, 1, 8, 15, 5, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<TableQuery> Queries =
    [
        .. SemanticModel.Instance.Tables.Select(table => table.Query).OfType<TableQuery>(),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queries_OfOnePlan_GiveItsRowsWithTheirColumnsInTheirTypes()
    {
        var connection = azurite.NewAccount();
        await WriteAsync(connection);

        foreach (var (query, pages) in await AskAsync(connection, query => query.FilterOf(Plan.ToString())))
        {
            if (CountsAllPlans(query.Table))
            {
                // Whoever reads one plan is not shown the country.
                pages.SelectMany(page => page).ShouldBeEmpty(query.Table);
                continue;
            }

            var row = pages.SelectMany(page => page).ShouldHaveSingleItem(query.Table);
            row.Keys.ShouldBe(query.Chosen, ignoreOrder: true, query.Table);
            row.Where(column => column.Value != EdmTypeOf(Contract.Tables[query.Table][column.Key]))
                .ShouldBeEmpty(query.Table);
        }
    }

    [Fact]
    public async Task Queries_OfAllPlans_GiveTheRowsOfBoth()
    {
        var connection = azurite.NewAccount();
        await WriteAsync(connection);

        foreach (var (query, pages) in await AskAsync(connection, _ => ""))
        {
            var isOne = query.Table == "dimbody" || CountsAllPlans(query.Table);
            pages.Sum(page => page.Length).ShouldBe(isOne ? 1 : 2, query.Table);
        }
    }

    [Fact]
    public async Task Queries_OfMoreRowsThanStorageGivesAtOnce_GoOnUntilTheLast()
    {
        var connection = azurite.NewAccount();
        await WriteAsync(connection);
        var tables = new ReportTables(new TableServiceClient(connection));
        var goals = Enumerable
            .Range(1, ManyRows)
            .Select(year => (ReportGoalRow)RowOf(typeof(ReportGoalRow)) with { GoalYear = year });
        await tables.Goals.ReplaceAsync(new ReportScope(Plan, Period), [.. goals], "run", Now, true, Cancel);

        var (_, pages) = (await AskAsync(connection, query => query.FilterOf(Plan.ToString()))).Single(answer =>
            answer.Query.Table == "reportgoal"
        );

        pages.Length.ShouldBeGreaterThan(1);
        pages.Sum(page => page.Length).ShouldBe(ManyRows);
    }

    private static bool CountsAllPlans(string table) => table is "reportnational" or "reportnationalbody";

    /// <summary>One row of each plan in every table; one row in those that count all plans.</summary>
    private static async Task WriteAsync(string connection)
    {
        var service = new TableServiceClient(connection);
        var national = new NationalTables(service);
        var ofPeriod = new NationalScope(Period);
        await national.Totals.ReplaceAsync(ofPeriod, [Row<ReportNationalRow>()], "run", Now, true, Cancel);
        await national.Bodies.ReplaceAsync(ofPeriod, [Row<ReportNationalBodyRow>()], "run", Now, true, Cancel);
        PlanId[] plans = [Plan, OtherPlan];
        await national.Plans.ReplaceAsync(
            ofPeriod,
            [.. plans.Select(plan => Row<ReportNationalPlanRow>() with { Plan = $"{plan}" })],
            "run",
            Now,
            true,
            Cancel
        );
        await national.Themes.ReplaceAsync(
            ofPeriod,
            [.. plans.Select(plan => Row<ReportNationalThemeRow>() with { Plan = $"{plan}" })],
            "run",
            Now,
            true,
            Cancel
        );
        var tables = new ReportTables(service);
        var write = typeof(QueryTests).GetMethod(nameof(WriteRowAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (
            var property in typeof(ReportTables).GetProperties().Where(one => one.GetMethod is { IsStatic: false })
        )
        {
            var row = property.PropertyType.GetGenericArguments().Single();
            foreach (var plan in plans)
            {
                await (Task)write.MakeGenericMethod(row).Invoke(null, [property.GetValue(tables), ScopeOf(row, plan)])!;
            }
        }
    }

    private static Task WriteRowAsync<TRow>(ReportTable<TRow> table, ReportScope scope)
        where TRow : class, IReportRow => table.ReplaceAsync(scope, [Row<TRow>()], "run", Now, true, Cancel);

    private static TRow Row<TRow>() => (TRow)RowOf(typeof(TRow));

    private static ReportScope ScopeOf(Type row, PlanId plan) =>
        row == typeof(DimBodyRow) ? new ReportScope(plan, Body: "Entidad")
        : row.Name.StartsWith("Dim", StringComparison.Ordinal) ? new ReportScope(plan)
        : new ReportScope(plan, Period);

    /// <summary>JSON on the wire tells a double from a whole number by its fraction alone.</summary>
    private static object RowOf(Type row)
    {
        var constructor = row.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(column => ValueOf(column.ParameterType))]);
    }

    private static object ValueOf(Type type) =>
        type == typeof(string) ? "texto"
        : type == typeof(int) ? 1
        : type == typeof(long) ? 1L
        : type == typeof(double) ? 0.5
        : type == typeof(bool) ? true
        : type == typeof(DateTimeOffset) ? Now
        : throw new InvalidOperationException($"No column has the type {type}.");

    private static string EdmTypeOf(Type type) => type == typeof(DateTimeOffset) ? "DateTime" : type.Name;

    /// <summary>The rows of each page: the names of their columns with the types on the wire.</summary>
    private static async Task<IReadOnlyList<(TableQuery Query, Dictionary<string, string>[][] Pages)>> AskAsync(
        string connection,
        Func<TableQuery, string> filterOf
    )
    {
        var asked = Queries.Select(query => new
        {
            table = query.Table,
            filter = filterOf(query),
            select = query.Chosen,
        });
        var answers = JsonNode
            .Parse(
                await Tool.RunAsync(
                    "node",
                    "tests/Avance.Functions.Tests/PowerBi/read-queries.mjs",
                    RepositoryRoot.File("local/azurite/node_modules"),
                    connection,
                    JsonSerializer.Serialize(asked)
                )
            )!
            .AsArray();
        return
        [
            .. Queries.Zip(
                answers,
                (query, answer) =>
                    (
                        query,
                        answer!["pages"]!
                            .AsArray()
                            .Select(page => page!.AsArray().Select(row => ColumnsOf(row!.AsObject())).ToArray())
                            .ToArray()
                    )
            ),
        ];
    }

    /// <summary>The client writes keys its own way, and adds the ETag.</summary>
    private static Dictionary<string, string> ColumnsOf(JsonObject row) =>
        row.Where(column => column.Key != "etag")
            .ToDictionary(
                column =>
                    column.Key switch
                    {
                        "partitionKey" => "PartitionKey",
                        "rowKey" => "RowKey",
                        _ => column.Key,
                    },
                column => column.Value is JsonObject value ? (string)value["type"]! : "String"
            );
}
