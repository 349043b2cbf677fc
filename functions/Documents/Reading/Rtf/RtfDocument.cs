namespace Avance.Functions.Documents.Reading.Rtf;

/// <summary>Follows the groups of a document in Rich Text Format and writes its text as blocks.</summary>
internal sealed class RtfDocument(RtfReader reader, IReadSink sink, ReadingOptions options)
{
    /// <summary>Digits of a picture from which on it may show text: some 30 KB.</summary>
    private const int MinPicture = 60_000;

    /// <summary>Groups that hold no text of the document. Those marked with <c>*</c> are skipped as well, save the shown ones.</summary>
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "annotation",
        "atnauthor",
        "atnid",
        "colortbl",
        "datafield",
        "fldinst",
        "fonttbl",
        "info",
        "nonesttables",
        "nonshppict",
        "objdata",
        "shprslt",
        "sp",
        "stylesheet",
        "tc",
        "tcn",
        "xe",
    };

    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "shpinst",
        "shppict",
        "shptxt",
        "footnote",
    };

    private readonly RtfBlocks blocks = new(sink, options);
    private readonly Stack<RtfGroup> groups = new();
    private RtfGroup group = new();
    private bool isMarked;
    private int fallback;
    private int pictureDigits;

    /// <returns>False at the end of the document.</returns>
    public bool Read()
    {
        if (!reader.Read())
        {
            throw new UnreadableException(ReadTrouble.Malformed, $"cut off, with {groups.Count} open groups");
        }

        switch (reader.Token)
        {
            case RtfToken.Start:
                Start();
                break;
            case RtfToken.End:
                return EndGroup();
            case RtfToken.Control:
                Control();
                break;
            default:
                Append(reader.Character, isFallback: true);
                break;
        }

        return true;
    }

    public void End() => blocks.End();

    private void Start()
    {
        if (groups.Count >= options.XmlDepth)
        {
            throw new UnreadableException(ReadTrouble.TooDeep, $"more than {options.XmlDepth} groups deep");
        }

        groups.Push(group);
        fallback = 0;
    }

    private bool EndGroup()
    {
        if (group.IsPicture)
        {
            sink.Unread(pictureDigits >= MinPicture ? 1 : 0);
            pictureDigits = 0;
        }

        if (!groups.TryPop(out var outer))
        {
            return false;
        }

        group = outer;
        fallback = 0;
        return groups.Count > 0;
    }

    private void Append(char sign, bool isFallback)
    {
        if (isFallback && fallback > 0)
        {
            fallback--;
        }
        else if (group.IsPicture)
        {
            pictureDigits++;
        }
        else if (!group.IsSkipped && !group.IsHidden)
        {
            blocks.Append(sign);
        }
    }

    private void Control()
    {
        var wasMarked = isMarked;
        isMarked = false;
        switch (reader.Word)
        {
            case "*":
                isMarked = true;
                return;
            case "bin":
                reader.Skip(reader.Number ?? 0);
                return;
            case "u":
                Append((char)(ushort)(reader.Number ?? ' '), isFallback: false);
                fallback = group.Fallback;
                return;
            case "uc":
                group = group with { Fallback = Math.Clamp(reader.Number ?? 1, 0, 100) };
                return;
            case "ansicpg":
                reader.SetCodePage(reader.Number ?? 0);
                return;
            case "mac":
                reader.SetCodePage(10_000);
                return;
            case "pict":
                // The picture of a skipped group is shown by another one.
                group = group with
                {
                    IsPicture = !group.IsSkipped,
                    IsSkipped = true,
                };
                return;
            case "v" or "deleted":
                group = group with { IsHidden = reader.Number != 0 };
                return;
            case "plain":
                group = group with { IsHidden = false };
                return;
        }

        if (Skipped.Contains(reader.Word) || (wasMarked && !Shown.Contains(reader.Word)))
        {
            group = group with { IsSkipped = true };
        }
        else if (!group.IsSkipped)
        {
            Place();
        }
    }

    private void Place()
    {
        switch (reader.Word)
        {
            case "pard":
                group = group with { InTable = false };
                break;
            case "intbl":
                group = group with { InTable = true };
                break;
            case "trowd":
                blocks.DefineRow();
                break;
            case "clvmrg":
                blocks.Merge();
                break;
            case "cellx":
                blocks.EndCellDefinition();
                break;
            case "cell":
                blocks.EndCell();
                break;
            case "row":
                blocks.EndRow();
                break;
            case "par" or "sect" or "page" or "nestrow" or "\n" or "\r":
                blocks.EndParagraph(group.InTable);
                break;
            default:
                if (SignOf(reader.Word) is { } sign)
                {
                    Append(sign, isFallback: false);
                }

                break;
        }
    }

    private static char? SignOf(string word) =>
        word switch
        {
            "line" => '\n',
            "tab" or "nestcell" or "~" or "emspace" or "enspace" or "qmspace" => ' ',
            "_" => '-',
            "emdash" => '—',
            "endash" => '–',
            "bullet" => '•',
            "lquote" => '‘',
            "rquote" => '’',
            "ldblquote" => '“',
            "rdblquote" => '”',
            _ => null,
        };
}
