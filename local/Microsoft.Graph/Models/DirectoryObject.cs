namespace Microsoft.Graph.Models;

public class DirectoryObject : Entity
{
    public DateTimeOffset? DeletedDateTime { get; set; }
}
