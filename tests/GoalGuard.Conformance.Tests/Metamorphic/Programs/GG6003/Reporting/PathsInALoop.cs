using Microsoft.SemanticKernel;

public sealed class CodeWriter(Kernel kernel)
{
    public async Task WriteAsync(string task)
    {
        var result = await kernel.InvokePromptAsync(task);
        var blocks = result.ToString().Split("```");
        foreach (var block in blocks)
        {
            var end = block.IndexOf('\n');
            if (end > 0)
            {
                File.WriteAllText({|GG6003:block.Substring(0, end)|}, block.Substring(end));
            }
        }
    }
}
