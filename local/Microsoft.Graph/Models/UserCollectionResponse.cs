namespace Microsoft.Graph.Models;

/// <summary>A page. It may be empty and yet not be the last.</summary>
public class UserCollectionResponse : BaseCollectionPaginationCountResponse
{
    public List<User>? Value { get; set; }
}
