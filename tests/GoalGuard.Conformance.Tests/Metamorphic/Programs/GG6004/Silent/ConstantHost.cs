using Microsoft.SemanticKernel;

public sealed class WeatherPlugin
{
    private readonly HttpClient _http = new();

    [KernelFunction]
    public async Task<string> WeatherAsync(string city)
    {
        return await _http.GetStringAsync($"https://api.weather.example/v1?city={Uri.EscapeDataString(city)}");
    }
}
