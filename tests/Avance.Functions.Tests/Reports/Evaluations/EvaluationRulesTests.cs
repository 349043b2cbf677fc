using Avance.Functions.Http;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Reports.Evaluations;

public sealed class EvaluationRulesTests
{
    private static readonly DateTimeOffset Now = TestPlan.WhileOpen;
    private static readonly EvaluationRequest Full = new(
        " Se cumplió la meta. ",
        [" El informe no tiene número en el SGD. "],
        [new EvaluationFactor(FactorKind.Problem, " Rotación del personal. ")]
    );

    [Fact]
    public void Write_First_IsVersionOneWithoutBlanksAround()
    {
        var written = Write(Evaluation.None, 0, Full).ShouldSucceed();

        written.ShouldBe(
            new Evaluation(
                "Se cumplió la meta.",
                ["El informe no tiene número en el SGD."],
                [new EvaluationFactor(FactorKind.Problem, "Rotación del personal.")],
                1,
                TestProgress.Secretariat.Name,
                Now
            )
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Write_SameAgain_IsTheVersionThatIsThere(int expectedVersion)
    {
        var written = Write(Evaluation.None, 0, Full).ShouldSucceed();

        Write(written, expectedVersion, Full, now: Now.AddHours(1)).ShouldSucceed().ShouldBeSameAs(written);
    }

    [Fact]
    public void Write_OtherOnAnOldVersion_IsRefusedWithBothVersions()
    {
        var written = Write(Evaluation.None, 0, Full).ShouldSucceed();

        var error = Write(written, 0, new EvaluationRequest("Otra.")).ShouldBeRefused("evaluation-changed");

        error.Status.ShouldBe(412);
        error.Extensions.ShouldContainKeyAndValue("version", 1);
        error.Extensions.ShouldContainKeyAndValue("seenVersion", 0);
    }

    [Fact]
    public void Write_NothingAfterSomething_IsAVersionThatWithdraws()
    {
        var written = Write(Evaluation.None, 0, Full).ShouldSucceed();

        var withdrawn = Write(written, 1, new EvaluationRequest("  ")).ShouldSucceed();

        withdrawn.Version.ShouldBe(2);
        withdrawn.OrNull().ShouldBeNull();
    }

    [Fact]
    public void Write_NothingWhereNothingIs_MakesNoVersion() =>
        Write(Evaluation.None, 0, new EvaluationRequest()).ShouldSucceed().ShouldBeSameAs(Evaluation.None);

    [Fact]
    public void Write_SameAfterTheUnitSentAgain_ConfirmsOnce()
    {
        var written = Write(Evaluation.None, 0, Full).ShouldSucceed();
        var sentAgain = Now.AddHours(1);
        written.IsOutdated(sentAgain).ShouldBeTrue();

        var confirmed = Write(written, 1, Full, sentAgain, Now.AddHours(2)).ShouldSucceed();
        var repeated = Write(confirmed, 1, Full, sentAgain, Now.AddHours(3)).ShouldSucceed();

        confirmed.Version.ShouldBe(2);
        confirmed.IsOutdated(sentAgain).ShouldBeFalse();
        repeated.ShouldBeSameAs(confirmed);
    }

    [Fact]
    public void Write_FirstRequestRepeatedAfterTheUnitSentAgain_ConfirmsNothing()
    {
        var written = Write(Evaluation.None, 0, Full).ShouldSucceed();

        Write(written, 0, Full, Now.AddHours(1), Now.AddHours(2)).ShouldSucceed().ShouldBeSameAs(written);
    }

    [Fact]
    public void Write_LongestTexts_AreTaken() =>
        Write(Evaluation.None, 0, Filled(20_000, 10, 1_000, 10, 4_000)).ShouldSucceed().Version.ShouldBe(1);

    [Theory]
    [InlineData(20_001, 0, 0, 0, 0, "text-too-long", "text")]
    [InlineData(1, 11, 1, 0, 0, "too-many-items", "notes")]
    [InlineData(1, 1, 1_001, 0, 0, "text-too-long", "notes[0]")]
    [InlineData(1, 1, 0, 0, 0, "item-empty", "notes[0]")]
    [InlineData(1, 0, 0, 11, 1, "too-many-items", "factors")]
    [InlineData(1, 0, 0, 1, 4_001, "text-too-long", "factors[0].text")]
    [InlineData(1, 0, 0, 1, 0, "item-empty", "factors[0].text")]
    public void Write_BeyondALimit_IsRefusedWithTheField(
        int text,
        int notes,
        int note,
        int factors,
        int factor,
        string code,
        string field
    ) =>
        Write(Evaluation.None, 0, Filled(text, notes, note, factors, factor))
            .ShouldBeRefused(code)
            .Field.ShouldBe(field);

    [Fact]
    public void Write_SeveralFaults_AreAllNamed() =>
        Write(Evaluation.None, 0, Filled(20_001, 2, 0, 0, 0))
            .ShouldBeRefused("invalid-request")
            .Errors.Select(error => error.Field)
            .ShouldBe(["text", "notes[0]", "notes[1]"]);

    private static EvaluationRequest Filled(int text, int notes, int note, int factors, int factor) =>
        new(
            new string('a', text),
            Enumerable.Repeat(new string('b', note), notes).ToValueList(),
            Enumerable
                .Repeat(new EvaluationFactor(FactorKind.Achievement, new string('c', factor)), factors)
                .ToValueList()
        );

    private static Result<Evaluation> Write(
        Evaluation current,
        int expectedVersion,
        EvaluationRequest request,
        DateTimeOffset? lastSent = null,
        DateTimeOffset? now = null
    ) => EvaluationRules.Write(current, expectedVersion, request, lastSent, TestProgress.Secretariat, now ?? Now);
}
