using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>
/// Numbers of headings and lists. Headings of a template are numbered by our list too, so that the table of contents says
/// what the headings say.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 3;

    private readonly Numbering numbering;
    private readonly int numbers;

    public WordNumbering(MainDocumentPart main, WordStyles styles)
    {
        var part = main.NumberingDefinitionsPart ?? main.AddNewPart<NumberingDefinitionsPart>(PartIds.Next(main));
        part.Numbering ??= new Numbering();
        numbering = part.Numbering;
        var headings = Enumerable.Range(1, Levels).Select(level => styles[$"Heading{level}"]).ToList();
        foreach (var level in numbering.Descendants<Level>())
        {
            if (
                level.ParagraphStyleIdInLevel?.Val?.Value is { } style
                && headings.Contains(style, StringComparer.Ordinal)
            )
            {
                level.ParagraphStyleIdInLevel = null;
            }
        }

        Bullets = Instance(Add(MultiLevelValues.SingleLevel, [Item(NumberFormatValues.Bullet, "•")]));
        numbers = Add(MultiLevelValues.SingleLevel, [Item(NumberFormatValues.Decimal, "%1.")]);
        Bind(styles, Instance(Add(MultiLevelValues.Multilevel, headings.Select(Heading))));
    }

    /// <summary>The list of all bullets.</summary>
    public int Bullets { get; }

    /// <summary>A list of numbers of its own.</summary>
    public int Numbers(int start) => Instance(numbers, start);

    private int Add(MultiLevelValues kind, IEnumerable<Level> levels)
    {
        var id = Next(numbering.Elements<AbstractNum>().Select(one => one.AbstractNumberId!.Value));
        Insert(new AbstractNum([new MultiLevelType { Val = kind }, .. levels]) { AbstractNumberId = id });
        return id;
    }

    private int Instance(int definition, int? start = null)
    {
        var id = Next(numbering.Elements<NumberingInstance>().Select(one => one.NumberID!.Value));
        var instance = new NumberingInstance(new AbstractNumId { Val = definition }) { NumberID = id };
        if (start is { } first)
        {
            instance.AppendChild(new LevelOverride(new StartOverrideNumberingValue { Val = first }) { LevelIndex = 0 });
        }

        Insert(instance);
        return id;
    }

    /// <summary>Behind the others of its kind; definitions come before the lists that use them.</summary>
    private void Insert<T>(T element)
        where T : OpenXmlElement
    {
        if (numbering.Elements<T>().LastOrDefault() is { } last)
        {
            numbering.InsertAfter(element, last);
        }
        else
        {
            numbering.AddChild(element);
        }
    }

    private static int Next(IEnumerable<int> ids) => ids.DefaultIfEmpty(0).Max() + 1;

    private static Level Item(NumberFormatValues format, string text) =>
        new(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "500", Hanging = "400" })
        )
        {
            LevelIndex = 0,
        };

    private static Level Heading(string style, int level)
    {
        var width = (420 + (level * 320)).ToString(CultureInfo.InvariantCulture);
        return new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Decimal },
            new ParagraphStyleIdInLevel { Val = style },
            new LevelSuffix { Val = LevelSuffixValues.Tab },
            new LevelText { Val = string.Join('.', Enumerable.Range(1, level + 1).Select(one => $"%{one}")) },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = width, Hanging = width })
        )
        {
            LevelIndex = level,
        };
    }

    private static void Bind(WordStyles styles, int list)
    {
        for (var level = 0; level < Levels; level++)
        {
            var style = styles.Find($"Heading{level + 1}");
            style.StyleParagraphProperties ??= new StyleParagraphProperties();
            style.StyleParagraphProperties.NumberingProperties = new NumberingProperties(
                new NumberingLevelReference { Val = level },
                new NumberingId { Val = list }
            );
        }
    }
}
