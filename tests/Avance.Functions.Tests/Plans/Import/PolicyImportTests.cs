using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Plans.Import;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Plans.Policies;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Import;

/// <summary>A policy is imported as plans are: all problems at once, and the same file twice changes nothing.</summary>
public sealed class PolicyImportTests
{
    private static PlanFileBuilder Sample => PlanFileBuilder.Sample("pnig-2021");

    [Fact]
    public void Sample_HasWhatThePolicyCounts()
    {
        var plan = Sample.Build();

        plan.Header.Kind.ShouldBe(PlanKind.Policy);
        plan.Units.Count.ShouldBe(21);
        var policy = plan.Policy.ShouldNotBeNull();
        policy.Objectives.Count.ShouldBe(6);
        policy.Guidelines.Count.ShouldBe(20);
        policy.Services.Count.ShouldBe(52);
        policy.Services.Count(service => service.HasProtocolIn(2021)).ShouldBe(14);
        policy.Services.Count(service => service.HasProtocolIn(2019)).ShouldBe(0);
        policy.Indicators.Count(indicator => policy.FindService(indicator.Of) is null).ShouldBe(13);
        policy.Indicators.Count(indicator => policy.FindService(indicator.Of) is not null).ShouldBe(28);
    }

    [Fact]
    public void Sample_AsXlsxAndJson_IsTheSamePlan()
    {
        var plan = Sample.Build();

        PlanBuilder.Read(Sample.ToXlsx()).Draft.ShouldBe(plan);
        PlanBuilder.Read(Sample.ToJson()).Draft.ShouldBe(plan);
    }

    [Fact]
    public void Sample_ImportedAgain_ChangesNothing()
    {
        var plan = Sample.Build();

        var merged = PlanMerge.Merge(plan, Sample.Build(plan), PlanBuilder.Lima);

        merged.Plan.ShouldBe(plan);
        merged.Changes.Added.ShouldBeEmpty();
        merged.Changes.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void Codes_InOtherLetters_AreTheSameRows()
    {
        var plan = Sample.Build();
        var file = Sample
            .Set("Objetivos", 2, 0, "op.01")
            .Set("Lineamientos", 2, 1, "op.01")
            .Set("Servicios", 2, 0, "s.01")
            .Set("Indicadores", 15, 2, "s.01");

        var merged = PlanMerge.Merge(plan, file.Build(plan), PlanBuilder.Lima);

        merged.Problems.ShouldBeEmpty();
        merged.Plan.ShouldBe(plan);
    }

    [Fact]
    public void Code_MovedToAnotherRow_IsAProblem()
    {
        var plan = Sample.Build();
        // The plan keeps N° 1 with its code.
        var moved = Sample.Set("Indicadores", 2, 0, "99").Build(plan);

        var merged = PlanMerge.Merge(plan, moved, PlanBuilder.Lima);

        var problem = merged.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Value).ShouldBe(("kept-code", "IOP.01.01"));
    }

    [Fact]
    public void Percent_BelowZero_IsTakenAsItWasPublished() =>
        Sample.Set("Porcentajes publicados", 2, 2, "-12.5").Build().Policy!.Published[0].Percent.ShouldBe(-12.5m);

    [Fact]
    public void Sample_StoredAndReadAgain_IsTheSamePlan()
    {
        var plan = Sample.Build();

        PlanRows.FromJson<Plan>(PlanRows.ToJson(plan)).ShouldBe(plan);
    }

    [Fact]
    public void Indicator_IsAnActivityWithItsTargetsAsGoals()
    {
        var plan = Sample.Build();
        var indicator = plan.Policy!.Indicators.Single(one => one.Code == "IOP.01.01");

        indicator.Direction.ShouldBe(IndicatorDirection.Descending);
        indicator.Method.ShouldBe(IndicatorMethod.BaselineGap);
        (indicator.Baseline, indicator.IsBaselineInferred, indicator.Source).ShouldBe((8.8m, true, "ENDES"));
        plan.FindActivity(indicator.Activity)!.ResponsibleUnit.ShouldBe(new UnitCode("MIMP"));
        plan.Goals.Single(goal => goal.Activity == indicator.Activity)
            .ShouldBe(new Goal(indicator.Activity, 2021, 7.8m, GoalMeasure.Value));
    }

