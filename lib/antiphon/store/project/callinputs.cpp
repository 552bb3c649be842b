// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/project/callinputs.h>

#include <antiphon/core/words.h>
#include <antiphon/store/project/datasetfile.h>
#include <antiphon/store/project/media.h>
#include <antiphon/store/project/toolfiles.h>

using namespace Qt::StringLiterals;

namespace Antiphon {

Result<CallInputs> callInputs(const Project &project, const QString &prompt, const QString &variant)
{
    const PromptEntry *entry = findPrompt(project, prompt);
    if (!entry) {
        QStringList names;
        for (const PromptEntry &other : project.prompts)
            names.append(other.prompt.slug);
        return fail(ErrorKind::Setup,
                    Words::tr("There is no prompt \"%1\" in %2. There are: %3.")
                        .arg(prompt, project.name, names.join(u", "_s)));
    }
    CallInputs inputs {.prompt = entry->prompt,
                       .snippets = project.snippets,
                       .schemas = project.schemas,
                       .rules = project.rules,
                       .projectParameters = project.parameters,
                       .load = mediaLoader(project.folder)};
    const auto text = entry->variants.constFind(variant);
    if (text == entry->variants.cend())
        return fail(ErrorKind::Setup,
                    Words::tr("The prompt \"%1\" has no variant \"%2\". There are: %3.")
                        .arg(prompt, variant, entry->variants.keys().join(u", "_s)));
    inputs.prompt.variant = variant;
    inputs.prompt.text = *text;
    if (!inputs.prompt.targets)
        inputs.prompt.targets = project.defaultTargets;
    if (const auto added = addTools(project, inputs); !added)
        return std::unexpected(added.error());
    if (const auto added = addExamples(project, inputs); !added)
        return std::unexpected(added.error());
    return inputs;
}

} // namespace Antiphon
