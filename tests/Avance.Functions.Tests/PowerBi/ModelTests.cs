using System.Text.Json;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>What the semantic model says of itself holds together.</summary>
public sealed class ModelTests
{
    private static readonly SemanticModel Model = SemanticModel.Instance;

    /// <summary>Measures that give a text, which has no format.</summary>
    private static readonly string[] Texts =
    [
        "Corte",
        "Evaluación de la actividad",
        "Periodo de las cifras",
        "Semáforo de la unidad",
    ];

    private static readonly string[] Functions =
    [
        "AVERAGE",
        "CALCULATE",
        "COUNTROWS",
        "DISTINCTCOUNT",
        "DIVIDE",
        "FALSE",
        "KEEPFILTERS",
        "MAX",
        "SELECTCOLUMNS",
        "SELECTEDVALUE",
        "SUM",
        "TOPN",
        "TREATAS",
        "TRUE",
        "VALUES",
    ];

    [Fact]
    public void Model_LanguageAndParameters_AreThose()
    {
        Model.Model.Get("culture").ShouldBe("es-PE");
        Model.Model.Get("sourceQueryCulture").ShouldBe("es-PE");
        Model
            .Expressions.Values.Where(one => one.Value.Contains("IsParameterQuery = true", StringComparison.Ordinal))
            .Select(one => one.Name)
            .ShouldBe(["Cuenta", "Plan"]);
    }

    [Fact]
    public void Model_TablesThatItNames_AreThoseOfTheFolder()
    {
        Model.References.ShouldBe(Model.Tables.Select(table => table.Name), ignoreOrder: true);
        var order = Model.Annotations.Single(one => one.Name == "PBI_QueryOrder").Value;
        System
            .Text.Json.JsonSerializer.Deserialize<string[]>(order)!
            .ShouldBe(Model.Expressions.Keys.Concat(Model.References), ignoreOrder: true);
    }

    [Fact]
    public void LineageTags_OfEverything_AreDifferent()
    {
        var tags = Model
            .Tables.SelectMany(table => table.Node.Children.Append(table.Node))
            .Concat(Model.Expressions.Values)
            .Where(node => node.Keyword is "table" or "column" or "measure" or "expression")
            .Select(node => Guid.Parse(node.Get("lineageTag") ?? node.Name))
            .ToList();

        tags.ShouldBeUnique();
        Model.RelationshipNodes.Select(node => Guid.Parse(node.Name)).ShouldBeUnique();
    }

    [Fact]
    public void Tables_AllOfThem_AreDescribed() =>
        Model.Tables.Where(table => table.Node.Description.Length == 0).Select(table => table.Name).ShouldBeEmpty();

    /// <summary>Keys are for relations, not for people; nothing is added up that a measure has not chosen.</summary>
    [Fact]
    public void Columns_Keys_AreHiddenAndNoneIsSummed()
    {
        foreach (
            var (table, column) in Model.Tables.SelectMany(table => table.Columns.Select(column => (table, column)))
        )
        {
            column.Node.Get("summarizeBy").ShouldBe("none", column.Name);
            if (
                column.Source is "PartitionKey" or "RowKey" or "Plan"
                || column.Source.EndsWith("Key", StringComparison.Ordinal)
            )
            {
                column.IsHidden.ShouldBeTrue($"{table.Name}[{column.Name}]");
            }
        }
    }

    [Fact]
    public void Relationships_Ends_AreThereAndOfOneType()
    {
        foreach (var relationship in Model.Relationships)
        {
            var from = Model.Find(relationship.FromTable)?.Find(relationship.FromColumn);
            var to = Model.Find(relationship.ToTable)?.Find(relationship.ToColumn);
            from.ShouldNotBeNull(relationship.ToString());
            to.ShouldNotBeNull(relationship.ToString());
            from.Type.ShouldBe(to.Type, relationship.ToString());
            to.Node.Has("isKey").ShouldBeTrue(relationship.ToString());
        }
    }

    /// <summary>Power BI takes no model in which a filter reaches a table by two ways.</summary>
    [Fact]
    public void Relationships_BetweenTwoTables_GiveOneWay()
    {
        var ways = Model.Tables.SelectMany(table => Ways(table.Name).Select(end => $"{table.Name} → {end}"));

        ways.ShouldBeUnique();
    }

    [Fact]
    public void Dates_Table_IsMarkedAsOne()
    {
        var dates = Model.Find("Calendario").ShouldNotBeNull();

        dates.Node.Get("dataCategory").ShouldBe("Time");
        dates.Columns.Where(column => column.Node.Has("isKey")).ShouldHaveSingleItem().Type.ShouldBe("dateTime");
        Model
            .Relationships.Where(one => one.ToTable == dates.Name)
            .Select(one => one.FromTable)
            .ShouldBe(["Evidencias", "Hallazgos", "Recordatorios", "Logros por tema"], ignoreOrder: true);
    }

    [Fact]
    public void Measures_Properties_AreSaid()
    {
        foreach (var measure in Model.Measures)
        {
            measure.Node.Description.ShouldNotBeEmpty(measure.Name);
            measure.Node.Get("displayFolder").ShouldNotBeNullOrEmpty(measure.Name);
            if (!Texts.Contains(measure.Name))
            {
                measure.Node.Get("formatString").ShouldNotBeNullOrEmpty(measure.Name);
            }
        }
    }

    [Fact]
    public void Measures_Names_AreDifferentFromAllOthersAndFromColumnsBesideThem()
    {
        Model.Measures.Select(measure => measure.Name.ToUpperInvariant()).ShouldBeUnique();
        foreach (var table in Model.Tables)
        {
            table
                .Columns.Select(column => column.Name)
                .Concat(table.Measures.Select(measure => measure.Name))
                .Select(name => name.ToUpperInvariant())
                .ShouldBeUnique(table.Name);
        }
    }

    [Fact]
    public void Measures_WhatTheyName_IsThere()
    {
        var measures = Model.Measures.Select(measure => measure.Name).ToHashSet();
        foreach (var measure in Model.Measures)
        {
            var named = DaxReferences.Of(measure.Expression);

            named.Columns.Where(one => Model.Find(one.Table)?.Find(one.Column) is null).ShouldBeEmpty(measure.Name);
            named.Measures.Where(one => !measures.Contains(one)).ShouldBeEmpty(measure.Name);
            named.Tables.Where(one => Model.Find(one) is null).ShouldBeEmpty(measure.Name);
            (named.Columns.Count + named.Measures.Count + named.Tables.Count).ShouldBePositive(measure.Name);
            named.Functions.Except(Functions).ShouldBeEmpty(measure.Name);
        }
    }

    private static IEnumerable<string> Ways(string table) =>
        Model
            .Relationships.Where(one => one.FromTable == table)
            .SelectMany(one => Ways(one.ToTable).Prepend(one.ToTable));
}
