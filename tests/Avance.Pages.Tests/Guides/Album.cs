using ImageMagick;
using Microsoft.Playwright;

namespace Avance.Pages.Tests.Guides;

/// <summary>
/// The pictures of a guide, each of a part of a page, with the text in it. <c>AVANCE_REWRITE_PICTURES=1</c> writes the files:
/// look at them before committing.
/// </summary>
public sealed class Album
{
    /// <summary>Pixels that a picture may be wide.</summary>
    public const int MaxWidth = 1000;

    private const string Folder = "docs/guia";
    private const int Margin = 8;

    // Pages are flat: so many colours show their letters as they are, in a third of the bytes.
    private const int Colours = 48;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public static bool Rewrite { get; } = Environment.GetEnvironmentVariable("AVANCE_REWRITE_PICTURES") == "1";

    /// <summary>What can be read on each picture, by its name.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    public static string FileOf(string name) => RepositoryRoot.File($"{Folder}/{name}.png");

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(RepositoryRoot.File(Folder), "*.png");

    /// <param name="page">As it is to be shown.</param>
    /// <param name="name">Of the file, without folder and ending.</param>
    /// <param name="of">The part that is shown; the first that matches.</param>
    /// <param name="height">Pixels at most; what is below is left out.</param>
    /// <param name="until">What is no longer shown; null for all of the part.</param>
    public async Task TakeAsync(IPage page, string name, ILocator of, int height = 1000, ILocator? until = null)
    {
        // A page says that it loads before its module says that it is busy.
        await Assertions.Expect(page.GetByText("Cargando…")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        var box = await BoxAsync(of.First);
        var end = until is null ? box.Y + box.Height : (await BoxAsync(until.First)).Y - (2 * Margin);
        var clip = new Clip
        {
            X = Math.Max(0, box.X - Margin),
            Y = Math.Max(0, box.Y - Margin),
            Width = box.Width + (2 * Margin),
            Height = Math.Min(height, end - box.Y + (2 * Margin)),
        };
        texts.Add(name, await TextAsync(page, clip));
        if (Rewrite)
        {
            Write(name, await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Clip = clip }));
        }
    }

    private static async Task<PageRect> BoxAsync(ILocator of) =>
        await of.EvaluateAsync<PageRect>(
            """
            element => {
              const { x, y, width, height } = element.getBoundingClientRect();
              const { paddingTop, paddingBottom } = getComputedStyle(element);
              // The empty edges of a whole page are left out.
              const [above, below] = element.matches('main') ? [parseFloat(paddingTop), parseFloat(paddingBottom)] : [0, 0];
              return { x: x + scrollX, y: y + scrollY + above, width, height: height - above - below };
            }
            """
        );

    /// <summary>The text whose letters are in the clip, with what is in fields; a line for each block.</summary>
    private static Task<string> TextAsync(IPage page, Clip clip) =>
        page.EvaluateAsync<string>(
            """
            ({ x, y, width, height }) => {
              const isIn = box => box.width > 0 && box.height > 0 && box.y + scrollY >= y - 1 && box.bottom + scrollY <= y + height + 1
                && box.right + scrollX > x && box.x + scrollX < x + width;
              const blockOf = element => getComputedStyle(element).display.startsWith('inline') ? blockOf(element.parentElement) : element;
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
              let text = '';
              let block = null;
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.nodeType === Node.TEXT_NODE) {
                  const range = document.createRange();
                  range.selectNodeContents(node);
                  // What screen readers alone are told is not in the picture.
                  if (!node.parentElement.closest('.unseen, .skip') && isIn(range.getBoundingClientRect())) {
                    const own = blockOf(node.parentElement);
                    text += (own === block ? '' : '\n') + node.data;
                    block = own;
                  }
                } else if (node.matches('input:not([type=file], [type=checkbox]), select') && isIn(node.getBoundingClientRect())) {
                  text += '\n' + (node.selectedOptions ? node.selectedOptions[0]?.text ?? '' : node.value) + '\n';
                  block = null;
                }
              }
              return text.split('\n').map(line => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
            }
            """,
            // Playwright passes a double as a number, and a float as an object without members.
            new
            {
                x = (double)clip.X,
                y = (double)clip.Y,
                width = (double)clip.Width,
                height = (double)clip.Height,
            }
        );

    private static void Write(string name, byte[] png)
    {
        using var picture = new MagickImage(png);
        picture.Quantize(new QuantizeSettings { Colors = Colours, DitherMethod = DitherMethod.No });
        picture.Strip();
        picture.Settings.SetDefine(MagickFormat.Png, "compression-level", "9");
        picture.Settings.SetDefine(MagickFormat.Png, "exclude-chunks", "date,tIME");
        Directory.CreateDirectory(RepositoryRoot.File(Folder));
        picture.Write(FileOf(name), MagickFormat.Png8);
    }

    private sealed record PageRect
    {
        public float X { get; init; }

        public float Y { get; init; }

        public float Width { get; init; }

        public float Height { get; init; }
    }
}
