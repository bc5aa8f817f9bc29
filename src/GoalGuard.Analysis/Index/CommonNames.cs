namespace GoalGuard.Analysis.Index;

/// <summary>Names that programs use for many things. Alone they say nothing about a library.</summary>
internal static class CommonNames
{
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Add", "Append", "AppendText", "Arguments", "Attributes", "BaseAddress", "Build", "Call", "CallAsync", "Chat", "ChatAsync", "Client", "Complete", "CompleteAsync", "Connect",
        "ConnectAsync", "Content", "Copy", "CopyTo", "CopyToAsync", "Create", "CreateAsync", "Decrypt", "Delete", "DeleteAsync", "Deserialize", "DeserializeAsync", "Download", "DownloadAsync", "Encrypt", "Execute", "ExecuteAsync", "File", "FileName",
        "Function", "Generate", "GenerateAsync", "Get", "GetAsync", "GetField", "GetProperty", "GetType", "Host", "Input", "Invoke", "InvokeAsync", "Items", "Join", "Kill", "Load", "Message", "Method", "Model", "Models", "Move", "MoveTo", "Name", "Open", "Output",
        "Part", "Path", "Port", "Post", "PostAsync", "Process", "Prompt", "Put", "PutAsync", "Query", "Read", "Replace", "Request", "Response", "Result", "Run", "RunAsync", "Save", "SaveAsync", "Send", "SendAsync", "Session",
        "Aggregate", "Compile", "Compute", "CreateDelegate", "Deserialize", "Emit", "Eval", "Evaluate", "EvaluateAsync", "Exec", "Expression", "Fill", "GetField", "GetProperty", "GetType", "Find", "FindAsync", "Parse", "Remove", "RemoveAsync", "Start", "StartAsync", "Stream", "StreamAsync", "Submit", "Text", "Tool", "Uri", "Url", "Value", "Verb", "Write", "WriteAsync", "WriteLine", "RunStreamingAsync", "InvokeStreamingAsync", "CreateStreaming", "Send", "Command",
        "AddTask", "Attach", "Cancel", "Capture", "Checkout", "Click", "Commit", "Confirm", "Continue", "CreateFile", "DeleteFile", "Exit", "Merge", "Pause", "Push", "RegisterTask", "Reset", "Stage", "Stop", "Store", "Update", "Upload",
        "CancelAsync", "CaptureAsync", "ConfirmAsync", "Messages", "PostMessage", "PublishAsync", "SendMessage", "SendMessageAsync",
        "Azure", "Extensions", "Google", "Microsoft", "System",
        "Tools", "Functions", "Plugins", "Skills", "ToString", "Dispose", "DisposeAsync", "Equals", "GetHashCode", "IsEnabled", "Log", "GetTypeInfo", "Encode", "Clone", "Resource", "Error", "Method", "Params", "Key", "Token", "Usage", "Id", "Type", "Kind", "Role", "Data", "Body", "Query", "Patch", "PatchAsync", "Options", "Scheme", "Address", "AddRange", "Set", "SetValue", "Environment", "Domain", "UserName", "WorkingDirectory");

    /// <summary>Members that most types have.</summary>
    private static readonly ImmutableHashSet<uint> Ubiquitous = new[]
    {
        "ToString", "Dispose", "DisposeAsync", "Equals", "GetHashCode", "IsEnabled", "Log", "GetTypeInfo", "Encode", "Clone", "Uri", "Url", "Text", "Resource", "Error", "Method", "Params", "Key",
        "Name", "Value", "Id", "Type", "Content", "Message", "Result", "Data", "Options", "Path", "Role", "Items", "Count", "Length", "Host", "Status", "Description", "Title", "Kind", "State", "Current",
    }.Select(Words.Hash).ToImmutableHashSet();

    public static bool Contains(string name) => name.Length <= 4 || Names.Contains(name);

    /// <summary>True for a member that most types have.</summary>
    public static bool IsUbiquitous(uint name) => Ubiquitous.Contains(name);
}
