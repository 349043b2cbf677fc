using Avance.Functions.Reports.Composition;
using Avance.Functions.Reports.Word;
using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reports.Word;

/// <summary>Whatever people write, the file is whole, and says what can be said of it.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("emoji 👩‍👩‍👧 🇵🇪 y ñ", "emoji 👩‍👩‍👧 🇵🇪 y ñ")]
    [InlineData("control\u0000\u0001\u0008\u000B\u001F fin", "control fin")]
    [InlineData("alto \\uD83D solo", "alto \uFFFD solo")]
    [InlineData("bajo \\uDE00 solo", "bajo \uFFFD solo")]
    [InlineData("final \\uD83D", "final \uFFFD")]
    [InlineData("no\uFFFE\uFFFFcaracteres", "nocaracteres")]
    [InlineData("uno\r\ndos\rtres\ncuatro", "uno\ndos\ntres\ncuatro")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    [InlineData("<w:p/>&amp;]]><!--", "<w:p/>&amp;]]><!--")]
    [InlineData("_x0041_ {1} %s", "_x0041_ {1} %s")]
    public void Write_Text_IsKeptExceptForWhatXmlCannotHold(string escaped, string expected)
    {
        // An attribute cannot hold half a surrogate pair.
        var text = System.Text.RegularExpressions.Regex.Unescape(escaped);
        using var file = new WordFile(DocumentOf(text));

        file.Errors(FileFormatVersions.Microsoft365).ShouldBeEmpty();
        WordFile
            .TextOf(
                file.Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                    .Last(one => file.StyleOf(one) == "Normal")
            )
            .ShouldBe(expected);
        file.Notes.ShouldContain(expected);
    }

    [Fact]
    public void Clean_AnyText_CanBeWrittenAsXmlAndKeepsWhatCould() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Arb.From(
                    Gen.Choose(0, char.MaxValue).Select(one => (char)one).ArrayOf().Select(all => new string(all))
                ),
                text =>
                {
                    var clean = WordText.Clean(text);

                    System.Xml.XmlConvert.VerifyXmlChars(clean).ShouldBe(clean);
                    WordText.Clean(clean).ShouldBe(clean);
                    clean
                        .Count(one => char.IsLetterOrDigit(one) && !char.IsSurrogate(one))
                        .ShouldBe(text.Count(one => char.IsLetterOrDigit(one) && !char.IsSurrogate(one)));
                }
            )
        );

    /// <summary>The text in every place that a text can have.</summary>
    private static ReportDocument DocumentOf(string text) =>
        new(
            new ReportCover(text, text, text, text, text, text),
            [
                new ReportSection(
                    "one",
                    text,
                    1,
                    [
                        new ListBlock([text], IsNumbered: true, 3),
                        new ChartBlock(
                            text,
                            text,
                            [text],
                            [new ChartSeries(text, [null]), new ChartSeries(text, [2.5])],
                            true,
                            text
                        ),
                        new TableBlock(
                            text,
                            [new TableColumn(text, 1)],
                            [
                                new ReportTableRow([
                                    [
                                        new RichText(
                                            text,
                                            [text],
                                            "https://example.org/?q=" + Uri.EscapeDataString(WordText.Clean(text))
                                        ),
                                    ],
                                ]),
                            ]
                        ),
                        new ParagraphBlock(text),
                    ]
                ),
            ]
        );
}
