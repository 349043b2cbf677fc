namespace Microsoft.Graph.Models;

public class DirectoryObject : Entity;
