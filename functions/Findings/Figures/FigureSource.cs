namespace Avance.Functions.Findings.Figures;

/// <summary>Where a figure was read.</summary>
internal enum FigureSource
{
    /// <summary>The rows of a list were counted.</summary>
    List,

    /// <summary>A table gives it.</summary>
    Table,

    /// <summary>A sentence gives women and men.</summary>
    Sentence,

    /// <summary>It stands beside the unit of measure.</summary>
    UnitOfMeasure,

    /// <summary>It has no noun and stands in a sentence with one that has.</summary>
    Beside,

    /// <summary>The rows of a list without those that repeat a number of identity.</summary>
    Persons,
}
