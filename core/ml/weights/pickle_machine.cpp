#include "core/ml/weights/pickle_machine.h"

#include "core/ml/model_error.h"
#include "core/ml/weights/pickle_calls.h"

#include <bit>
#include <cstring>
#include <unordered_map>

namespace circumplex {

namespace {

constexpr std::size_t kMostSteps = 2'000'000; // MERT's checkpoint takes 8,000
constexpr std::size_t kLongestString = 1 << 20;
constexpr std::size_t kLongestName = 256; // of a module or of something in it
constexpr std::size_t kMostMarks = 1000; // containers within containers that are not finished
constexpr int kNewestProtocol = 5;

/// Opcodes, by the names of Python's pickletools.
enum Op : unsigned char {
    Mark = '(',
    Stop = '.',
    EmptyTuple = ')',
    BinBytes = 'B',
    ShortBinBytes = 'C',
    BinFloat = 'G',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    None = 'N',
    BinPersistentId = 'Q',
    Reduce = 'R',
    BinString = 'T',
    ShortBinString = 'U',
    BinUnicode = 'X',
    EmptyList = ']',
    Append = 'a',
    Build = 'b',
    Global = 'c',
    Appends = 'e',
    BinGet = 'h',
    LongBinGet = 'j',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    Tuple = 't',
    SetItems = 'u',
    EmptyDict = '}',
    Proto = 0x80,
    NewObject = 0x81,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8a,
    Long4 = 0x8b,
    ShortBinUnicode = 0x8c,
    BinUnicode8 = 0x8d,
    BinBytes8 = 0x8e,
    EmptySet = 0x8f,
    AddItems = 0x90,
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95,
};

class PickleMachine {
public:
    explicit PickleMachine(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    Pickle run()
    {
        for (std::size_t step = 0; step < kMostSteps; ++step)
            if (const auto op = take<unsigned char>(); op == Op::Stop) {
                m_pickle.root = pop();
                m_pickle.length = m_position;
                return std::move(m_pickle);
            } else if (!literal(op) && !container(op)) {
                other(op);
            }
        throw ModelError("its pickle takes too many steps");
    }

private:
    std::string_view take(std::uint64_t count)
    {
        if (count > m_bytes.size() - m_position) throw ModelError("its pickle is cut off");
        const auto taken = m_bytes.substr(m_position, count);
        m_position += count;
        return taken;
    }

    template <class Number> Number take()
    {
        Number value {};
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }

    std::string string(std::uint64_t count)
    {
        if (count > kLongestString) throw ModelError("its pickle has an overlong string");
        return std::string(take(count));
    }

    std::string_view line()
    {
        const auto end = m_bytes.substr(m_position, kLongestName).find('\n');
        if (end == std::string_view::npos) throw ModelError("its pickle has an overlong name");
        const auto text = take(end);
        take(1);
        return text;
    }

    void push(PickleValue value)
    {
        m_stack.push_back(static_cast<PickleId>(m_pickle.values.size()));
        m_pickle.values.push_back(std::move(value));
    }

    /// Values behind the last mark are out of reach of anything but what takes them all.
    PickleId pop()
    {
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back())) underflow();
        const auto id = m_stack.back();
        m_stack.pop_back();
        return id;
    }

    std::vector<PickleId> popToMark()
    {
        if (m_marks.empty()) underflow();
        const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
        std::vector<PickleId> items(begin, m_stack.end());
        m_stack.erase(begin, m_stack.end());
        m_marks.pop_back();
        return items;
    }

