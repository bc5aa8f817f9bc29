namespace GoalGuard.Tool.Scanning;

/// <summary>Holds the outputs, notes and compiler logs of one scan, and goes with it.</summary>
internal sealed class ScanFolder : IDisposable
{
    public ScanFolder()
    {
        Path = Directory.CreateTempSubdirectory("goalguard-").FullName;
        Notes = Directory.CreateDirectory(System.IO.Path.Combine(Path, "notes")).FullName;
    }

    public string Path { get; }

    public string Notes { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process of the build may still hold a file; the system clears its temporary folder.
        }
    }
}
