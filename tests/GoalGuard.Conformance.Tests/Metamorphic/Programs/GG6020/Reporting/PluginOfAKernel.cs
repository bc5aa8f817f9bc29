using System.ComponentModel;
using Microsoft.SemanticKernel;

public sealed class Shelf
{
    private readonly string _folder = "shelf";

    [KernelFunction, Description("Lists what is on the shelf.")]
    public string[] List() => Directory.GetFiles(_folder);

    [KernelFunction, Description("Clears the shelf.")]
    public void Clear(int older)
    {
        foreach (var file in Directory.GetFiles(_folder))
        {
            if (File.GetLastWriteTime(file) < DateTime.Now.AddDays(-older))
            {
                File.Delete(file);
            }
        }
    }
}

public static class Kernels
{
    public static Kernel Make()
    {
        var builder = Kernel.CreateBuilder();
        builder.Plugins.{|GG6020:AddFromType<Shelf>|}();
        return builder.Build();
    }
}
