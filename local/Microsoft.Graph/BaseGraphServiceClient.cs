using Microsoft.Graph.Groups;
using Microsoft.Kiota.Abstractions;

namespace Microsoft.Graph;

public abstract class BaseGraphServiceClient
{
    private readonly RequestPath root;

    protected BaseGraphServiceClient(IRequestAdapter requestAdapter)
    {
        ArgumentNullException.ThrowIfNull(requestAdapter);
        if (string.IsNullOrEmpty(requestAdapter.BaseUrl))
        {
            requestAdapter.BaseUrl = "https://graph.microsoft.com/v1.0";
        }

        root = new RequestPath(requestAdapter, "");
    }

    public GroupsRequestBuilder Groups => new(root.Append("groups"));
}
