using Microsoft.SemanticKernel;

public sealed class WebPlugin
{
    private readonly HttpClient _http = new();

    [KernelFunction]
    public async Task<string> FetchAsync(string url)
    {
        return await _http.GetStringAsync({|GG6004:url|});
    }
}
