using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Library(HttpClient http)
{
    [KernelFunction, Description("Looks something up.")]
    public async Task<string> Find([Description("The query.")] string query)
    {
        var address = "https://example.org/search?q=" + Uri.EscapeDataString(query);
        var answer = await http.GetStringAsync(address);
        return answer.Trim();
    }
}
