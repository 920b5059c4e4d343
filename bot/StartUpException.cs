namespace TrustBot;

/// <summary>The program cannot start. The message is for the operator: what is wrong and how to mend it.</summary>
internal sealed class StartUpException : Exception
{
    public StartUpException() { }
    public StartUpException(string message) : base(message) { }
    public StartUpException(string message, Exception inner) : base(message, inner) { }
}
