namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Columns that the entity does not have keep their values.</summary>
    Merge = 0,

    /// <summary>Columns that the entity does not have are removed.</summary>
    Replace = 1,
}
