using System.Text.Json;
using Avance.Functions.Groups.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Domain;

/// <summary>The values that are written as one text: what they are read from, and that they are read back.</summary>
public sealed class TextValueTests
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz0123456789";

    [Fact]
    public void PlanId_PrintedAndParsed_IsTheSame() =>
        ShouldRoundTrip(Texts(Lower, 2, 63).Select(text => new PlanId(text)));

    [Fact]
    public void UnitCode_PrintedAndParsed_IsTheSame() =>
        ShouldRoundTrip(Texts("ABCÑÁXYZ0123456789-.", 1, 24).Select(text => new UnitCode(text)));

    [Fact]
    public void ActivityNumber_PrintedAndParsed_IsTheSame() =>
        ShouldRoundTrip(Gen.Choose(1, 999).Select(number => new ActivityNumber(number)));

    [Fact]
    public void Period_PrintedAndParsed_IsTheSame() =>
        ShouldRoundTrip(
            Gen.Choose(2000, 2099).SelectMany(year => Gen.Choose(1, 2), (year, semester) => new Period(year, semester))
        );

    [Fact]
    public void WorkingGroupId_PrintedAndParsed_IsTheSame() =>
        ShouldRoundTrip(Texts("ABCXYZ0123456789", 2, 40).Select(text => new WorkingGroupId(text)));

    [Fact]
    public void GroupSessionId_PrintedAndParsed_IsTheSame() =>
        ShouldRoundTrip(
            Gen.Choose(2000, 2099)
                .SelectMany(
                    year => Gen.Choose(1, 999),
                    (year, number) => GroupSessionId.Parse($"{year}-{number:D3}", null)
                )
        );

    [Theory]
    [InlineData("2023-2")]
    [InlineData("2023-000")]
    [InlineData("1999-001")]
    [InlineData("2023_001")]
    [InlineData("2023-0+1")]
    public void GroupSessionId_Rubbish_IsNone(string text) =>
        GroupSessionId.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("C")]
    [InlineData("-CSIG")]
    [InlineData("CSIG-")]
    [InlineData("CSIG MIMP")]
    [InlineData("CSIG|MIMP")]
    [InlineData("CSIÑ")]
    public void WorkingGroupId_Rubbish_IsNone(string text) =>
        WorkingGroupId.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndPrintsWhatItTook() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text =>
                    Agrees<PlanId>(text)
                    && Agrees<UnitCode>(text)
                    && Agrees<ActivityNumber>(text)
                    && Agrees<Period>(text)
                    && Agrees<WorkingGroupId>(text)
                    && Agrees<GroupSessionId>(text)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Mi-plan")]
    [InlineData("mi plan")]
    [InlineData("-plan")]
    [InlineData("plan-")]
    [InlineData("plan/otro")]
    [InlineData("plan\n")]
    [InlineData("añb")]
    [InlineData("a|b")]
    [InlineData("a'b")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void PlanId_Rubbish_IsNone(string? text) => PlanId.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("OG RH")]
    [InlineData("OG/RH")]
    [InlineData("OG|RH")]
    [InlineData("OG\\RH")]
    [InlineData("OG#RH")]
    [InlineData("OG?RH")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXY")]
    public void UnitCode_Rubbish_IsNone(string? text) => UnitCode.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1000")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("1,0")]
    [InlineData("٣")]
    [InlineData("99999999999999999999")]
    public void ActivityNumber_Rubbish_IsNone(string? text) =>
        ActivityNumber.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023")]
    [InlineData("2023-1")]
    [InlineData("2023-III")]
    [InlineData("2023-i")]
    [InlineData("1999-I")]
    [InlineData("2100-I")]
    [InlineData("2023-I ")]
    [InlineData("+023-I")]
    public void Period_Rubbish_IsNone(string? text) => Period.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("ogrh", "OGRH")]
    [InlineData("dgcvg-ñ", "DGCVG-Ñ")]
    public void UnitCode_LowerCase_IsReadAsCapitals(string text, string code) =>
        new UnitCode(text).ToString().ShouldBe(code);

    [Fact]
    public void Sort_Values_IsThatOfTheirMeaning()
    {
        new Period(2023, 1).CompareTo(new Period(2023, 2)).ShouldBeNegative();
        new Period(2022, 2).CompareTo(new Period(2023, 1)).ShouldBeNegative();
        new ActivityNumber(9).CompareTo(new ActivityNumber(10)).ShouldBeNegative();
        string.CompareOrdinal(new ActivityNumber(9).Key, new ActivityNumber(10).Key).ShouldBeNegative();
    }

    private static void ShouldRoundTrip<T>(Gen<T> values)
        where T : struct, ITextValue<T> =>
        Prop.ForAll(
                values.ToArbitrary(),
                value =>
                    T.Parse(value.ToString()!, null).Equals(value)
                    && JsonSerializer
                        .Deserialize<T>(JsonSerializer.Serialize(value, Json.Options), Json.Options)
                        .Equals(value)
            )
            .QuickCheckThrowOnFailure();

    private static bool Agrees<T>(string? text)
        where T : struct, ITextValue<T> =>
        !T.TryParse(text, null, out var value) || T.Parse(value.ToString()!, null).Equals(value);

    private static Gen<string> Texts(string letters, int least, int most) =>
        Gen.Choose(least, most)
            .SelectMany(length => Gen.Elements(letters.ToCharArray()).ArrayOf(length), (_, text) => new string(text));
}
