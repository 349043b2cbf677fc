using Avance.Functions.Reports;
using Avance.Functions.Reports.Runs;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Runs;

public sealed class ReportChangesTests
{
    private static readonly Report Before = Compile(ReportBuilder.Sent(34, 2023, 5), ReportBuilder.Sent(35, 2023, 10));

    [Fact]
    public void Between_EqualReports_SaysNothing() => ReportChanges.Between(Before, Before with { }).ShouldBeEmpty();

    [Fact]
    public void Between_MoreExecuted_NamesPlanUnitAndGoalWithBothFigures() =>
        ReportChanges
            .Between(Before, Compile(ReportBuilder.Sent(34, 2023, 12), ReportBuilder.Sent(35, 2023, 10)))
            .ShouldBe([
                "Nivel de ejecución del plan: 33.3 % → 66.7 % (1 de 3 → 2 de 3 actividades).",
                "DA: cumplimiento 50 % → 120 %, puesto 2 → 1.",
                "OGRH: puesto 1 → 2; su cumplimiento no cambió.",
                "Actividad 34, meta de 2023: 5 ejecutado (50 %) → 12 ejecutado (120 %).",
            ]);

    [Fact]
    public void Between_WhatPeopleDid_IsSaidActivityByActivity()
    {
        var after = Before with
        {
            Activities = Before
                .Activities.Select(row =>
                    row.Activity == 34
                        ? row with
                        {
                            State = "Returned",
                            HasEvaluation = 1,
                            Evaluation = "Se cumplió.",
                            Files = 2,
                            Findings = 1,
                        }
                        : row
                )
                .ToValueList(),
        };

        ReportChanges
            .Between(Before, after)
            .ShouldBe([
                "Actividad 34: aceptada → devuelta.",
                "Actividad 34: tiene evaluación.",
                "Actividad 34: archivos de evidencia 0 → 2.",
                "Actividad 34: observaciones 0 → 1.",
            ]);
        ReportChanges.Between(after, Before).ShouldContain("Actividad 34: se retiró la evaluación.");
    }

    [Fact]
    public void Between_GoalsAndActivitiesComeAndGo_AreNamed()
    {
        var fewer = Before with
        {
            Activities = Before.Activities.Where(row => row.Activity != 36).ToValueList(),
            Goals = Before.Goals.Where(row => row.Activity != 36).ToValueList(),
        };

        ReportChanges
            .Between(Before, fewer)
            .ShouldBe([
                "Actividad 36: ya no está en el informe (Actividad 36).",
                "Actividad 36: ya no tiene meta de 2023.",
            ]);
        ReportChanges
            .Between(fewer, Before)
            .ShouldBe(["Actividad 36: entra en el informe (Actividad 36).", "Actividad 36: tiene meta de 2023 (10)."]);
    }

    /// <summary>What no sentence tells in figures is named all the same: "nothing changed" would be wrong.</summary>
    [Fact]
    public void Between_OtherYearsOrFactorsChanged_SaysSo()
    {
        var factor = new ReportFactorRow("Unit|Problem|01", 34, "", "DA", "", "Problem", "Unit", "Faltó personal.");
        var year = new ReportHistoryRow("Year", 2022, 0, "Plan", "", "", 0, "", 54, 44, 81.48, 81.5, 1, 1, "Informe");

        ReportChanges
            .Between(Before, Before with { Factors = [factor], History = [year] })
            .ShouldBe([
                "Cambiaron las cifras que se comparan con otros semestres y años.",
                "Cambiaron los problemas, acciones de mejora o logros.",
            ]);
    }

    [Fact]
    public void Between_AchievementRecorded_SaysSo() =>
        ReportChanges
            .Between(Before, Before with { Achievements = [ReportBuilder.Achievement()] })
            .ShouldBe(["Cambiaron los logros registrados."]);

    [Fact]
    public void Between_MoreThanAPersonReads_CountsTheRest()
    {
        var many = Before with
        {
            Activities = Enumerable
                .Range(100, 300)
                .Select(number => Before.Activities[0] with { Activity = number })
                .ToValueList(),
        };

        var changes = ReportChanges.Between(Before with { Activities = [] }, many);

        changes.Count.ShouldBe(ReportChanges.MaxSentences + 1);
        changes[^1].ShouldBe("Y 100 cambios más.");
    }

    private static Report Compile(params Avance.Functions.Progress.SentGoal[] sent) =>
        ReportBuilder
            .Of(new TestPlan().Activity(34, "DA").Activity(35, "OGRH").Activity(36, "OC").Build(), sent)
            .Latest;
}
