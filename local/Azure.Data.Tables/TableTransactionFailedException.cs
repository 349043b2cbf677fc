using System.Globalization;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>A transaction that the service refused: none of its actions took place.</summary>
#pragma warning disable CA1032, RCS1194, MA0056 // The official type has this constructor only, and fills Data in it.
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException?.Status ?? throw new ArgumentNullException(nameof(requestFailedException)),
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException
        )
    {
        foreach (var key in requestFailedException.Data.Keys)
        {
            Data[key] = requestFailedException.Data[key];
        }

        if (
            Data[TableErrorParser.FailedEntityIndex] is string text
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        )
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>The position of the action that the service blames, from 0; null when it blames none.</summary>
    public int? FailedTransactionActionIndex { get; }
}
