// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/net/prepare.h>

namespace Antiphon {

/// A call that sends what \p attempt sent once more, as it was, to \p target: one request, one
/// answer. No policy, no tools, no prompt has a say; keys, signatures and dates are today's.
///
/// \p target is the attempt's own, made ready: asked for the same model, through the same api. A
/// Setup error as that of requestAgain() when the request cannot be sent as it was.
[[nodiscard]] Result<CallSpec> sendAgain(const Attempt &attempt, const PreparedTarget &target);

/// The same with \p target looked up, keyed and priced first, for the model that was asked. What
/// the simulator answered is answered by it again, nothing else is. A target that is now another
/// service's is a Setup error too.
[[nodiscard]] Result<CallSpec> prepareAgain(const Attempt &attempt, const Target &target,
                                            const RunSource &source);

} // namespace Antiphon
