namespace Avance.Functions.Tests.PowerBi;

/// <summary>The semantic model names what the report tables have, and leaves out only what is listed here.</summary>
public sealed class ModelContractTests
{
    /// <summary>Dimperiod has them, by the partition key.</summary>
    private static readonly string[] OfThePeriod = ["Period", "Year", "Semester"];

    private static readonly string[] LeftOutOfSome =
    [
        // Dimplan has them.
        "reportplan.Name",
        "reportplan.Body",
        "reportplan.WorkingGroup",
        "reportplan.FirstYear",
        "reportplan.LastYear",
        "dimplan.Body",
        "reportachievement.BodyKey",
        // Reportnationalplan has them.
        "reportplan.Kind",
        "reportplan.Returned",
        "reportplan.Reported",
        "reportplan.Bodies",
        // The tables of policies and work plans have them one by one.
        "reportplan.IndicatorsExceeded",
        "reportplan.IndicatorsNotMet",
        "reportplan.IndicatorsNoInformation",
        "reportplan.DeliveriesOwed",
        "reportplan.DeliveriesMade",
        // Dimunit has them.
        "reportunit.Unit",
        "reportunit.UnitName",
        "reportactivity.Unit",
        "reportgoal.Unit",
        "reportevidence.Unit",
        "reportfinding.Unit",
        "reportfactor.Unit",
        "reportrecommendation.Unit",
        "reportreminder.Unit",
        "reportindicator.Unit",
        "reportservice.Unit",
        "reportdelivery.Unit",
        "reportachievement.Unit",
        "dimactivity.Unit",
        "dimactivity.UnitKey",
        // Dimactivity has them.
        "reportactivity.Activity",
        "reportactivity.Title",
        "reportactivity.SubUnit",
        "reportactivity.UnitOfMeasure",
        "reportactivity.Status",
        "reportactivity.MergedInto",
        "reportgoal.Activity",
        "reportevidence.Activity",
        "reportfinding.Activity",
        "reportfactor.Activity",
        "reportrecommendation.Activity",
        "reportindicator.Activity",
        "reportindicator.Title",
        "reportindicator.UnitOfMeasure",
        "reportdelivery.Activity",
        "reportachievement.Activity",
        // Of the app alone.
        "reportevidence.Sha256",
        "reportnationalplan.Bodies",
        "reportfactor.Factor",
        "reportrecommendation.Recommendation",
        "reportrun.Checksum",
        "reportrun.Snapshot",
        "reportrun.StartedAt",
    ];

    private static readonly Dictionary<string, string> Types = new()
    {
        ["String"] = "string",
        ["Int32"] = "int64",
        ["Int64"] = "int64",
        ["Double"] = "double",
        ["Boolean"] = "boolean",
        ["DateTimeOffset"] = "dateTime",
    };

    private static readonly Dictionary<string, string[]> QueryTypes = new()
    {
        ["String"] = ["type text"],
        ["Int32"] = ["Int64.Type"],
        ["Int64"] = ["Int64.Type"],
        ["Double"] = ["type number"],
        ["Boolean"] = ["type logical"],
        ["DateTimeOffset"] = ["HoraDelPeru, type datetime", "each DateTime.Date(HoraDelPeru(_)), type date"],
    };

    /// <summary>Texts that are dates for people.</summary>
    private static readonly string[] DaysAsText = ["reportreminder.Day", "reportachievement.Day"];

    private static readonly IReadOnlyList<ModelTable> Stored =
    [
        .. SemanticModel.Instance.Tables.Where(table => table.Query is not null),
    ];

    [Fact]
    public void Tables_OfTheModel_AreThoseOfTheContract() =>
        Stored.Select(table => table.Query!.Table).ShouldBe(Contract.Tables.Keys, ignoreOrder: true);

    [Fact]
    public void Tables_WithoutStorage_AreTheDatesAlone() =>
        SemanticModel.Instance.Tables.Except(Stored).ShouldHaveSingleItem().Name.ShouldBe("Calendario");

    [Fact]
    public void Columns_NameAndType_AreThoseOfTheContract() =>
        Stored
            .SelectMany(table => table.Columns.Select(column => (table.Query!.Table, column.Source, column.Type)))
            .Where(column => TypeOf(column.Table, column.Source) != column.Type)
            .ShouldBeEmpty();

    [Fact]
    public void Columns_OfTheContract_AreInTheModelOrListedAsLeftOut() =>
        Contract
            .Tables.SelectMany(table => table.Value.Keys.Select(column => (Table: table.Key, Column: column)))
            .Where(column => !Sources(column.Table).Contains(column.Column))
            .Where(column => !IsLeftOutEverywhere(column.Table, column.Column))
            .Select(column => $"{column.Table}.{column.Column}")
            .ShouldBe(LeftOutOfSome, ignoreOrder: true);

