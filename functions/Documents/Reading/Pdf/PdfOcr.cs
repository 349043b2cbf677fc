using Avance.Functions.Documents.Reading.Layout;
using Avance.Functions.Documents.Reading.Ocr;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Pdf;

/// <summary>
/// Recognises pages of a PDF: scans, pages whose letters are drawn or stand for others, and pictures beside text, for which the
/// text of the page is painted over first, so that nothing is read twice.
/// </summary>
internal sealed class PdfOcr(PdfTools tools, OcrEngine ocr, ReadingOptions options)
{
    /// <summary>A picture in this range of resolution is recognised as it is; other pages are rendered.</summary>
    private const double MinDpi = 150;
    private const double MaxDpi = 310;

    private const int Dpi = 200;

    /// <summary>For scans that are shown smaller than the paper was.</summary>
    private const int FinestDpi = 400;

    /// <summary>Enough to see whether there are letters, in some milliseconds.</summary>
    private const int CoarseDpi = 72;

    /// <summary>Pixels of ink of a short line of text at that resolution, and how high letters and how wide words are.</summary>
    private const int MinInk = 200;
    private const int LetterHeight = 28;
    private const int WordWidth = 100;

    /// <summary>Letters of a page with a letterhead from which on it has a text, and not only the number of the page.</summary>
    private const int MinLetters = 60;

    /// <summary>Hundredths of a page that one scan of it covers.</summary>
    private const int ScanCoverage = 85;

    /// <returns>Null if the page needs no OCR.</returns>
    public async Task<PdfOcrPlan?> PlanAsync(
        EvidenceFile file,
        int number,
        PageWords text,
        PdfPictures pictures,
        CancellationToken cancellationToken
    )
    {
        var letters = text.Letters;
        var isFew = letters < options.OcrLetters;
        var isDoubtful = Legibility.IsDoubtful(text.Text);
        if (!isFew && !isDoubtful && !pictures.MayHaveText(number))
        {
            return null;
        }

        var page = PdfPage.Of(number, text);
        PdfImage[] images = [.. pictures.On(number)];
        var whole = new PdfOcrPlan(page, images, Dpi) { IsWhole = true, IsDoubtful = isDoubtful };
        var covered = images.Sum(image => image.SquareInches);
        var isCovered = images.Length > 0 && covered * 100 >= options.OcrCoverage * page.SquareInches;
        if (isDoubtful || (isCovered && letters == 0))
        {
            return whole;
        }

        if (isCovered && page.HasWordsAllOver)
        {
            // A scan with a layer of its text, which with few letters is a poor one.
            return isFew ? whole : null;
        }

        if (letters >= MinLetters && pictures.AreRepeated(number))
        {
            return null;
        }

        if (!isFew && pictures.AreLarge(number, page.SquareInches * ScanCoverage / 100))
        {
            // The same of half a page, or a background.
            return null;
        }

        var dpi = (int)Math.Clamp(pictures.Dpi(number), Dpi, FinestDpi);
        var rest = new PdfOcrPlan(page, images, dpi);
        return
            pictures.MayHaveText(number)
            || (isFew && (isCovered || await DrawsLettersAsync(file, page, cancellationToken)))
            ? rest
            : null;
    }

    public async Task<PageWords> ReadAsync(EvidenceFile file, PdfOcrPlan plan, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("avance-");
        try
        {
            if (
                plan is
                { IsWhole: true, IsDoubtful: false, Images: [{ Encoding: "jpeg", XDpi: >= MinDpi and <= MaxDpi }] }
            )
            {
                var picture = await tools.ExtractAsync(file.Path, plan.Page.Number, folder.FullName, cancellationToken);
                if (picture is not null && await ocr.RotationAsync(picture, cancellationToken) == 0)
                {
                    return await ocr.ReadAsync(picture, cancellationToken);
                }
            }

            var drawn = await tools.RenderAsync(file.Path, plan.Page, plan.Dpi, folder.FullName, cancellationToken);
            if (!plan.IsWhole)
            {
                var page = GreyPicture.Read(drawn);
                Blank(page, plan.Page);
                page.Write(drawn);
            }

            // Rendered in shades of grey, so that a page on its side can be turned.
            return await ocr.ReadAsync(
                GreyPicture.Turn(drawn, await ocr.RotationAsync(drawn, cancellationToken)),
                cancellationToken
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>True if something is drawn on the page beside its words.</summary>
    private async Task<bool> DrawsLettersAsync(EvidenceFile file, PdfPage page, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("avance-");
        try
        {
            var drawn = await tools.RenderAsync(file.Path, page, CoarseDpi, folder.FullName, cancellationToken);
            var picture = GreyPicture.Read(drawn);
            Blank(picture, page);
            // A page without any text may be white on black; one with a line of text often has a rule or a logo.
            var ink = page.Words.Count == 0 ? picture.Ink() : picture.InkOfLetters(LetterHeight, WordWidth);
            return ink >= MinInk;
        }
        catch (UnreadableException)
        {
            // The page is tried once more to be recognised, and counted as unread if that fails.
            return true;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Paints over the words of the page.</summary>
    private static void Blank(GreyPicture picture, PdfPage page)
    {
        // A page may be turned, its longer side stays the longer one.
        var scale = Math.Max(picture.Width, picture.Height) / Math.Max(Math.Max(page.Width, page.Height), 1);
        foreach (var word in page.Words)
        {
            // Accents and tails reach out of the box of a word.
            var margin = (word.Bottom - word.Top) / 8;
            picture.Blank(
                (int)Math.Floor((word.Left - margin) * scale),
                (int)Math.Floor((word.Top - margin) * scale),
                (int)Math.Ceiling((word.Right + margin) * scale),
                (int)Math.Ceiling((word.Bottom + margin) * scale)
            );
        }
    }
}
