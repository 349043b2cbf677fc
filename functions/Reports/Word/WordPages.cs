using System.Globalization;
using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>Paper, margins, headers and footers: those of a template where it has them.</summary>
internal sealed class WordPages
{
    private const uint A4Width = 11_906;
    private const uint A4Height = 16_838;

    private readonly List<HeaderFooterReferenceType> references = [];
    private readonly PageSize size;
    private readonly PageMargin upright;
    private readonly PageMargin turned;

    private WordPages(PageSize size, PageMargin? margin)
    {
        this.size = size;
        upright = margin ?? Margins(side: 1_200);
        turned = margin ?? Margins(side: 850);
    }

    /// <param name="sections">Of the template, in order; a later one has what an earlier one says and it does not.</param>
    public static WordPages Create(
        MainDocumentPart main,
        WordStyles styles,
        ReportCover cover,
        IReadOnlyList<SectionProperties> sections
    )
    {
        var pages = new WordPages(
            sections.SelectMany(one => one.Elements<PageSize>()).LastOrDefault(IsUpright) ?? Paper(),
            sections
                .LastOrDefault(one => one.GetFirstChild<PageSize>() is { } paper && IsUpright(paper))
                ?.GetFirstChild<PageMargin>()
                is { Left: not null, Right: not null } margin
                ? margin
                : null
        );
        pages.references.AddRange(
            sections
                .SelectMany(one => one.Elements<HeaderFooterReferenceType>())
                .GroupBy(one => (one.GetType(), one.Type?.Value ?? HeaderFooterValues.Default))
                .Select(one => one.Last())
        );
        if (!pages.references.OfType<HeaderReference>().Any(IsDefault))
        {
            pages.references.Add(AddHeader(main, styles, cover));
        }

        if (!pages.references.OfType<FooterReference>().Any(IsDefault))
        {
            pages.references.Add(AddFooter(main, styles));
        }

        return pages;
    }

    /// <summary>Between the margins, in twentieths of a point.</summary>
    public int TextWidth(bool isLandscape) =>
        isLandscape
            ? (int)(size.Height! - turned.Left! - turned.Right!)
            : (int)(size.Width! - upright.Left! - upright.Right!);

    /// <summary>The first section begins with the cover, whose header and footer are its own or none.</summary>
    public SectionProperties Section(bool isLandscape, bool isFirst)
    {
        var section = new SectionProperties();
        foreach (var reference in references.OrderBy(one => one is FooterReference))
        {
            if (isFirst || reference.Type?.Value != HeaderFooterValues.First)
            {
                section.AppendChild(reference.CloneNode(deep: true));
            }
        }

        section.AppendChild(new SectionType { Val = SectionMarkValues.NextPage });
        section.AppendChild(
            isLandscape
                ? new PageSize
                {
                    Width = size.Height,
                    Height = size.Width,
                    Orient = PageOrientationValues.Landscape,
                }
                : new PageSize { Width = size.Width, Height = size.Height }
        );
        section.AppendChild((isLandscape ? turned : upright).CloneNode(deep: true));
        if (isFirst)
        {
            section.AppendChild(new TitlePage());
        }

        return section;
    }

    private static bool IsUpright(PageSize paper) =>
        paper.Width is not null && paper.Height is not null && paper.Width.Value <= paper.Height.Value;

    private static bool IsDefault(HeaderFooterReferenceType reference) =>
        (reference.Type?.Value ?? HeaderFooterValues.Default) == HeaderFooterValues.Default;

    private static PageSize Paper() => new() { Width = A4Width, Height = A4Height };

    private static PageMargin Margins(uint side) =>
        new()
        {
            Top = 1_420,
            Bottom = 1_135,
            Left = side,
            Right = side,
            Header = 680,
            Footer = 510,
            Gutter = 0,
        };

    private static HeaderReference AddHeader(MainDocumentPart main, WordStyles styles, ReportCover cover)
    {
        var part = main.AddNewPart<HeaderPart>(PartIds.Next(main));
        part.Header = new Header(Line(styles["Header"], [WordText.Run($"{cover.Plan} · {cover.Period}")]));
        return new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) };
    }

    private static FooterReference AddFooter(MainDocumentPart main, WordStyles styles)
    {
        var part = main.AddNewPart<FooterPart>(PartIds.Next(main));
        part.Footer = new Footer(
            Line(
                styles["Footer"],
                [
                    WordText.Run($"{WordWriter.Word("Page")} "),
                    .. WordText.Field("PAGE", 1.ToString(CultureInfo.InvariantCulture)),
                    WordText.Run($" {WordWriter.Word("Of")} "),
                    .. WordText.Field("NUMPAGES", 1.ToString(CultureInfo.InvariantCulture)),
                ]
            )
        );
        return new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) };
    }

    private static Paragraph Line(string style, IEnumerable<OpenXmlElement> runs) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. runs]);
}
