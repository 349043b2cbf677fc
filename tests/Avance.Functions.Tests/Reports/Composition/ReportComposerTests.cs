using System.Text.Json.Nodes;
using Avance.Functions.Reports;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Storage;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Composition;

/// <summary>A report says what the rows say, in the order that a ministry signs it.</summary>
public sealed class ReportComposerTests
{
    private static readonly JsonNode Published = JsonNode.Parse(
        File.ReadAllText(RepositoryRoot.File("samples/psig-2022-2023/publicado-2023.json"))
    )!;

    [Fact]
    public void Compose_Sample_HasTheStructureOfTheGoldenFile() =>
        DocumentOutline.Of(SampleReport.Document()).ShouldMatchGolden("sample.txt");

    [Fact]
    public void Compose_Sample_RanksThePublishedUnits() =>
        Table(SampleReport.Document(), "summary", 1)
            .Rows.Select(row => $"{Cell(row, 0)} {Cell(row, 1)} {Cell(row, 3)}")
            .ShouldBe(
                Published["units"]!
                    .AsArray()
                    .Select((unit, index) => $"{index + 1} {unit!["unit"]} {unit["compliance"]} %")
            );

    [Fact]
    public void Compose_Sample_HasTheTotals() =>
        Table(SampleReport.Document(), "summary", 0)
            .Rows.Select(row => Cell(row, 1))
            .ShouldBe(["65", "46", "19", "70.8 %", "Rojo", "14"]);

    [Fact]
    public void Compose_GoalCarriedOver_HasARowOfItsOwnBeforeTheOneOfTheYear()
    {
        var rows = Rows(SampleReport.Document(), "evaluation").Where(row => Cell(row, 0) == "34").ToList();

        rows.Select(row => $"{Cell(row, 4)} {Cell(row, 5)} {Cell(row, 6)}")
            .ShouldBe(["70 % 86 % 123 %", "70 % 70 % 100 %"]);
        rows[0].Cells[1].Select(text => text.Text).ShouldContain("Meta de 2022, reprogramada");
        rows[1].Cells[1].Count.ShouldBe(1);
        Cell(rows[1], 8).ShouldBe("Ver la fila anterior.");
    }

    [Fact]
    public void Compose_NotesOfAnEvaluation_HangOnItsLastParagraph()
    {
        var document = ReportBuilder.Sample().Evaluation(3, "Uno.\n\nDos.", "Sin número", "Es copia").Compose();

        var evaluation = Row(document, "3").Cells[8];

        evaluation
            .Select(text => (text.Text, string.Join('|', text.Notes)))
            .ShouldBe([("Uno.", ""), ("Dos.", "Sin número|Es copia")]);
    }

    [Fact]
    public void Compose_ActivityWithoutEvaluation_SaysSo() =>
        Cell(Row(ReportBuilder.Sample().Compose(), "3"), 8).ShouldBe("Sin evaluación de la Secretaría Técnica.");

    [Fact]
    public void Compose_LinkOfNoWebAddress_IsTextWithoutALink()
    {
        var longAddress = $"https://example.org/{new string('a', 2_000)}";
        var document = ReportBuilder
            .Sample()
            .Activity(
                3,
                row =>
                    row with
                    {
                        Links = $"https://example.org/a b\njavascript:alert(1)\ncarpeta del servidor\n{longAddress}",
                    }
            )
            .Compose();

        Row(document, "3")
            .Cells[10]
            .Select(text => (text.Text, text.Link))
            .ShouldBe([
                ("Enlace 1", "https://example.org/a%20b"),
                ("javascript:alert(1)", null),
                ("carpeta del servidor", null),
                (longAddress, null),
            ]);
    }

