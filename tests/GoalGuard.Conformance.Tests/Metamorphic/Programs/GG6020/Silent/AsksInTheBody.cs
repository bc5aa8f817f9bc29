using Microsoft.SemanticKernel;

public sealed class Shelf
{
    [KernelFunction]
    public string Clear(int older)
    {
        if (!Confirm($"Remove what is older than {older} days?"))
        {
            return "refused";
        }

        File.Delete("shelf.txt");
        return "cleared";
    }

    private static bool Confirm(string question)
    {
        Console.WriteLine(question + " (y/n)");
        var answer = Console.ReadLine();
        return answer == "y";
    }
}

public static class Kernels
{
    public static Kernel Make()
    {
        var builder = Kernel.CreateBuilder();
        builder.Plugins.AddFromObject(new Shelf());
        return builder.Build();
    }
}
