using Microsoft.SemanticKernel;

public sealed class Documents
{
    [KernelFunction]
    public bool Remove(string id)
    {
        if (!Guid.TryParse(id, out var document))
        {
            return false;
        }

        File.Delete("/var/documents/" + document + ".json");
        return true;
    }
}