    PickleId top() const
    {
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back())) underflow();
        return m_stack.back();
    }

    [[noreturn]] static void underflow()
    {
        throw ModelError("its pickle takes more values than it has");
    }

    void tuple(std::size_t count)
    {
        std::vector<PickleId> items(count);
        for (auto place = items.rbegin(); place != items.rend(); ++place)
            *place = pop();
        push(PickleList { std::move(items) });
    }

    /// Two's complement, little-endian. Longer ones are only a format's magic number.
    void longInteger(std::uint64_t count)
    {
        const auto bytes = take(count);
        if (count > sizeof(std::int64_t)) return push(PickleOpaque {});
        std::uint64_t value = 0;
        std::memcpy(&value, bytes.data(), bytes.size());
        if (count > 0 && count < sizeof value && (bytes.back() & 0x80) != 0)
            value |= ~std::uint64_t { 0 } << (8 * count);
        push(static_cast<std::int64_t>(value));
    }

    void put(std::uint32_t place) { m_memo[place] = top(); }

    void get(std::uint32_t place)
    {
        const auto found = m_memo.find(place);
        if (found == m_memo.end()) throw ModelError("its pickle refers to nothing");
        m_stack.push_back(found->second);
    }

    void append(PickleId to, const std::vector<PickleId>& items)
    {
        auto& value = m_pickle.values[to];
        if (std::holds_alternative<PickleOpaque>(value)) return;
        auto* list = std::get_if<PickleList>(&value);
        if (list == nullptr) throw ModelError("its pickle appends to what is not a list");
        list->items.insert(list->items.end(), items.begin(), items.end());
    }

    void setItems(PickleId to, const std::vector<PickleId>& items)
    {
        auto& value = m_pickle.values[to];
        if (std::holds_alternative<PickleOpaque>(value)) return;
        auto* dict = std::get_if<PickleDict>(&value);
        if (dict == nullptr || items.size() % 2 != 0)
            throw ModelError("its pickle sets items of what is not a dictionary");
        for (std::size_t i = 0; i < items.size(); i += 2)
            dict->entries.emplace_back(items[i], items[i + 1]);
    }

    void reduce()
    {
        const auto arguments = pop();
        const auto callee = pop();
        const auto* global = m_pickle.as<PickleGlobal>(callee);
        const auto* list = m_pickle.as<PickleList>(arguments);
        if (list == nullptr) throw ModelError("its pickle calls without arguments");
        if (global == nullptr) return push(PickleOpaque {});
        auto result = callPickleGlobal(*global, m_pickle, *list);
        if (const auto* existing = std::get_if<PickleId>(&result))
            m_stack.push_back(*existing);
        else
            push(std::get<PickleValue>(std::move(result)));
    }

    /// Attributes are of no use here, but for a number type's byte order.
    void build()
    {
        const auto state = pop();
        auto* dtype = std::get_if<PickleDtype>(&m_pickle.values[top()]);
        const auto* list = m_pickle.as<PickleList>(state);
        if (dtype == nullptr || list == nullptr || list->items.size() < 2) return;
        const auto* order = m_pickle.as<std::string>(list->items[1]);
        dtype->isBigEndian = order != nullptr && *order == ">";
    }

    void stackGlobal()
    {
        const auto* name = m_pickle.as<std::string>(pop());
        const auto* moduleName = m_pickle.as<std::string>(pop());
        if (name == nullptr || moduleName == nullptr)
            throw ModelError("its pickle names something without a name");
        push(pickleGlobal(*moduleName, *name));
    }

    bool literal(unsigned char op)
    {
        switch (op) {
        case Op::None:
            push(std::monostate {});
            return true;
        case Op::NewTrue:
        case Op::NewFalse:
            push(op == Op::NewTrue);
            return true;
        case Op::BinInt:
            push(std::int64_t { take<std::int32_t>() });
            return true;
        case Op::BinInt1:
            push(std::int64_t { take<std::uint8_t>() });
            return true;
        case Op::BinInt2:
            push(std::int64_t { take<std::uint16_t>() });
            return true;
        case Op::Long1:
            longInteger(take<std::uint8_t>());
            return true;
        case Op::Long4:
            longInteger(take<std::uint32_t>());
            return true;
        case Op::BinFloat:
            push(std::bit_cast<double>(__builtin_bswap64(take<std::uint64_t>())));
            return true;
        case Op::ShortBinUnicode:
        case Op::ShortBinString:
            push(string(take<std::uint8_t>()));
            return true;
        case Op::BinUnicode:
        case Op::BinString:
            push(string(take<std::uint32_t>()));
            return true;
        case Op::BinUnicode8:
            push(string(take<std::uint64_t>()));
            return true;
        case Op::ShortBinBytes:
            push(PickleBytes { string(take<std::uint8_t>()) });
            return true;
        case Op::BinBytes:
            push(PickleBytes { string(take<std::uint32_t>()) });
            return true;
        case Op::BinBytes8:
            push(PickleBytes { string(take<std::uint64_t>()) });
            return true;
        default:
            return false;
        }
    }

    bool container(unsigned char op)
    {
        switch (op) {
        case Op::Mark:
            if (m_marks.size() == kMostMarks) throw ModelError("its pickle is nested too deeply");
            m_marks.push_back(m_stack.size());
            return true;
        case Op::EmptyTuple:
        case Op::EmptyList:
            push(PickleList {});
            return true;
        case Op::EmptyDict:
            push(PickleDict {});
            return true;
        case Op::EmptySet:
            push(PickleOpaque {});
            return true;
        case Op::Tuple1:
        case Op::Tuple2:
        case Op::Tuple3:
            tuple(op - Op::Tuple1 + 1U);
            return true;
        case Op::Tuple:
            push(PickleList { popToMark() });
            return true;
        case Op::Append: {
            const auto item = pop();
            append(top(), { item });
            return true;
        }
        case Op::Appends:
        case Op::AddItems: {
            const auto items = popToMark();
            append(top(), items);
            return true;
        }
        case Op::SetItem: {
            const auto value = pop();
            const auto key = pop();
            setItems(top(), { key, value });
            return true;
        }
        case Op::SetItems: {
            const auto items = popToMark();
            setItems(top(), items);
            return true;
        }
        default:
            return false;
        }
    }

    void other(unsigned char op)
    {
        switch (op) {
        case Op::Proto:
            if (take<std::uint8_t>() > kNewestProtocol)
                throw ModelError("its pickle is of a newer protocol");
            return;
        case Op::Frame:
            take<std::uint64_t>();
            return;
        case Op::Global: {
            const auto moduleName = line();
            push(pickleGlobal(moduleName, line()));
            return;
        }
        case Op::StackGlobal:
            return stackGlobal();
        case Op::Reduce:
            return reduce();
        case Op::NewObject:
            pop();
            pop();
            return push(PickleOpaque {});
        case Op::Build:
            return build();
        case Op::BinPersistentId:
            return push(pickleStorage(m_pickle, pop()));
        case Op::BinPut:
            return put(take<std::uint8_t>());
        case Op::LongBinPut:
            return put(take<std::uint32_t>());
        case Op::Memoize:
            return put(static_cast<std::uint32_t>(m_memo.size()));
        case Op::BinGet:
            return get(take<std::uint8_t>());
        case Op::LongBinGet:
            return get(take<std::uint32_t>());
        default:
            throw ModelError("its pickle has an operation that checkpoints of tensors do not need ("
                + std::to_string(op) + ")");
        }
    }

    std::string_view m_bytes;
    std::size_t m_position = 0;
    Pickle m_pickle;
    std::vector<PickleId> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of the stack
    std::unordered_map<std::uint32_t, PickleId> m_memo;
};

} // namespace

Pickle readPickle(std::string_view bytes)
{
    return PickleMachine(bytes).run();
}

} // namespace circumplex
