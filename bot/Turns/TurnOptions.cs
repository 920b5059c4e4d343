using System.ComponentModel.DataAnnotations;

namespace TrustBot.Turns;

/// <summary>How turns are run (section <c>Turns</c>).</summary>
internal sealed class TurnOptions
{
    public const string Section = "Turns";

    /// <summary>How long words settle before they are answered, so that a burst is answered once; 0 to 5000 ms.</summary>
    [Range(0, 5000, ErrorMessage = "Turns:SettleMilliseconds must be from 0 to 5000.")]
    public int SettleMilliseconds { get; set; } = 700;

    /// <summary>How long a system may take to answer a read; 50 to 30000 ms.</summary>
    [Range(50, 30_000, ErrorMessage = "Turns:GatherMilliseconds must be from 50 to 30000.")]
    public int GatherMilliseconds { get; set; } = 2500;

    /// <summary>How long a system may take to do a deed before it is tried again; 50 to 120000 ms.</summary>
    [Range(50, 120_000, ErrorMessage = "Turns:DeedMilliseconds must be from 50 to 120000.")]
    public int DeedMilliseconds { get; set; } = 15_000;

    /// <summary>How often due times are looked for; 50 to 10000 ms.</summary>
    [Range(50, 10_000, ErrorMessage = "Turns:TimerMilliseconds must be from 50 to 10000.")]
    public int TimerMilliseconds { get; set; } = 500;

    public TimeSpan Settle => TimeSpan.FromMilliseconds(SettleMilliseconds);

    public TimeSpan GatherWithin => TimeSpan.FromMilliseconds(GatherMilliseconds);

    public TimeSpan DeedWithin => TimeSpan.FromMilliseconds(DeedMilliseconds);

    public TimeSpan TimersEvery => TimeSpan.FromMilliseconds(TimerMilliseconds);
}