    [Fact]
    public void Queries_ColumnsThatTheyRead_AreThoseOfTheModel()
    {
        foreach (var table in Stored)
        {
            var query = table.Query!;
            query.Chosen.ShouldBe(table.Columns.Select(column => column.Source), table.Name);
            query.Expanded.ShouldBe(query.Chosen.Except(["PartitionKey", "RowKey"]), table.Name);
        }
    }

    [Fact]
    public void Queries_TypeOfEveryColumn_IsThatOfTheContract() =>
        Stored
            .SelectMany(table => table.Query!.Chosen.Select(column => (table.Query, Column: column)))
            .Where(item =>
                !AllowedTypes(item.Query.Table, item.Column).Contains(item.Query.Types.GetValueOrDefault(item.Column))
            )
            .Select(item => $"{item.Query.Table}.{item.Column}")
            .ShouldBeEmpty();

    /// <summary>Whether a date keeps its hour is said twice: to the query and to the model.</summary>
    [Fact]
    public void Columns_Dates_AreDatesInTheQueryToo()
    {
        var dates = Stored.SelectMany(table =>
            table
                .Columns.Where(column => column.Type == "dateTime")
                .Select(column => (Type: table.Query!.Types[column.Source], column.Node))
        );

        foreach (var (type, node) in dates)
        {
            node.All("annotation")
                .Any(one => one.Name == "UnderlyingDateTimeDataType" && one.Value == "Date")
                .ShouldBe(type.EndsWith("type date", StringComparison.Ordinal), node.Name);
        }
    }

    /// <summary>All tables but that of bodies can be read for one plan.</summary>
    [Fact]
    public void Queries_OfOnePlan_AskForItsRows() =>
        Stored
            .Select(table => $"{table.Query!.Table}: {table.Query.FilterOf("p")}")
            .ShouldBe(
                Contract.Tables.Keys.Select(table =>
                    table switch
                    {
                        "dimbody" => "dimbody: ",
                        // They count all plans: of one plan they have nothing.
                        "reportnational" or "reportnationalbody" => $"{table}: PartitionKey eq ''",
                        _ when Contract.IsNational(table) => $"{table}: Plan eq 'p'",
                        _ when table.StartsWith("dim", StringComparison.Ordinal) => $"{table}: PartitionKey eq 'p'",
                        _ => $"{table}: PartitionKey ge 'p|' and PartitionKey lt 'p}}'",
                    }
                ),
                ignoreOrder: true
            );

    [Theory]
    [InlineData("PartitionKey", "dimperiod")]
    [InlineData("Plan", "dimplan")]
    [InlineData("UnitKey", "dimunit")]
    [InlineData("ActivityKey", "dimactivity")]
    public void Relationships_OfEveryFact_GoToTheRowKeyOfItsDimension(string key, string dimension) =>
        SemanticModel
            .Instance.Relationships.Where(one => SourceOf(one.FromTable, one.FromColumn) == key)
            .Select(one =>
                $"{StoredName(one.FromTable)} {StoredName(one.ToTable)}.{SourceOf(one.ToTable, one.ToColumn)}"
            )
            .ShouldBe(
                Contract
                    .Tables.Where(table =>
                        table.Key.StartsWith("report", StringComparison.Ordinal)
                        && table.Value.ContainsKey(key)
                        && !(Contract.IsNational(table.Key) && key == "PartitionKey")
                    )
                    .Select(table => $"{table.Key} {dimension}.RowKey"),
                ignoreOrder: true
            );

    private static string? TypeOf(string table, string column) =>
        DaysAsText.Contains($"{table}.{column}") ? "dateTime"
        : Contract.Tables[table].TryGetValue(column, out var type) ? Types[type.Name]
        : null;

    private static string[] AllowedTypes(string table, string column) =>
        DaysAsText.Contains($"{table}.{column}") ? ["type date"] : QueryTypes[Contract.Tables[table][column].Name];

    /// <summary>What tells runs apart is in reportrun alone, and each kind of table has one of the two keys.</summary>
    private static bool IsLeftOutEverywhere(string table, string column) =>
        (OfThePeriod.Contains(column) && table != "dimperiod" && !(Contract.IsNational(table) && column == "Period"))
        || column == "ComputedAt"
        || (column == "RunId" && table != "reportrun")
        || column == (table.StartsWith("dim", StringComparison.Ordinal) ? "PartitionKey" : "RowKey")
        || (column == "PartitionKey" && Contract.IsNational(table))
        || (column == "Plan" && table.StartsWith("dim", StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string stored) =>
        Stored.Single(table => table.Query!.Table == stored).Columns.Select(column => column.Source);

    private static string? SourceOf(string table, string column) =>
        SemanticModel.Instance.Find(table)?.Find(column)?.Source;

    private static string? StoredName(string table) => SemanticModel.Instance.Find(table)?.Query?.Table;
}
