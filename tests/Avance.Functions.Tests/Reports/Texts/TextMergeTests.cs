using Avance.Functions.Reports.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reports.Texts;

/// <summary>What becomes of an edited text when figures change.</summary>
public sealed class TextMergeTests
{
    private const string Base = "El plan registra 46 de 65 actividades.\n\nEl nivel es de 70.8 %.";

    [Fact]
    public void Merge_FigureThatTheEditDidNotTouch_ComesIn()
    {
        var merged = TextMerge.Merge(
            Base,
            "El plan registra 46 de 65 actividades.\n\nEl nivel es de 70.8 %, el mayor hasta ahora.",
            "El plan registra 47 de 65 actividades.\n\nEl nivel es de 72.3 %."
        );

        merged.Text.ShouldBe("El plan registra 47 de 65 actividades.\n\nEl nivel es de 72.3 %, el mayor hasta ahora.");
        merged.Changes.ShouldBe([
            new TextChange("plan registra 46 de 65", "plan registra 47 de 65", true),
            new TextChange("es de 70.8 %.", "es de 72.3 %.", true),
        ]);
    }

    [Fact]
    public void Merge_FigureThatTheEditTouched_StaysAndIsListed()
    {
        var merged = TextMerge.Merge(
            Base,
            Base.Replace("46", "cuarenta y seis", StringComparison.Ordinal),
            Base.Replace("46", "47", StringComparison.Ordinal)
        );

        merged.Text.ShouldBe(Base.Replace("46", "cuarenta y seis", StringComparison.Ordinal));
        merged.Changes.ShouldBe([new TextChange("plan registra 46 de 65", "plan registra 47 de 65", false)]);
    }

    [Fact]
    public void Merge_ParagraphThatTheEditRemoved_StaysRemoved()
    {
        var merged = TextMerge.Merge(
            Base,
            "El plan registra 46 de 65 actividades.",
            Base.Replace("70.8", "72.3", StringComparison.Ordinal)
        );

        merged.Text.ShouldBe("El plan registra 46 de 65 actividades.");
        merged.Changes.ShouldHaveSingleItem().IsMerged.ShouldBeFalse();
    }

    [Fact]
    public void Merge_FiguresAsBefore_ChangesNothing() =>
        TextMerge.Merge(Base, "Otro texto.", Base).ShouldBe(new MergedText("Otro texto.", []));

    [Fact]
    public void Merge_AnyTexts_KeepsWhatOnlyOneSideChanged()
    {
        var words = Gen.Elements("46", "de", "65", ".", " ", "\n\n", "70.8", "plan", "🙂", "=cmd|x");
        var texts = words.ListOf().Select(string.Concat);

        Prop.ForAll(
                Gen.Zip(texts, texts).ToArbitrary(),
                pair =>
                {
                    var (origin, other) = (pair.Item1 + "fin", pair.Item2 + "fin");
                    // Nobody wrote anything: the draft. Nothing has changed in the draft: the edit. Both alike: the same.
                    TextMerge.Merge(origin, origin, other).Text.ShouldBe(other);
                    TextMerge.Merge(origin, other, origin).Text.ShouldBe(other);
                    TextMerge.Merge(origin, other, other).Text.ShouldBe(other);
                    TextMerge.Merge(origin, origin, other).Changes.ShouldAllBe(change => change.IsMerged);
                    // No change is lost in silence: it is listed, merged or not.
                    TextMerge
                        .Merge(origin, "Otro.", other)
                        .Changes.Count.ShouldBe(TextMerge.Merge(origin, origin, other).Changes.Count);
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
