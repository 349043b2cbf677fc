using Avance.Functions.Reports.Composition;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Composition;

/// <summary>The chapter of achievements.</summary>
public sealed class AchievementsChapterTests
{
    private static ReportBuilder Empty => ReportBuilder.Of(new TestPlan().Activity(22).Build());

    [Fact]
    public void Compose_NoAchievements_HasNoChapter() => SectionsOf(Empty).ShouldBeEmpty();

    [Fact]
    public void Compose_Achievements_AreToldThemeByThemeInTheirOrder()
    {
        var one = ReportBuilder.Achievement();

        var sections = SectionsOf(
            Empty.Achievements(
                one with
                {
                    Achievement = "c",
                    Theme = "Otros",
                    ThemePlace = 7,
                    Title = "Convenio",
                },
                one with
                {
                    Achievement = "a",
                    Title = "Después",
                    Day = "2023-06-01",
                },
                one with
                {
                    Achievement = "b",
                    Title = "Antes",
                    Day = "2023-01-31",
                }
            )
        );

        sections
            .Select(section => $"{section.Level} {section.Id} {section.Title}")
            .ShouldBe([
                "1 achievements Logros por tema",
                "2 achievements-3 Directivas y normas",
                "2 achievements-7 Otros",
            ]);
        var table = (TableBlock)sections[1].Blocks.ShouldHaveSingleItem();
        table.Caption.ShouldBe("Logros: Directivas y normas");
        table
            .Rows.Select(row => $"{row.Cells[0][0].Text} {row.Cells[1][0].Text}")
            .ShouldBe(["31/01/2023 Antes", "01/06/2023 Después"]);
    }

    [Fact]
    public void Compose_Achievement_SaysWhatThereIsOfIt()
    {
        var full = ReportBuilder.Achievement() with
        {
            Text = "Se emitió.\n\nSe difundió.",
            Document = "RM N° 123-2023-MIMP",
            Link = "https://www.gob.pe/mimp",
            Unit = "OGRH",
            Activity = 22,
            Women = 1_070,
            Men = 50,
            People = 1_120,
            HasPeople = 1,
            HasSexes = 1,
            Figures = "Talleres: 3 taller\nSedes: 2 sede",
        };

        RowOf(full)
            .ShouldBe([
                "15/05/2023",
                "Directiva emitida | Se emitió. | Se difundió. | Actividad 22",
                "RM N° 123-2023-MIMP <https://www.gob.pe/mimp>",
                "OGRH",
                "Personas: 1,120 (1,070 mujeres y 50 hombres) | Talleres: 3 taller | Sedes: 2 sede",
            ]);
        RowOf(full with { HasSexes = 0, Figures = "" })[4].ShouldBe("Personas: 1,120");
        RowOf(ReportBuilder.Achievement()).ShouldBe(["15/05/2023", "Directiva emitida", "—", "—", "—"]);
    }

    private static List<ReportSection> SectionsOf(ReportBuilder builder) =>
        [
            .. builder
                .Compose()
                .Sections.Where(section => section.Id.StartsWith("achievements", StringComparison.Ordinal)),
        ];

    private static string[] RowOf(Avance.Functions.Reports.Tables.ReportAchievementRow row) =>
        [
            .. ((TableBlock)SectionsOf(Empty.Achievements(row))[1].Blocks[0])
                .Rows.ShouldHaveSingleItem()
                .Cells.Select(cell =>
                    string.Join(
                        " | ",
                        cell.Select(text => text.Link is null ? text.Text : $"{text.Text} <{text.Link}>")
                    )
                ),
        ];
}
