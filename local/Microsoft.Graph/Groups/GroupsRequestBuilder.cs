using Microsoft.Graph.Groups.Item;

namespace Microsoft.Graph.Groups;

public class GroupsRequestBuilder
{
    private readonly RequestPath path;

    internal GroupsRequestBuilder(RequestPath path) => this.path = path;

    public GroupItemRequestBuilder this[string position] => new(path.Append(position));
}