    [Fact]
    public void Problems_OfAllSheets_AreSaidAtOnce()
    {
        var file = Sample
            .Set("Lineamientos", 2, 1, "OP.99")
            .Set("Servicios", 2, 1, "L.99.99")
            .Set("Servicios", 3, 3, "NADIE")
            .Set("Servicios", 4, 4, "Sin protocolo")
            .Set("Servicios", 4, 5, "RM N° 1-2020")
            .Set("Servicios", 5, 0, "OP.01")
            .Set("Indicadores", 2, 2, "S.99")
            .Set("Indicadores", 3, 6, "Arriba")
            .Set("Indicadores", 4, 7, "A ojo")
            .Set("Indicadores", 5, 1, "IOP.01.01")
            .Set("Indicadores", 6, 8, "")
            .Set("Logros esperados", 2, 0, "IOP.99")
            .Set("Logros esperados", 3, 1, "2035")
            .Set("Logros esperados", 4, 2, "-1")
            .Set("Porcentajes publicados", 2, 2, "mucho");

        var problems = PlanBuilder.Read(file.ToXlsx()).Problems;

        problems
            .Select(problem => $"{problem.Sheet} {problem.Row} {problem.Column}: {problem.Code}")
            .ShouldBe(
                [
                    "Lineamientos 2 Código del objetivo: objective-unknown",
                    "Servicios 2 Código del lineamiento: guideline-unknown",
                    "Servicios 3 Entidad responsable: unit-unknown",
                    "Servicios 4 Protocolo: protocol-not-approved",
                    "Servicios 5 Código: service-code-taken",
                    "Indicadores 2 Código del objetivo o servicio: measured-unknown",
                    "Indicadores 3 Sentido: choice",
                    "Indicadores 4 Método de cálculo: choice",
                    // What names a code that a row no longer has is said as well.
                    "Indicadores 18 Código del objetivo o servicio: measured-unknown",
                    "Indicadores 19 Código del objetivo o servicio: measured-unknown",
                    "Logros esperados 5 Código del indicador: indicator-unknown",
                    "Porcentajes publicados 5 Código del indicador: indicator-unknown",
                    "Indicadores 6 Línea de base: baseline-missing",
                    "Logros esperados 2 Código del indicador: indicator-unknown",
                    "Logros esperados 3 Año: year-outside-plan",
                    "Logros esperados 4 Logro esperado: number-between",
                    "Porcentajes publicados 2 Porcentaje publicado: number-between",
                    "Indicadores 5 Código: repeated",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Sheets_OfAnotherKind_AreNotTaken()
    {
        var problems = PlanBuilder.Read(Sample.Add("Actividades", "N°").ToXlsx()).Problems;

        var problem = problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("sheet-unknown");
        problem.Sheet.ShouldBe("Actividades");
    }

    [Fact]
    public void Kind_OfAKnownPlan_StaysAsItIs()
    {
        var sector = new PlanFileBuilder().Build();

        var merged = PlanMerge.Merge(sector, Sample.Build(), PlanBuilder.Lima);

        merged.Problems.ShouldHaveSingleItem().Code.ShouldBe("kept-kind");
    }

    [Fact]
    public void Protocol_SetByAnAmendment_IsKeptByTheImport()
    {
        var plan = Sample.Build();
        var service = plan.Policy!.Services[1];
        var amended = AmendmentsOf(plan, service);

        var merged = PlanMerge.Merge(amended, Sample.Build(amended), PlanBuilder.Lima);

        merged.Plan.ShouldBe(amended);
        merged.Changes.KeptByAmendment.Count.ShouldBe(3);
    }

    private static Plan AmendmentsOf(Plan plan, Service service) =>
        AmendmentRules
            .Apply(
                plan,
                new ApproveProtocol { Service = service.Code, Date = new DateOnly(2022, 3, 1) }.Valid(),
                PlanBuilder.Lima,
                new DateTimeOffset(2022, 6, 1, 0, 0, 0, TimeSpan.Zero)
            )
            .ShouldSucceed();
}
