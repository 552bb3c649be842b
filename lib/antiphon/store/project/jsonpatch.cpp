// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/jsonpatch.h>

#include <algorithm>
#include <vector>

namespace Antiphon {

using Member = std::pair<std::string, Json>;
using Members = std::vector<Member>;

static Members membersOf(const Json &object)
{
    Members members;
    for (const auto &member : object.object_range())
        members.emplace_back(member.key(), member.value());
    return members;
}

static auto findMember(Members &members, std::string_view key)
{
    return std::ranges::find(members, key, &Member::first);
}

/// Where a new member belongs: behind its nearest predecessor in \p after, else before its nearest
/// successor, else in front.
static Members::iterator placeFor(Members &members, const Members &after, size_t index)
{
    for (size_t i = index; i > 0; --i) {
        if (const auto before = findMember(members, after[i - 1].first); before != members.end())
            return before + 1;
    }
    for (size_t i = index + 1; i < after.size(); ++i) {
        if (const auto next = findMember(members, after[i].first); next != members.end())
            return next;
    }
    return members.begin();
}

/// The keys of \p a that \p b has too, in the order of \p a.
static std::vector<std::string_view> common(const Members &a, const Json &b)
{
    std::vector<std::string_view> keys;
    for (const auto &[key, value] : a) {
        if (b.contains(key))
            keys.push_back(key);
    }
    return keys;
}

/// Puts the members of \p members that \p after knows into its order; the others stay in place.
static void reorder(Members &members, const Members &after)
{
    std::vector<size_t> places;
    Members known;
    for (size_t i = 0; i < members.size(); ++i) {
        if (std::ranges::contains(after, members[i].first, &Member::first)) {
            places.push_back(i);
            known.push_back(members[i]);
        }
    }
    std::ranges::stable_sort(known, {}, [&](const Member &member) {
        return std::ranges::find(after, member.first, &Member::first) - after.begin();
    });
    for (size_t i = 0; i < places.size(); ++i)
        members[places[i]] = known[i];
}

static Json patchedObject(const Json &file, const Json &before, const Json &after)
{
    Members members = membersOf(file);
    for (const auto &member : before.object_range()) {
        if (!after.contains(member.key()))
            std::erase_if(members, [&](const Member &m) { return m.first == member.key(); });
    }
    const Members wanted = membersOf(after);
    for (size_t i = 0; i < wanted.size(); ++i) {
        const auto &[key, value] = wanted[i];
        const Json *old = find(before, key);
        if (old && *old == value)
            continue;
        if (const auto present = findMember(members, key); present != members.end())
            present->second = patched(present->second, old ? *old : Json::null(), value);
        else
            members.emplace(placeFor(members, wanted, i), key, value);
    }
    if (common(membersOf(before), after) != common(wanted, before))
        reorder(members, wanted);

    Json result(jsoncons::json_object_arg);
    for (auto &[key, value] : members)
        result.insert_or_assign(key, std::move(value));
    return result;
}

/// Elements that were there before keep what the file says of them, wherever they have moved to.
static Json patchedArray(const Json &file, const Json &before, const Json &after)
{
    if (file.size() != before.size())
        return after;
    Json result(jsoncons::json_array_arg);
    std::vector<bool> used(before.size(), false);
    for (size_t i = 0; i < after.size(); ++i) {
        size_t from = before.size();
        for (size_t j = 0; j < before.size() && from == before.size(); ++j) {
            if (!used[j] && before[j] == after[i])
                from = j;
        }
        if (from < before.size()) {
            used[from] = true;
            result.push_back(file[from]);
        } else if (after.size() == before.size()) {
            result.push_back(patched(file[i], before[i], after[i]));
        } else {
            result.push_back(after[i]);
        }
    }
    return result;
}

Json patched(const Json &file, const Json &before, const Json &after)
{
    if (before == after)
        return file;
    if (file.is_object() && after.is_object())
        return patchedObject(file, before.is_object() ? before : Json(jsoncons::json_object_arg),
                             after);
    if (file.is_array() && before.is_array() && after.is_array())
        return patchedArray(file, before, after);
    return after;
}

} // namespace Antiphon
