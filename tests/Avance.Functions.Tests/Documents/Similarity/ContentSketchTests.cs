using System.Globalization;
using Avance.Functions.Documents.Similarity;

namespace Avance.Functions.Tests.Documents.Similarity;

public sealed class ContentSketchTests
{
    private static readonly string Report = Words(1, 600);

    [Fact]
    public void Of_SameWords_GivesTheSameSketch()
    {
        var sketch = Sketch(Report);

        Sketch(Report.ToUpperInvariant().Replace(" ", " \n ")).ShouldBe(sketch);
        sketch.BandKeys.ShouldAllBe(key => key.Length < 30 && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        sketch.BandKeys.Distinct().Count().ShouldBe(sketch.BandKeys.Count);
    }

    /// <summary>Stored keys and sketches are compared with new ones: change the version if this changes.</summary>
    [Fact]
    public void Of_ThisVersion_IsStable()
    {
        var sketch = Sketch(
            "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
                + "dieciséis diecisiete dieciocho diecinueve veinte veintiuno"
        );

        sketch.BandKeys[0].ShouldBe("1-00-cce529ded670");
    }

    [Fact]
    public void Similarity_FewWordsChanged_IsNearAndMeetsInABand()
    {
        var words = Report.Split(' ');
        for (var i = 0; i < words.Length; i += 60)
        {
            words[i] = "cambio";
        }

        var (one, other) = (Sketch(Report), Sketch(string.Join(' ', words)));

        one.Similarity(other).ShouldBeInRange(0.75, 0.98);
        one.BandKeys.Intersect(other.BandKeys).ShouldNotBeEmpty();
    }

    [Fact]
    public void Similarity_OtherText_IsFar()
    {
        var (one, other) = (Sketch(Report), Sketch(Words(2, 600)));

        one.Similarity(other).ShouldBeLessThan(0.1);
        one.BandKeys.Intersect(other.BandKeys).ShouldBeEmpty();
    }

    [Fact]
    public void TryParse_Written_IsReadBack()
    {
        var sketch = Sketch(Report);

        ContentSketch.TryParse(sketch.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(sketch);
        sketch.ToString().Length.ShouldBeLessThan(700);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v1.")]
    [InlineData("v1.AAAA")]
    [InlineData("v1.?")]
    [InlineData("v2.AAAA")]
    public void TryParse_AnythingElse_IsRefused(string? text) => ContentSketch.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Of_HardlyAnyText_GivesNone() => ContentSketch.Of("Página 1 de 2").ShouldBeNull();

    private static ContentSketch Sketch(string text) => ContentSketch.Of(text).ShouldNotBeNull();

    private static string Words(int seed, int count)
    {
        var random = new Random(seed);
        return string.Join(
            ' ',
            Enumerable.Range(0, count).Select(_ => "palabra" + random.Next(500).ToString(CultureInfo.InvariantCulture))
        );
    }
}