    [Fact]
    public void Compose_Year_TakesTextsOfAllPeriodsAndFiguresOfTheLatest()
    {
        var first = ReportBuilder
            .Sample()
            .Evaluation(3, "Del primero.", "Nota del primero")
            .Activity(3, row => row with { DocumentsCited = "OFICIO 1" })
            .Factor(3, "Problem", "Unit", "Falta de personal")
            .Finding(3, "Hallazgo del primero", "Detalle del primero")
            .Evidence(3, "primero.pdf")
            .With(report => report with { Period = TestPlan.First, Plan = report.Plan with { Programmed = 1 } })
            .Latest;

        var document = ReportBuilder
            .Sample()
            .Evaluation(3, "Del segundo.")
            .Activity(3, row => row with { DocumentsCited = "OFICIO 2\nOFICIO 1" })
            .Before(first)
            .Compose();

        document.Cover.Period.ShouldBe("Año 2023");
        Cell(Table(document, "summary", 0).Rows[0], 1).ShouldBe("65");
        var row = Row(document, "3");
        row.Cells[8].Select(text => text.Text).ShouldBe(["I semestre", "Del primero.", "II semestre", "Del segundo."]);
        row.Cells[8][1].Notes.ShouldBe(["Nota del primero"]);
        row.Cells[9].Select(text => text.Text).ShouldBe(["OFICIO 1", "OFICIO 2"]);
        Rows(document, "factors")
            .ShouldHaveSingleItem()
            .Cells.Select(cell => cell[0].Text)
            .ShouldBe(["3", "DGIGND", "I semestre", "Problema", "Falta de personal", "La unidad"]);
        Cell(Rows(document, "annex-findings").ShouldHaveSingleItem(), 3).ShouldBe("Detalle del primero");
        Cell(Rows(document, "annex-evidence").ShouldHaveSingleItem(), 2).ShouldBe("primero.pdf");
    }

    [Fact]
    public void Compose_Findings_AreThoseThatWereNotDismissed()
    {
        var document = ReportBuilder
            .Sample()
            .Finding(3, "Abierto", "a")
            .Finding(5, "Explicado", "b", "Explained")
            .Finding(6, "Descartado", "c", "Resolved", "Dismiss")
            .Finding(8, "Confirmado", "d", "Resolved", "Confirm")
            .Compose();

        Rows(document, "annex-findings").Select(row => Cell(row, 2)).ShouldBe(["Abierto", "Explicado", "Confirmado"]);
    }

    [Fact]
    public void Compose_Recommendations_AreGroupedByUnitAndNumberedThrough()
    {
        var document = ReportBuilder
            .Sample()
            .Recommendation(3, "INFORME 1", "Numerar el INFORME 1 de la actividad 3.")
            .Recommendation(5, "", "Reportar la cifra.")
            .Recommendation(2, "OFICIO 2", "Presentar el documento que pide el plan.")
            .Compose();

        var lists = document
            .Sections.SelectMany(section => section.Blocks.OfType<ListBlock>())
            .Where(list => list.IsNumbered)
            .ToList();
        lists.Select(list => list.Start).ShouldBe([1, 3]);
        lists
            .SelectMany(list => list.Items)
            .Select(item => item.Text)
            .ShouldBe([
                "Numerar el INFORME 1 de la actividad 3.",
                "Reportar la cifra. (Actividad 5)",
                "Presentar el documento que pide el plan. (Actividad 2; OFICIO 2)",
            ]);
    }

    /// <summary>The first recommendation is again in the latest semester, which counts; that nothing was reported is left to it.</summary>
    [Fact]
    public void Compose_RecommendationsOfAYear_HaveThoseOfBothSemestersOnce()
    {
        var first = ReportBuilder
            .Sample()
            .Recommendation(3, "", "Texto del primer semestre, actividad 3.")
            .Recommendation(5, "", "Solo del primer semestre, actividad 5.")
            .Recommendation(6, "", "Sin reporte en el primer semestre, actividad 6.")
            .With(report =>
                report with
                {
                    Period = TestPlan.First,
                    Recommendations = report
                        .Recommendations.Select(row => row.Activity == 6 ? row with { Reason = "NotExecuted" } : row)
                        .ToValueList(),
                }
            )
            .Latest;

        var document = ReportBuilder
            .Sample()
            .Recommendation(3, "", "Texto del segundo semestre, actividad 3.")
            .Before(first)
            .Compose();

        document
            .Sections.SelectMany(section => section.Blocks.OfType<ListBlock>())
            .Where(list => list.IsNumbered)
            .SelectMany(list => list.Items)
            .Select(item => item.Text)
            .ShouldBe(["Texto del segundo semestre, actividad 3.", "Solo del primer semestre, actividad 5."]);
    }

