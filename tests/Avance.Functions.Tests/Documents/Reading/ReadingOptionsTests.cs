using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.ChildProcesses;
using Avance.Functions.Tests.Builders;
using Microsoft.Extensions.Configuration;

namespace Avance.Functions.Tests.Documents.Reading;

public sealed class ReadingOptionsTests
{
    [Fact]
    public void IsValid_Defaults_AreInTheirRanges() => IsValid(new ReadingOptions()).ShouldBeTrue();

    [Fact]
    public void IsValid_EachOutOfItsRange_IsRefused()
    {
        foreach (var setting in Settings)
        {
            var options = new ReadingOptions();
            setting.SetValue(options, (int)setting.GetCustomAttribute<RangeAttribute>()!.Minimum - 1);

            IsValid(options).ShouldBeFalse(setting.Name);
        }
    }

    [Fact]
    public void Settings_All_HaveARange() =>
        Settings.ShouldAllBe(setting => setting.GetCustomAttribute<RangeAttribute>() != null);

    /// <summary>The others are constants: whoever runs the app would not know what to set them to.</summary>
    [Fact]
    public void Settings_All_AreThoseThatAnOperatorMayWantToChange() =>
        Settings
            .Select(setting => setting.Name)
            .ShouldBe(
                ["FileMegabytes", "AtOnce", "FileSeconds", "ChildMegabytes", "ToolMegabytes", "OcrPages"],
                ignoreOrder: true
            );

    [Fact]
    public void Limits_SmallerOnesOfATest_ReachTheChild()
    {
        var options = new ReadingOptions
        {
            Rows = 1,
            Columns = 2,
            OcrPages = 3,
            HtmlDepth = 4,
        };

        var told = JsonSerializer.Deserialize<ReadingOptions>(ReadingChild.Arguments(options)[1], Json.Options);

        told.ShouldBe(options);
    }

    [Fact]
    public void Limits_InTheConfiguration_SetNothing()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                KeyValuePair.Create("Reading:Rows", (string?)"1"),
                KeyValuePair.Create("Reading:OcrPages", (string?)"7"),
            ])
            .Build();

        var options = configuration.GetSection(ReadingOptions.Section).Get<ReadingOptions>();

        options.ShouldBe(new ReadingOptions { OcrPages = 7 });
    }

    [Fact]
    public void Readers_EachFormat_HasExactlyOne() =>
        DocumentReaders
            .All(new ReadingOptions(), PlanBuilder.Lima, TimeProvider.System)
            .SelectMany(reader => reader.Formats)
            .ShouldBe(Enum.GetValues<EvidenceFormat>(), ignoreOrder: true);

    [Fact]
    public void Sample_Settings_AreTheDefaults()
    {
        var sample = JsonNode.Parse(File.ReadAllText(RepositoryRoot.File("local.settings.sample.json")))!["Values"]!;

        Settings
            .Where(setting =>
                (string?)sample[$"{ReadingOptions.Section}__{setting.Name}"]
                != $"{setting.GetValue(new ReadingOptions())}"
            )
            .ShouldBeEmpty();
    }

    private static bool IsValid(ReadingOptions options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true);

    private static IEnumerable<PropertyInfo> Settings =>
        typeof(ReadingOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
