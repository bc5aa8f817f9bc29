namespace InboxAgent;

/// <summary>Fetches a file and saves it. It knows nothing of models: its callers answer for address and path.</summary>
internal sealed class FileDownloader(HttpClient http)
{
    public async Task<int> SaveAsync(Uri address, string path)
    {
        var text = await http.GetStringAsync(address);
        await File.WriteAllTextAsync(path, text);
        return text.Length;
    }
}
