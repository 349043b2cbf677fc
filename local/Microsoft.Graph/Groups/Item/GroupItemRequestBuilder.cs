using Microsoft.Graph.Groups.Item.TransitiveMembers;

namespace Microsoft.Graph.Groups.Item;

public class GroupItemRequestBuilder
{
    private readonly RequestPath path;

    internal GroupItemRequestBuilder(RequestPath path) => this.path = path;

    public TransitiveMembersRequestBuilder TransitiveMembers => new(path.Append("transitiveMembers"));
}
