namespace Avance.Functions.Documents.Reading.Rtf;

/// <summary>What holds in a group of Rich Text Format until it ends.</summary>
internal readonly record struct RtfGroup()
{
    /// <summary>True for what is not shown: fonts, styles, properties, data of other programs.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>True for hidden and for deleted text.</summary>
    public bool IsHidden { get; init; }

    public bool InTable { get; init; }

    public bool IsPicture { get; init; }

    /// <summary>Signs for old programs after each character in Unicode.</summary>
    public int Fallback { get; init; } = 1;
}
