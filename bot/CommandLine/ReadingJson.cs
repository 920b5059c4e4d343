using System.Text.Json.Nodes;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Triage;
using TrustBot.Listening;

namespace TrustBot.CommandLine;

/// <summary>A reading in the form that judges outside the program read.</summary>
internal static class ReadingJson
{
    public static JsonObject Of(string id, Reading r, Policy policy)
    {
        double At(string name) => policy.At(name, LocaleSet.Base);
        return new()
        {
            ["id"] = id,
            ["language"] = r.Language,
            ["p_language"] = Round(r.PLanguage),
            ["sentiment"] = Round(r.Sentiment),
            ["frustration"] = Round(r.Frustration),
            ["p_frustration"] = Round(r.PFrustration),
            ["dissatisfaction"] = Round(r.Dissatisfaction),
            ["p_dissatisfaction"] = Round(r.PDissatisfaction),
            ["p_indirect"] = Round(r.PIndirect),
            ["distress"] = r.Distress.ToString().ToLowerInvariant(),
            ["p_distress"] = new JsonObject
            {
                ["none"] = Round(1 - r.PDistress.Low),
                ["low"] = Round(r.PDistress.Low - r.PDistress.Moderate),
                ["moderate"] = Round(r.PDistress.Moderate - r.PDistress.High),
                ["high"] = Round(r.PDistress.High - r.PDistress.Imminent),
                ["imminent"] = Round(r.PDistress.Imminent),
            },
            ["concern"] = Evaluation.Concern(r, policy, LocaleSet.Base),
            ["p_crisis"] = Round(r.PCrisis),
            ["risk"] = new JsonObject(RiskTopics.All.Select(t => KeyValuePair.Create(t, (JsonNode?)Round(r.Risk.GetValueOrDefault(t))))),
            ["asks_human"] = r.PAsksHuman >= At("asks-human"),
            ["p_asks_human"] = Round(r.PAsksHuman),
            ["abuse"] = r.PAbuse < At("abuse") ? 0 : 1,
            ["p_abuse"] = Round(r.PAbuse),
            ["sarcasm"] = r.PSarcasm >= 0.5,
            ["p_sarcasm"] = Round(r.PSarcasm),
            ["uncertain"] = new JsonArray([.. r.Uncertain.Select(u => (JsonNode)u)]),
            ["evidence"] = new JsonArray([.. r.Evidence.Select(e => (JsonNode)new JsonObject
            {
                ["claim"] = e.Claim, ["source"] = e.Source, ["start"] = e.Start, ["length"] = e.Length, ["quote"] = e.Quote, ["weight"] = Round(e.Weight),
            })]),
        };
    }

    private static double Round(double value) => Math.Round(Math.Abs(value) < 5e-5 ? 0 : value, 4);
}
