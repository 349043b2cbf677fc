namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>What a word or letter says of a person's sex.</summary>
internal enum Sex
{
    Woman,
    Man,

    /// <summary>M: mujer beside H or V, masculino beside F.</summary>
    M,

    /// <summary>E: F with its foot misread.</summary>
    E,
}