    [Fact]
    public void Compose_OneYear_SaysThatThereIsNothingToCompare() =>
        DocumentOutline
            .Texts(ReportBuilder.Sample().Year(2023, 70.8, 65, 46).Compose())
            .ShouldContain("No hay cifras de otro año con las que comparar.");

    [Fact]
    public void Compose_UnitWithOneYear_IsNotAmongThoseOfSeveral()
    {
        var document = ReportBuilder
            .Sample()
            .Year(2022, 81.5, 54, 44, source: "Informe 2022")
            .Year(2023, 70.8, 65, 46)
            .Year(2022, 88, unit: "OGRH", source: "Informe 2022")
            .Year(2023, 74, unit: "OGRH")
            .Year(2023, 125, unit: "DTEG")
            .Compose();

        Table(document, "history", 0)
            .Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell[0].Text)))
            .ShouldBe(["2022 54 44 81.5 % Tomada de: Informe 2022", "2023 65 46 70.8 % Calculada de lo reportado"]);
        Table(document, "history", 1)
            .Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell[0].Text)))
            .ShouldBe(["OGRH 88 % 74 %"]);
    }

    [Fact]
    public void Compose_CapPercents_ShowsTheCappedMeanBesideTheOther()
    {
        var plan = new TestPlan()
            .Activity(1, target: 10)
            .With(new Avance.Functions.Plans.PlanSettings(CapPercents: true))
            .Build();
        var document = ReportBuilder.Of(plan, ReportBuilder.Sent(1, 2023, 25)).Compose();

        var row = Rows(document, "summary", 1).ShouldHaveSingleItem();
        Cell(row, 3).ShouldBe("250 %");
        Cell(row, 4).ShouldBe("100 %");
    }

    [Fact]
    public void Compose_NothingWritten_SaysWhatIsMissing()
    {
        var texts = DocumentOutline.Texts(ReportBuilder.Of(new TestPlan().Activity(1).Build()).Compose()).ToList();

        texts.Count(text => text == "Este texto aún no se ha redactado.").ShouldBe(4);
        texts.ShouldContain("No se registraron problemas, acciones de mejora ni logros.");
        texts.ShouldContain("No hay recomendaciones para este periodo.");
        texts.ShouldContain("No hay hallazgos vigentes.");
        texts.ShouldContain("No se presentaron archivos de evidencia.");
    }

    [Fact]
    public void Compose_Sample_IsTheSameFromItsJson()
    {
        var document = SampleReport.Document();
        var json = System.Text.Json.JsonSerializer.Serialize(document, StoredJson.Options);

        System.Text.Json.JsonSerializer.Deserialize<ReportDocument>(json, StoredJson.Options).ShouldBe(document);
    }

    private static TableBlock Table(ReportDocument document, string section, int index = 0) =>
        document.Sections.Single(one => one.Id == section).Blocks.OfType<TableBlock>().ElementAt(index);

    private static ValueList<ReportTableRow> Rows(ReportDocument document, string section, int index = 0) =>
        Table(document, section, index).Rows;

    private static ReportTableRow Row(ReportDocument document, string activity) =>
        Rows(document, "evaluation").First(row => Cell(row, 0) == activity);

    private static string Cell(ReportTableRow row, int index) => row.Cells[index][0].Text;
}
