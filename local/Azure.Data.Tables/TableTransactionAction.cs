namespace Azure.Data.Tables;

/// <summary>One step of a transaction.</summary>
/// <param name="actionType">What to do with the entity.</param>
/// <param name="entity">Of a delete, only the keys are sent.</param>
/// <param name="etag">The version that an update or a delete expects; the default expects none.</param>
public class TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default) { }

    public TableTransactionActionType ActionType { get; } = actionType;

    public ITableEntity Entity { get; } = entity;

    public ETag ETag { get; } = etag;
}
