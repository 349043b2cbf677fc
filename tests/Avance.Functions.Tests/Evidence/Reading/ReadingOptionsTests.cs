using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Avance.Functions.Evidence.Reading;

namespace Avance.Functions.Tests.Evidence.Reading;

public sealed class ReadingOptionsTests
{
    [Fact]
    public void IsValid_Defaults_AreInTheirRanges() => new ReadingOptions().IsValid.ShouldBeTrue();

    [Fact]
    public void IsValid_EachOutOfItsRange_IsRefused()
    {
        foreach (var setting in Settings)
        {
            var options = new ReadingOptions();
            setting.SetValue(options, (int)setting.GetCustomAttribute<RangeAttribute>()!.Minimum - 1);

            options.IsValid.ShouldBeFalse(setting.Name);
        }
    }

    [Fact]
    public void Settings_All_HaveARange() =>
        Settings.ShouldAllBe(setting => setting.GetCustomAttribute<RangeAttribute>() != null);

    [Fact]
    public void Readers_EachFormat_HasExactlyOne() =>
        DocumentReaders
            .All(new ReadingOptions(), TimeProvider.System)
            .SelectMany(reader => reader.Formats)
            .ShouldBe(Enum.GetValues<EvidenceFormat>(), ignoreOrder: true);

    private static IEnumerable<PropertyInfo> Settings =>
        typeof(ReadingOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
