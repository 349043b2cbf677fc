using System.Globalization;
using System.Text;
using Avance.Functions.Documents.Reading.Text;

namespace Avance.Functions.Documents.Reading.Rtf;

/// <summary>Splits Rich Text Format into groups, control words and text, byte by byte.</summary>
internal sealed class RtfReader(Stream content)
{
    private const int MaxWord = 40;

    private readonly byte[] buffer = new byte[8 * 1024];
    private int length;
    private int position;
    private Encoding encoding = TextEncodings.Windows1252;
    private int waiting = -1;

    /// <summary>What <see cref="Read"/> found.</summary>
    public RtfToken Token { get; private set; }

    /// <summary>The control word, or the sign of a control symbol such as <c>*</c>.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The number behind the control word; null if there is none.</summary>
    public int? Number { get; private set; }

    public char Character { get; private set; }

    /// <summary>Sets the encoding of all text after it. One that is not known is left out.</summary>
    public void SetCodePage(int page)
    {
        if (
            page is > 0 and <= 65_535
            && CodePagesEncodingProvider.Instance.GetEncoding(page) is { IsSingleByte: true } known
        )
        {
            encoding = known;
        }
    }

    /// <summary>Skips bytes that are no text.</summary>
    public void Skip(int count)
    {
        for (; count > 0 && Next() >= 0; count--) { }
    }

    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        int next;
        do
        {
            next = Next();
        } while (next is '\r' or '\n' or 0);

        switch (next)
        {
            case < 0:
                return false;
            case '{':
                Token = RtfToken.Start;
                break;
            case '}':
                Token = RtfToken.End;
                break;
            case '\\':
                ReadControl();
                break;
            default:
                SetCharacter((byte)next);
                break;
        }

        return true;
    }

    private void ReadControl()
    {
        var next = Next();
        Number = null;
        if (next is '\\' or '{' or '}')
        {
            SetCharacter((byte)next);
            return;
        }

        if (next == '\'')
        {
            var (high, low) = (Next(), Next());
            Token = RtfToken.Character;
            SetCharacter(
                byte.TryParse(
                    $"{(char)Math.Max(high, 0)}{(char)Math.Max(low, 0)}",
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
                    ? value
                    : (byte)' '
            );
            return;
        }

        Token = RtfToken.Control;
        if (next < 0 || !char.IsAsciiLetter((char)next))
        {
            Word = next < 0 ? "" : ((char)next).ToString();
            return;
        }

        var word = new StringBuilder();
        while (next >= 0 && char.IsAsciiLetter((char)next) && word.Length < MaxWord)
        {
            word.Append((char)next);
            next = Next();
        }

        Word = word.ToString();
        Number = ReadNumber(ref next);
        // One blank ends a control word and is no text.
        waiting = next == ' ' ? -1 : next;
    }

    private int? ReadNumber(ref int next)
    {
        var digits = new StringBuilder();
        while (
            next >= 0 && (char.IsAsciiDigit((char)next) || (next == '-' && digits.Length == 0)) && digits.Length < 11
        )
        {
            digits.Append((char)next);
            next = Next();
        }

        return int.TryParse(digits.ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private void SetCharacter(byte value)
    {
        Span<char> characters = stackalloc char[2];
        Token = RtfToken.Character;
        Character = encoding.GetChars([value], characters) > 0 ? characters[0] : ' ';
    }

    private int Next()
    {
        if (waiting >= 0)
        {
            var next = waiting;
            waiting = -1;
            return next;
        }

        if (position == length)
        {
            length = content.Read(buffer);
            position = 0;
        }

        return length == 0 ? -1 : buffer[position++];
    }
}
