using System.Text.RegularExpressions;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Compliance;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>The tables hold codes in English; the queries write the words that people read.</summary>
public sealed partial class WordTests
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
        ["ClaseDePlan"] = Enum.GetNames<PlanKind>(),
        ["ClaseDeUnidad"] = Enum.GetNames<UnitKind>(),
        ["EstadoDeLaActividad"] = Enum.GetNames<ActivityStatus>(),
        // What their row types say.
        ["ClaseDeFactor"] = ["Problem", "ImprovementAction", "Achievement"],
        ["Autor"] = ["Unit", "Secretariat"],
        ["InformeDeLaEntidad"] = ["Complete", "Open", "Partial", "None", "NotDue", "NoPlan"],
        ["PorQueNoSeCompara"] = ["OtherKind", "NoPeriod", "Open", "NothingDue", "NothingSent"],
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
        ["NivelDelIndicador"] = ["Objective", "Service"],
        ["Sentido"] = Enum.GetNames<IndicatorDirection>(),
        ["Metodo"] = Enum.GetNames<IndicatorMethod>(),
        ["SinPorcentaje"] = Enum.GetNames<MissingPercent>(),
        ["Informacion"] = Enum.GetNames<InformationStatus>(),
        ["Protocolo"] = Enum.GetNames<ProtocolState>(),
        ["Etapa"] = ["opening", "before-0", "returned", "digest", "manual", "receipt"],
    };

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
