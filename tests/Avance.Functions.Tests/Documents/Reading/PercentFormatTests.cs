using System.Globalization;
using Avance.Functions.Documents.Reading.Sheets;

namespace Avance.Functions.Tests.Documents.Reading;

public sealed class PercentFormatTests
{
    [Theory]
    [InlineData("0.7", null, "0.7", false)]
    [InlineData("0.7", "General", "0.7", false)]
    [InlineData("0.7", "0%", "70", true)]
    [InlineData("0.705", "0.00%", "70.5", true)]
    [InlineData("70", "0\"%\"", "70", true)]
    [InlineData("70", "0\\%", "70", true)]
    [InlineData("70.5", "0.0\"%\"", "70.5", true)]
    [InlineData("70", "0 \"%\"", "70", true)]
    [InlineData("70", "0\" % de avance\"", "70", true)]
    [InlineData("70", "#,##0.00_ \\%", "70", true)]
    [InlineData("70", "\"%\" 0", "70", true)]
    [InlineData("0.7", "0%\" de avance\"", "70", true)]
    [InlineData("0.7", "0%\"%\"", "70", true)]
    [InlineData("0.7", "0%%", "7000", true)]
    [InlineData("-0.7", "0%;-0%", "-70", true)]
    [InlineData("-0.7", "0%;[Red]\\-0%;0%", "-70", true)]
    [InlineData("-70", "0%;-0\"%\"", "-70", true)]
    [InlineData("0", "0%;-0%;\"-\"", "0", false)]
    [InlineData("0.7", "[Blue]0%;[Red]0", "70", true)]
    [InlineData("70", "[<=1]0%;0\"%\"", "70", true)]
    [InlineData("0.7", "[<=1]0%;0\"%\"", "70", true)]
    [InlineData("0.7", "[>1]0;0%", "70", true)]
    [InlineData("7", "[>1]0;0%", "7", false)]
    [InlineData("5", "0 \"de un 100% previsto\"", "5", false)]
    [InlineData("5", "0_%", "5", false)]
    [InlineData("5", "0*%", "5", false)]
    [InlineData("5", "[$%-409]0", "5", false)]
    [InlineData("5", "0;0;0;@\"%\"", "5", false)]
    [InlineData("0.7", "0\"sin cerrar %", "0.7", false)]
    public void Read_Format_GivesWhatIsShown(string number, string? format, string shown, bool isPercent) =>
        PercentFormat
            .Read(decimal.Parse(number, CultureInfo.InvariantCulture), format)
            .ShouldBe((decimal.Parse(shown, CultureInfo.InvariantCulture), isPercent));
}
