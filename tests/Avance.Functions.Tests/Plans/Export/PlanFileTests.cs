using System.IO.Compression;
using System.Text.Json.Nodes;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Export;
using Avance.Functions.Plans.Import;
using Avance.Functions.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Plans.Export;

/// <summary>A downloaded plan is one that the import takes, and that changes nothing.</summary>
public sealed class PlanFileTests
{
    /// <summary>What spreadsheets, CSV and XML could take for something else.</summary>
    private static readonly string[] Texts =
    [
        "Oficina de Género",
        "=1+1",
        "'=1+1",
        "''-3",
        "＝1+1",
        "'＠todas",
        "- Lista de asistencia\n- Informe",
        "@todas; y \"todos\", 100 %",
        "_x0041_ <b>&amp;</b>",
        "1.125",
        "Sí",
        "2023-07-15",
        "'",
        "𝔸 ñandú \uFFFF.",
        new string('a', 500),
    ];

    public static TheoryData<PlanFileFormat> Formats => [.. Enum.GetValues<PlanFileFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_Sample_IsReadAsTheSamePlan(PlanFileFormat format)
    {
        var plan = PlanFileBuilder.Sample().Build();

        var read = PlanBuilder.Read(Write(plan, format).Content);

        read.Problems.ShouldBeEmpty();
        read.Draft.ShouldBe(plan);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_AnyPlan_ChangesNothingWhenItIsImported(PlanFileFormat format) =>
        Prop.ForAll(
                Arb.From(Plans),
                plan =>
                {
                    var read = PlanBuilder.Read(Write(plan, format).Content, plan);
                    read.Problems.ShouldBeEmpty();
                    var merged = PlanMerge.Merge(plan, read.Draft!, PlanBuilder.Lima);
                    merged.Problems.ShouldBeEmpty();
                    merged.Changes.Changed.ShouldBeEmpty();
                    merged.Changes.Added.ShouldBeEmpty();
                    merged.Changes.NotInFile.ShouldBeEmpty();
                    merged.Plan.ShouldBe(plan);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_Twice_GivesTheSameBytes(PlanFileFormat format)
    {
        var plan = PlanFileBuilder.Sample().Build();

        Write(plan, format).Content.ShouldBe(Write(plan, format).Content);
    }

    /// <summary>Two files that are written within a second have the same bytes also if they had the time of the clock.</summary>
    [Theory]
    [InlineData(PlanFileFormat.Xlsx)]
    [InlineData(PlanFileFormat.Csv)]
    public void Write_Entries_HaveTheEarliestTimeOfAZip(PlanFileFormat format)
    {
        using var content = new MemoryStream(Write(PlanFileBuilder.Sample().Build(), format).Content);
        using var package = new ZipArchive(content);

        package.Entries.ShouldNotBeEmpty();
        package.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == ZipTimes.Epoch.DateTime);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_ForAReader_HasNoContactsAndTakesNoneAway(PlanFileFormat format)
    {
        var plan = PlanFileBuilder.Sample().Build();
        plan.Units.Sum(unit => unit.Contacts.Count).ShouldBeGreaterThan(0);

        var read = PlanBuilder.Read(Write(plan, format, withContacts: false).Content, plan);

        read.Draft!.Units.ShouldAllBe(unit => unit.Contacts.Count == 0);
        PlanMerge.Merge(plan, read.Draft, PlanBuilder.Lima).Plan.ShouldBe(plan);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_AmendedPlan_ChangesNothingWhenItIsImported(PlanFileFormat format)
    {
        var plan = PlanFileBuilder.Sample().Build();
        plan = plan with
        {
            Units =
            [
                .. plan.Units.Select(unit =>
                    unit with
                    {
                        // As a renaming leaves them: the former name has a semicolon and is long.
                        Aliases = [.. unit.Aliases, $"Oficina {unit.Code}; de {new string('x', 250)}"],
                        FormerCodes = [new UnitCode($"EX{unit.Code}")],
                        AmendedFields = [PlanField.Name],
                    }
                ),
            ],
            Activities = [.. plan.Activities.Select(activity => activity with { Status = ActivityStatus.Suspended })],
        };

        var read = PlanBuilder.Read(Write(plan, format).Content, plan);

        PlanMerge.Merge(plan, read.Draft.ShouldNotBeNull(), PlanBuilder.Lima).Plan.ShouldBe(plan);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("＝HYPERLINK(\"http://x\")")]
    public void Write_Csv_MarksWhatLooksLikeAFormula(string formula)
    {
        var file = new PlanFileBuilder().Set("Actividades", 2, 1, formula).ToJson();
        var plan = PlanBuilder.Read(file).Draft!;

        var texts = PlanSheets.Of(plan, true, PlanBuilder.Lima).Select(PlanTable.Of);

        texts
            .SelectMany(table => table.Rows)
            .SelectMany(row => row)
            .Select(cell => cell.ToText())
            .Where(text => text.Contains("HYPERLINK", StringComparison.Ordinal))
            .ShouldBe([$"'{formula}"]);
    }

    [Theory]
    [InlineData("xlsx", null)]
    [InlineData("csv", null)]
    [InlineData("xlsx", "sector")]
    public void WriteTemplate_AsItIs_LacksRowsOnly(string format, string? kind)
    {
        var template = PlanFileHandler.WriteTemplate(format, kind).ShouldSucceed();

        PlanFile.Read(template.Content).Succeeded(out var file, out _).ShouldBeTrue();
        file!.Sheets.Select(sheet => HeaderText.Normal(sheet.Name)).ShouldContain("instrucciones");
        var problems = PlanBuilder.Read(template.Content).Problems;
        problems
            .Select(problem => problem.Code)
            .Distinct()
            .ShouldBe(["year", "text-missing", "sheet-empty"], ignoreOrder: true);
    }

    [Fact]
    public void WriteTemplate_Instructions_TellOfEachColumn() =>
        Enum.GetValues<PlanKind>()
            .SelectMany(kind => PlanInstructions.Of(kind).Rows.Skip(1))
            .Select(row => (Column: row[1].ToText(), Help: row[3].ToText()))
            .ShouldAllBe(row => row.Column.Length > 0 && row.Help.EndsWith('.'));

    [Fact]
    public void WriteTemplate_OfAnotherKind_HasItsSheets()
    {
        var template = PlanFileHandler.WriteTemplate("xlsx", "policy").ShouldSucceed();

        PlanFile.Read(template.Content).Succeeded(out var file, out _).ShouldBeTrue();
        file!.Sheets.Select(sheet => sheet.Name).ShouldContain("Logros esperados");
        PlanFileHandler.WriteTemplate("xlsx", "otro").ShouldBeRefused("plan-template-kind");
        PlanFileHandler.WriteTemplate("xlsx", "Política").ShouldBeRefused("plan-template-kind");
    }

    [Theory]
    [InlineData("pnig-2021")]
    [InlineData("conaig-2021-2022")]
    public void Write_PlansOfOtherKinds_ChangeNothingWhenTheyAreImported(string sample)
    {
        var plan = PlanFileBuilder.Sample(sample).Imported();

        foreach (var format in Enum.GetValues<PlanFileFormat>())
        {
            var read = PlanBuilder.Read(Write(plan, format).Content, plan);

            read.Problems.ShouldBeEmpty();
            PlanMerge.Merge(plan, read.Draft.ShouldNotBeNull(), PlanBuilder.Lima).Plan.ShouldBe(plan);
        }
    }

    [Fact]
    public void Write_Json_LeavesOutWhatIsEmpty()
    {
        var plan = new PlanFileBuilder().Build();

        var json = JsonNode.Parse(Write(plan, PlanFileFormat.Json).Content)!;

        json.AsObject().Select(member => member.Key).ShouldBe(["plan", "units", "activities", "goals", "periods"]);
        json["goals"]![1]!.ToJsonString().ShouldBe("""{"activity":31,"year":2023,"target":1.5,"measure":"count"}""");
        json["periods"]![0]!["due"]!.GetValue<string>().ShouldBe("2023-07-15");
    }

    private static PlanDownload Write(Plan plan, PlanFileFormat format, bool withContacts = true) =>
        PlanFileWriter.Write("plan", format, PlanSheets.Of(plan, withContacts, PlanBuilder.Lima));

    private static Gen<string> Text => Gen.Elements(Texts);

    private static Gen<DateTimeOffset> Instant(int month) =>
        from day in Gen.Choose(1, 28)
        from hour in Gen.Elements(0, 5, 12, 23)
        from ticks in Gen.Elements(0L, TimeSpan.TicksPerSecond * 59, 1_234_567L)
        select new DateTimeOffset(2023, month, day, hour, 0, 0, TimeSpan.Zero).AddTicks(ticks);

    private static Gen<ValueList<int>?> Days =>
        Gen.Elements<ValueList<int>?>(null, new ValueList<int>([]), new ValueList<int>([30, 15, 1]));

    private static Gen<Plan> Plans =>
        from texts in Text.ListOf(12)
        from target in Gen.Elements(0.0001m, 1.125m, 12.5m, 1_000_000_000m, 999_999_999.9999m)
        from measure in Gen.Elements(GoalMeasure.Count, GoalMeasure.Percent)
        from opens in Instant(1)
        from due in Instant(2)
        from closes in Instant(3)
        from before in Days
        from first in Gen.Elements<Period?>(null, new Period(2023, 1))
        from kind in Gen.Elements(Enum.GetValues<UnitKind>())
        from copies in Gen.Elements(true, false)
        select new Plan(
            PlanBuilder.Id,
            new PlanHeader(
                texts[0],
                "MIMP",
                "CSIG",
                texts[1],
                2022,
                2023,
                new PlanSettings(target % 999 + 1, 0.5m, copies, first) { RemindBefore = before }
            ),
            [
                new Unit(new UnitCode("A.1-B"), texts[2].Length > 300 ? "A" : texts[2], [], kind)
                {
                    Contacts =
                    [
                        new Contact("=Ana", new EmailAddress("ana@entidad.example"), null, ContactRole.Head, copies),
                        new Contact("Grupo", null, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), default),
                    ],
                },
                new Unit(new UnitCode("OGRH"), "Oficina", ["ORH", "'+x"], UnitKind.Office),
            ],
            [
                new Activity(
                    new ActivityNumber(7),
                    texts[3],
                    new UnitCode("OGRH"),
                    texts[4].Length > 200 ? "" : texts[4],
                    [new UnitCode("A.1-B"), new UnitCode("OGRH")],
                    texts[5].Length > 300 ? "B" : texts[5],
                    texts[6]
                ),
            ],
            [
                new Goal(new ActivityNumber(7), 2021, target, measure, 2022),
                new Goal(new ActivityNumber(7), 2023, target, measure),
            ],
            [new ReportingPeriod(new Period(2023, 2), opens, due, closes)]
        );
}
