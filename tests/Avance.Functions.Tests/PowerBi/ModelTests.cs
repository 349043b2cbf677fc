using System.Text.Json;
using System.Text.RegularExpressions;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>What the semantic model says of itself holds together.</summary>
public sealed partial class ModelTests
{
    private static readonly SemanticModel Model = SemanticModel.Instance;

    /// <summary>The codes that a column may hold, by the list that gives the words for them.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Codes = new()
    {
        ["Semaforo"] = Enum.GetNames<TrafficLight>(),
        ["EstadoDelAvance"] = [nameof(Outcome.NotReported), .. Enum.GetNames<ProgressState>()],
        ["Medida"] = Enum.GetNames<GoalMeasure>(),
        ["Resultado"] = Enum.GetNames<Outcome>(),
        ["TipoDeDocumento"] = Enum.GetNames<DocumentKind>(),
        ["EstadoDelArchivo"] = Enum.GetNames<EvidenceState>(),
        ["Gravedad"] = Enum.GetNames<FindingSeverity>(),
        ["EstadoDelHallazgo"] = Enum.GetNames<FindingState>(),
        ["Decision"] = ["None", .. Enum.GetNames<FindingDecision>()],
        ["ClaseDeUnidad"] = Enum.GetNames<UnitKind>(),
        ["EstadoDeLaActividad"] = Enum.GetNames<ActivityStatus>(),
        // What their row types say.
        ["ClaseDeFactor"] = ["Problem", "ImprovementAction", "Achievement"],
        ["Autor"] = ["Unit", "Secretariat"],
        ["Origen"] = ["Drafted", "Edited", "Added"],
        ["Vista"] = ["Semester", "Year", "Plan"],
        ["Nivel"] = ["Plan", "Unit", "Activity"],
        ["Motivo"] =
        [
            "SameDocument",
            "OtherEvidenceType",
            "NumberMissing",
            "NotQuantified",
            "NotExecuted",
            "FarBelowTarget",
            "Rescheduled",
            "EvidenceMissing",
            "Noted",
            "Added",
        ],
        ["Etapa"] = ["opening", "before-0", "returned", "digest", "manual", "receipt"],
    };

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
            .ShouldBe(["Evidencias", "Hallazgos", "Recordatorios"], ignoreOrder: true);
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

    /// <summary>A word that a measure looks for and no query writes would give an empty figure.</summary>
    [Fact]
    public void Measures_WordsThatTheyCompare_AreThoseThatTheQueryWrites()
    {
        var compared = Model.Measures.SelectMany(measure => DaxReferences.Of(measure.Expression).Comparisons).ToList();

        compared.ShouldNotBeEmpty();
        foreach (var (table, name, text) in compared)
        {
            var column = Model.Find(table)!.Find(name)!;
            var list = Model.Find(table)!.Query!.Words[column.Source];
            WordsOf(list).Values.ShouldContain(text, $"{table}[{name}]");
        }
    }

    [Fact]
    public void Words_OfEveryList_AreOneForEachCode()
    {
        var lists = ListOfWords
            .Matches(Model.Expressions["Palabras"].Value)
            .Select(match => match.Groups["list"].Value);

        lists.ShouldBe(Codes.Keys, ignoreOrder: true);
        foreach (var (list, codes) in Codes)
        {
            WordsOf(list).Keys.ShouldBe(codes, ignoreOrder: true, list);
            WordsOf(list).Values.ShouldBeUnique(list);
        }
    }

    [Fact]
    public void Words_ListsThatQueriesUse_AreThereAndAllUsed() =>
        Model
            .Tables.SelectMany(table => table.Query?.Words.Values ?? [])
            .Select(list => list == "NombreDeEtapa" ? "Etapa" : list)
            .Distinct()
            .ShouldBe(Codes.Keys, ignoreOrder: true);

    private static IEnumerable<string> Ways(string table) =>
        Model
            .Relationships.Where(one => one.FromTable == table)
            .SelectMany(one => Ways(one.ToTable).Prepend(one.ToTable));

    private static Dictionary<string, string> WordsOf(string list)
    {
        var words = ListOfWords
            .Matches(Model.Expressions["Palabras"].Value)
            .Single(match => match.Groups["list"].Value == list)
            .Groups["words"]
            .Value;
        return Word.Matches(words)
            .ToDictionary(match => match.Groups["code"].Value, match => match.Groups["word"].Value);
    }

    [GeneratedRegex(@"(?<list>\w+) = \[(?<words>[^\[\]]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListOfWords { get; }

    [GeneratedRegex("(#\"(?<code>[^\"]+)\"|(?<code>\\w+)) = \"(?<word>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word { get; }
}
