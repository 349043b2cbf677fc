using System.Text;
using System.Xml;
using Avance.Functions.Reports.Workbooks;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reports.Workbooks;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("a\u0000b\u0007c\u007f\u0085d", "abc\nd")]
    [InlineData("uno\r\ndos\rtres\ttab", "uno\ndos\ntres\ttab")]
    [InlineData("👩🏽‍💻 ñ", "👩🏽‍💻 ñ")]
    public void Clean_ControlCharactersAndHalves_AreTakenOut(string text, string expected) =>
        CellText.Clean(text).ShouldBe(expected);

    // No data of a theory: an attribute cannot hold such a text.
    [Fact]
    public void Clean_HalvesOfCharacters_AreReplaced() =>
        CellText.Clean("\ud83d solo \udc69").ShouldBe("\ufffd solo \ufffd");

    [Fact]
    public void Clean_LongerThanACell_IsCutWithANote()
    {
        var clean = CellText.Clean(new string('x', 40_000));

        clean.Length.ShouldBe(CellText.MaxCharacters);
        clean.ShouldEndWith("x […] (texto cortado: el original tiene 40000 caracteres)");
        CellText.Clean(new string('x', CellText.MaxCharacters)).ShouldBe(new string('x', CellText.MaxCharacters));
    }

    [Fact]
    public void Clean_AnyText_IsXmlOfACellsLengthAndStaysAsItIs() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>().Generator.Where(text => text is not null).ToArbitrary(),
                Gen.Choose(0, 70_000).ToArbitrary(),
                (text, times) =>
                {
                    var clean = CellText.Clean(text + string.Concat(Enumerable.Repeat("👩", times / 2)));
                    XmlConvert.VerifyXmlChars(clean).ShouldBe(clean);
                    clean.Length.ShouldBeLessThanOrEqualTo(CellText.MaxCharacters);
                    Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)).ShouldBe(clean);
                    CellText.Clean(clean).ShouldBe(clean);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=1", true)]
    [InlineData("\n=1", true)]
    [InlineData("＝1", true)]
    [InlineData("1=1", false)]
    [InlineData("", false)]
    public void LooksLikeFormula_Start_Decides(string text, bool expected) =>
        CellText.LooksLikeFormula(text).ShouldBe(expected);
}
