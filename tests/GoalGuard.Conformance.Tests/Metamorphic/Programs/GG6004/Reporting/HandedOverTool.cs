using Microsoft.Extensions.AI;

public sealed class Browser(HttpClient http)
{
    public Task<string> Open(string address) => http.GetStringAsync({|GG6004:address|});

    public ChatOptions Options()
    {
        var tool = AIFunctionFactory.Create(Open);
        return new ChatOptions { Tools = [tool] };
    }
}
