using Microsoft.SemanticKernel;

public sealed class IntranetPlugin
{
    private readonly HttpClient _http = new();

    [KernelFunction]
    public async Task<string> ReadAsync(string url)
    {
        var address = new Uri(url);
        if (!address.Host.EndsWith(".corp.example", StringComparison.OrdinalIgnoreCase))
        {
            return "refused";
        }

        return await _http.GetStringAsync(address);
    }
}
