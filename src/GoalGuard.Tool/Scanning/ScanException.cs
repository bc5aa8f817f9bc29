namespace GoalGuard.Tool.Scanning;

/// <summary>The scan cannot start; the message is for the person who called it.</summary>
internal sealed class ScanException(string message, Exception? inner = null) : Exception(message, inner);
