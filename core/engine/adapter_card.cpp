#include "core/engine/adapter_card.h"

#include <QJsonArray>

namespace circumplex {

std::string whyNotAdaptable(const InstalledModel& base)
{
    const auto encoder = base.card[QLatin1StringView("encoder")].toObject();
    if (encoder[QLatin1StringView("kind")].toString() != QLatin1StringView("mert"))
        return "An adapter (LoRA) is for transformer layers, and the encoder of " + base.name
            + " has none. Train without it, or from a model with a MERT encoder.";
    if (base.card.contains(QLatin1StringView("adapter")))
        return "The encoder of " + base.name
            + " has an adapter (LoRA) already. Train without one, which goes on with its head, or "
              "from the model that it was made from.";
    return {};
}

nlohmann::ordered_json adapterCard(const InstalledModel& base, const AdapterPlan& plan)
{
    const auto config = base.card[QLatin1StringView("encoder")]
                            .toObject()[QLatin1StringView("config")]
                            .toObject();
    return { { "rank", plan.rank }, { "alpha", plan.alpha },
        { "layers", config[QLatin1StringView("used_layers")].toArray().last().toInt() + 1 },
        { "projections", { "q_proj", "v_proj" } }, { "encoder", base.encoderHash } };
}

} // namespace circumplex
