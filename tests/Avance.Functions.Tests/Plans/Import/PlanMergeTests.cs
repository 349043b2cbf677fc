using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Plans.Import;

public sealed class PlanMergeTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2024-03-01T12:00:00Z");
    private static readonly PlanFileBuilder File = new();

    [Fact]
    public void Merge_IntoNothing_AddsEverything()
    {
        var merged = Merge(null, File.Build());

        merged.Plan.ShouldBe(File.Build());
        merged.Changes.Added.Count.ShouldBe(1 + 3 + 2 + 3 + 2);
        merged.Changes.Changed.ShouldBeEmpty();
        merged.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Merge_TheSameFileAgain_ChangesNothing()
    {
        var merged = Merge(File.Build(), File.Build());

        merged.Plan.ShouldBe(File.Build());
        merged.Changes.ShouldBe(new ImportChanges([], [], 11, [], []));
    }

    [Fact]
    public void Merge_FileWithOtherValues_SaysWhatChanges()
    {
        var merged = Merge(
            File.Build(),
            new PlanFileBuilder()
                .Set("Plan", 2, 1, "Otro nombre")
                .Set("Unidades", 4, 3, "Programa")
                .Set("Actividades", 3, 2, "DTEG")
                .Set("Metas", 3, 2, "2")
                .Add("Metas", "62", "2022", "9", "Cantidad", "2023")
                .Set("Periodos", 2, 3, "31/07/2023")
                .Build()
        );

        merged.Changes.Added.ShouldBe([new RowName("Metas", "62 · 2022")]);
        merged.Changes.Changed.ShouldBe([
            new FieldChange("Unidades", "OGRH", "Tipo", "Oficina", "Programa"),
            new FieldChange("Actividades", "62", "Unidad responsable", "OGRH", "DTEG"),
            new FieldChange("Metas", "31 · 2023", "Meta programada", "1.5", "2"),
            new FieldChange("Periodos", "2023-I", "Cierre", "30/07/2023", "31/07/2023"),
            new FieldChange("Plan", "plan-de-prueba", "Nombre", "Plan de prueba", "Otro nombre"),
        ]);
        merged.Changes.Unchanged.ShouldBe(6);
        merged.Plan.FindActivity(new ActivityNumber(62))!.ResponsibleUnit.ShouldBe(new UnitCode("DTEG"));
    }

    [Fact]
    public void Merge_FileWithoutSomeRows_KeepsAndListsThem()
    {
        var less = new PlanFileBuilder()
            .RemoveRow("Unidades", 4)
            .RemoveRow("Actividades", 3)
            .RemoveRow("Metas", 4)
            .RemoveRow("Metas", 2)
            .RemoveRow("Periodos", 2);

        var merged = Merge(File.Build(), less.Build(File.Build()));

        merged.Plan.ShouldBe(File.Build());
        merged.Changes.NotInFile.ShouldBe([
            new RowName("Unidades", "OGRH"),
            new RowName("Actividades", "62"),
            new RowName("Metas", "31 · 2022"),
            new RowName("Metas", "62 · 2023"),
            new RowName("Periodos", "2023-I"),
        ]);
    }

    public static IEnumerable<TheoryDataRow<Amendment>> Amendments { get; } =
    [
        new RenameUnit
        {
            Unit = new UnitCode("DTEG"),
            NewCode = new UnitCode("DGTEG"),
            NewName = "Dirección General",
        },
        new RenameUnit { Unit = new UnitCode("DTEG"), NewName = "Dirección General" },
        new ReplaceUnit { Unit = new UnitCode("DTEG"), ReplacedBy = new UnitCode("OGRH") },
        new ReplaceUnit
        {
            Unit = new UnitCode("OGPPM"),
            ReplacedBy = new UnitCode("OGP"),
            Name = "Planeamiento",
        },
        new CarryGoalOver
        {
            Activity = new ActivityNumber(31),
            Year = 2022,
            ToYear = 2023,
            Target = 65,
        },
        new SuspendActivity { Activity = new ActivityNumber(62), MergedInto = new ActivityNumber(31) },
        new ReformulateActivity { Activity = new ActivityNumber(62) },
        new MoveDeadline { Period = new Period(2023, 2), Due = DayOrTime.Parse("20/01/2024", null) },
        new ReopenPeriod { Period = new Period(2023, 1), Closes = DayOrTime.Parse("2024-03-15", null) },
    ];

    [Theory]
    [MemberData(nameof(Amendments))]
    public void Merge_FileFromBeforeAnAmendment_KeepsTheAmendment(Amendment amendment)
    {
        var amended = AmendmentRules.Apply(File.Build(), amendment.Valid(), PlanBuilder.Lima, Now).ShouldSucceed();

        var merged = Merge(amended, File.Build(amended));

        merged.Problems.ShouldBeEmpty();
        merged.Plan.ShouldBe(amended);
        merged.Changes.Added.ShouldBeEmpty();
        merged.Changes.Changed.ShouldBeEmpty();
        merged.Changes.NotInFile.ShouldBeEmpty();
        // The status of an activity is in no file: there is nothing in it to be kept against.
        (merged.Changes.KeptByAmendment.Count > 0).ShouldBe(amendment is not (SuspendActivity or ReformulateActivity));
    }

    [Fact]
    public void Merge_AfterARename_TakesTheFieldsThatNoAmendmentSet()
    {
        var rename = new RenameUnit { Unit = new UnitCode("OGRH"), NewName = "Recursos Humanos" };
        var amended = AmendmentRules.Apply(File.Build(), rename.Valid(), PlanBuilder.Lima, Now).ShouldSucceed();

        var merged = Merge(amended, new PlanFileBuilder().Set("Unidades", 4, 3, "Programa").Build());

        var unit = merged.Plan.FindUnit(new UnitCode("OGRH"))!;
        unit.Name.ShouldBe("Recursos Humanos");
        unit.Kind.ShouldBe(UnitKind.Programme);
        merged.Changes.KeptByAmendment.ShouldBe([
            new FieldChange("Unidades", "OGRH", "Nombre", "Recursos Humanos", "Oficina de Recursos Humanos"),
        ]);
    }

    [Fact]
    public void Merge_FileWithOtherAliases_AddsThem()
    {
        var merged = Merge(File.Build(), new PlanFileBuilder().Set("Unidades", 2, 2, "OGPM").Build(File.Build()));

        merged.Plan.FindUnit(new UnitCode("OGPPM"))!.Aliases.ShouldBe(["OGPP", "OGPM"]);
    }

    [Fact]
    public void Merge_AliasThatIsAnotherUnitOfThePlan_IsAProblem()
    {
        var file = new PlanFileBuilder()
            .RemoveRow("Unidades", 4)
            .Set("Unidades", 3, 2, "OGRH")
            .Set("Actividades", 3, 2, "DTEG");

        var problem = Merge(File.Build(), file.Build(File.Build())).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("alias-taken");
        problem.Expected.ShouldContain("«OGRH» es OGRH");
    }

    [Fact]
    public void Merge_FewerYearsThanThePlanHas_IsAProblem()
    {
        var file = new PlanFileBuilder()
            .Set("Plan", 7, 1, "2022")
            .Remove("Metas")
            .Add("Metas", "N° actividad", "Año de la meta", "Meta programada", "Tipo de medida")
            .Add("Metas", "31", "2022", "70", "Porcentaje")
            .Remove("Periodos")
            .Add("Periodos", "Periodo", "Apertura", "Fecha límite", "Cierre")
            .Add("Periodos", "2022-I", "01/06/2022", "15/07/2022", "15/07/2022");

        Merge(File.Build(), file.Build()).Problems.ShouldHaveSingleItem().Code.ShouldBe("kept-outside-plan");
    }

    [Fact]
    public void Merge_DatesThatDoNotGoWithAnAmendedOne_IsAProblem()
    {
        var move = new MoveDeadline { Period = new Period(2023, 2), Due = DayOrTime.Parse("30/01/2024", null) };
        var amended = AmendmentRules.Apply(File.Build(), move.Valid(), PlanBuilder.Lima, Now).ShouldSucceed();

        Merge(amended, new PlanFileBuilder().Set("Periodos", 3, 3, "20/01/2024").Build())
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("kept-period-order");
    }

    [Theory]
    [InlineData(1, "02/06/2023", "01/06/2023", "02/06/2023")]
    [InlineData(2, "2023-07-15T18:00", "15/07/2023", "15/07/2023 18:00:00")]
    [InlineData(3, "2023-08-01T05:00:00Z", "30/07/2023", "31/07/2023")]
    public void Merge_OtherDate_IsShownAsFilesHaveIt(int column, string inFile, string before, string shown)
    {
        var change = Merge(File.Build(), new PlanFileBuilder().Set("Periodos", 2, column, inFile).Build())
            .Changes.Changed.ShouldHaveSingleItem();

        change.Before.ShouldBe(before);
        change.InFile.ShouldBe(shown);
    }

    private static MergedPlan Merge(Plan? current, Plan draft) => PlanMerge.Merge(current, draft, PlanBuilder.Lima);
}
