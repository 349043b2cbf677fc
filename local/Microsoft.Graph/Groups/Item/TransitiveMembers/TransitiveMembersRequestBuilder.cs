using Microsoft.Graph.Groups.Item.TransitiveMembers.GraphUser;

namespace Microsoft.Graph.Groups.Item.TransitiveMembers;

public class TransitiveMembersRequestBuilder
{
    private readonly RequestPath path;

    internal TransitiveMembersRequestBuilder(RequestPath path) => this.path = path;

    /// <summary>The members that are people, also by way of groups in the group.</summary>
    public GraphUserRequestBuilder GraphUser => new(path.Append("graph.user"));
}
