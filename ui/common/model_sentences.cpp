#include "ui/common/model_sentences.h"

#include <QCoreApplication>

#include <array>

namespace circumplex {

namespace {

/// Of two that fit, the first is taken.
constexpr std::array kSentences {
    // The command line as a process, core/services/cli_process.cpp.
    QT_TRANSLATE_NOOP("Core", "circumplex-cli ended unexpectedly."),
    QT_TRANSLATE_NOOP("Core", "%1 cannot be started: %2"),
    // Downloads, core/services/file_fetch.cpp.
    QT_TRANSLATE_NOOP("Core", "\"%1\" is no address that begins with https:// or http://"),
    QT_TRANSLATE_NOOP("Core", "the server answers %1 (%2)"),
    QT_TRANSLATE_NOOP("Core", "nothing came for %1 s"),
    QT_TRANSLATE_NOOP("Core", "there is nothing"),
    QT_TRANSLATE_NOOP("Core", "%1 bytes are to come, and there is room for %2"),
    QT_TRANSLATE_NOOP("Core",
        "%1 gave %2. It was thrown away. If its authors publish a newer file, download it yourself "
        "and import it."),
    QT_TRANSLATE_NOOP("Core", "%1 bytes instead of %2"),
    QT_TRANSLATE_NOOP("Core", "a file with another SHA-256 than %1"),
    QT_TRANSLATE_NOOP(
        "Core", "stopped; what has come of %1 is kept, and the next try goes on from there"),
    // What networks and servers say, by way of Qt.
    QT_TRANSLATE_NOOP("Core", "Connection refused"),
    QT_TRANSLATE_NOOP("Core", "Connection closed"),
    QT_TRANSLATE_NOOP("Core", "Connection timed out"),
    QT_TRANSLATE_NOOP("Core", "Socket operation timed out"),
    QT_TRANSLATE_NOOP("Core", "Host %1 not found"),
    QT_TRANSLATE_NOOP("Core", "Network unreachable"),
    QT_TRANSLATE_NOOP("Core", "Host unreachable"),
    QT_TRANSLATE_NOOP("Core", "The remote host closed the connection"),
    QT_TRANSLATE_NOOP("Core", "SSL handshake failed"),
    QT_TRANSLATE_NOOP("Core", "Too many redirects"),
    QT_TRANSLATE_NOOP("Core", "Proxy requires authentication"),
    QT_TRANSLATE_NOOP("Core", "Proxy server not found"),
    QT_TRANSLATE_NOOP("Core", "Connection to proxy refused"),
    QT_TRANSLATE_NOOP("Core", "Connection to proxy timed out"),
    QT_TRANSLATE_NOOP("Core", "Proxy connection refused"),
    QT_TRANSLATE_NOOP("Core", "Not Found"),
    QT_TRANSLATE_NOOP("Core", "Forbidden"),
    QT_TRANSLATE_NOOP("Core", "Service Unavailable"),
    // What disks say, by way of the system.
    QT_TRANSLATE_NOOP("Core", "No such file or directory"),
    QT_TRANSLATE_NOOP("Core", "Permission denied"),
    QT_TRANSLATE_NOOP("Core", "No space left on device"),
    QT_TRANSLATE_NOOP("Core", "Read-only file system"),
    QT_TRANSLATE_NOOP("Core", "Input/output error"),
    QT_TRANSLATE_NOOP("Core", "Is a directory"),
    QT_TRANSLATE_NOOP("Core", "Not a directory"),
    QT_TRANSLATE_NOOP("Core", "File exists"),
    // Models, core/services/model_registry.cpp, and their cards, core/services/model_card_file.cpp.
    QT_TRANSLATE_NOOP(
        "Core", "no model \"%1\" is installed; `circumplex-cli models list` shows which are"),
    QT_TRANSLATE_NOOP("Core", "there is a model \"%1\" already; choose another name or remove it"),
    QT_TRANSLATE_NOOP("Core", "the model \"%1\" came with the program and cannot be removed"),
    QT_TRANSLATE_NOOP("Core", "the model \"%1\" cannot be used: %2"),
    QT_TRANSLATE_NOOP("Core", "the model \"%1\": %2"),
    QT_TRANSLATE_NOOP("Core", "%1 is missing"),
    QT_TRANSLATE_NOOP("Core", "%1 is not the one that was installed"),
    QT_TRANSLATE_NOOP("Core", "%1 cannot be read"),
    QT_TRANSLATE_NOOP("Core", "the settings cannot be written"),
    QT_TRANSLATE_NOOP("Core", "models cannot be written there"),
    QT_TRANSLATE_NOOP("Core", "cannot be written"),
    QT_TRANSLATE_NOOP("Core", "%1 cannot be written: %2"),
    QT_TRANSLATE_NOOP("Core", "card.json lists a file of an impossible name"),
    QT_TRANSLATE_NOOP("Core", "card.json has no SHA-256 of %1"),
    QT_TRANSLATE_NOOP("Core", "card.json does not list %1"),
    QT_TRANSLATE_NOOP("Core", "card.json is larger than 1 MB"),
    QT_TRANSLATE_NOOP("Core", "card.json is of a format that this version does not know"),
    QT_TRANSLATE_NOOP("Core", "card.json and the folder do not have the same name"),
    // Imports, core/engine/model_installer.cpp and core/ml/weights. What only somebody who mends
    // such files understands stays as it is.
    QT_TRANSLATE_NOOP("Core", "\"%1\" cannot name a model: %2"),
    QT_TRANSLATE_NOOP("Core", "no such file"),
    QT_TRANSLATE_NOOP("Core", "no such file or folder"),
    QT_TRANSLATE_NOOP("Core", "not a regular file"),
    QT_TRANSLATE_NOOP("Core", "is cut off"),
    QT_TRANSLATE_NOOP("Core", "is larger than 1 MB"),
    QT_TRANSLATE_NOOP("Core", "is not a JSON object"),
    QT_TRANSLATE_NOOP("Core", "not a JSON object"),
    QT_TRANSLATE_NOOP("Core", "is not a PyTorch checkpoint"),
    QT_TRANSLATE_NOOP("Core", "is a ZIP archive, but not a PyTorch checkpoint"),
    QT_TRANSLATE_NOOP("Core", "is not a whole ZIP archive"),
    QT_TRANSLATE_NOOP("Core", "is not a safetensors file"),
    QT_TRANSLATE_NOOP("Core", "is not little-endian"),
    QT_TRANSLATE_NOOP("Core", "is of an unknown protocol"),
    QT_TRANSLATE_NOOP("Core", "is not a dictionary of tensors"),
    QT_TRANSLATE_NOOP("Core", "is nested too deeply"),
    QT_TRANSLATE_NOOP("Core", "has too many entries"),
    QT_TRANSLATE_NOOP("Core", "has an overlong name"),
    QT_TRANSLATE_NOOP("Core", "has neither pytorch_model.bin nor model.safetensors"),
    QT_TRANSLATE_NOOP("Core", "has no tensors below state_dict.model"),
    QT_TRANSLATE_NOOP("Core", "lacks the number %1"),
    QT_TRANSLATE_NOOP("Core", "lacks the tensor %1"),
    QT_TRANSLATE_NOOP("Core", "lacks the storage %1"),
    QT_TRANSLATE_NOOP("Core", "lacks the list of its storages"),
    QT_TRANSLATE_NOOP("Core", "has a storage that no tensor uses"),
    QT_TRANSLATE_NOOP("Core", "has the member %1 twice"),
    QT_TRANSLATE_NOOP("Core", "has the storage %1 twice"),
    QT_TRANSLATE_NOOP("Core", "has %1 twice"),
    QT_TRANSLATE_NOOP("Core", "there is a hole before \"%1\""),
    QT_TRANSLATE_NOOP("Core", "there are bytes behind the last tensor"),
    QT_TRANSLATE_NOOP("Core", "%1 is %2, expected %3"),
    QT_TRANSLATE_NOOP("Core", "%1 is not finite"),
    QT_TRANSLATE_NOOP("Core", "%1 holds values that are not finite"),
    QT_TRANSLATE_NOOP("Core", "%1 holds a variance below zero"),
    QT_TRANSLATE_NOOP("Core", "%1 does not hold floating-point numbers"),
    QT_TRANSLATE_NOOP("Core", "%1 is not above zero everywhere"),
    QT_TRANSLATE_NOOP("Core", "the head is made for embeddings of %1 values, the encoder gives %2"),
    QT_TRANSLATE_NOOP("Core", "the emotion head %1"),
    QT_TRANSLATE_NOOP("Core", "the emotion head's %1"),
    QT_TRANSLATE_NOOP("Core", "a %1 in it is not made of what it should be"),
    QT_TRANSLATE_NOOP("Core", "its pickle %1"),
    QT_TRANSLATE_NOOP("Core", "its archive directory %1"),
    QT_TRANSLATE_NOOP("Core", "its ZIP64 record %1"),
    QT_TRANSLATE_NOOP("Core", "its member %1"),
    QT_TRANSLATE_NOOP("Core", "its header %1"),
    QT_TRANSLATE_NOOP("Core", "its JSON %1"),
    QT_TRANSLATE_NOOP("Core", "its __metadata__ %1"),
    QT_TRANSLATE_NOOP("Core", "its tensors %1"),
    QT_TRANSLATE_NOOP("Core", "the tensor %1"),
    QT_TRANSLATE_NOOP("Core", "the storage %1"),
    QT_TRANSLATE_NOOP("Core", "the data_offsets of %1"),
    QT_TRANSLATE_NOOP("Core", "the %1 of %2 are not usable"),
    QT_TRANSLATE_NOOP("Core", "%1 is not described"),
    QT_TRANSLATE_NOOP("Core", "%1 has a dtype that is not supported"),
    QT_TRANSLATE_NOOP("Core", "%1 has a dtype that safetensors files do not know"),
    QT_TRANSLATE_NOOP("Core", "%1 has an impossible shape"),
    QT_TRANSLATE_NOOP("Core", "%1 overlaps another tensor"),
    QT_TRANSLATE_NOOP("Core", "model card: %1"),
    QT_TRANSLATE_NOOP("Core", "MERT configuration: %1"),
};

} // namespace

std::span<const char* const> modelSentences()
{
    return kSentences;
}

} // namespace circumplex
