using Microsoft.SemanticKernel;

public sealed class Reader(Kernel kernel, HttpClient http)
{
    public async Task<byte[]> LoadAsync(string wish)
    {
        var result = await kernel.InvokePromptAsync("Address of a picture of " + wish);
        if (!Uri.TryCreate(result.ToString(), UriKind.Absolute, out var address) || address.Scheme != "https")
        {
            throw new InvalidOperationException("no address");
        }

        return await http.GetByteArrayAsync({|GG6004:address|});
    }
}
