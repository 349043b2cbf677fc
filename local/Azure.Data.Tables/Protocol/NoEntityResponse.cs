namespace Azure.Data.Tables.Protocol;

/// <summary>The answer that there is no such row.</summary>
internal sealed class NoEntityResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no value: the row does not exist.");

    public override Response GetRawResponse() => response;
}
