namespace TrustBot.Privacy;

/// <summary>Something found that must not be kept: where it stands, and its kind.</summary>
internal readonly record struct Found(int Start, int End, string Kind)
{
    public const string Card = "card", Password = "password", Code = "code";

    public int Length => End - Start;
}
