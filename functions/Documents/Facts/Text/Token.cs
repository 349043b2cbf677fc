namespace Avance.Functions.Documents.Facts.Text;

/// <param name="Text">Folded; empty for numbers.</param>
/// <param name="Value">Of a count or percentage, or of the whole number that one of another kind is; else 0.</param>
/// <param name="HasBlank">True if a blank separates its thousands.</param>
/// <param name="InWords">True for a number written in words.</param>
internal readonly record struct Token(
    TokenKind Kind,
    int Start,
    int End,
    string Text = "",
    decimal Value = 0,
    bool HasBlank = false,
    bool InWords = false
);
