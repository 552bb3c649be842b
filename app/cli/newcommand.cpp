// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"
#include "options.h"
#include "terminal.h"

#include <antiphon/core/words.h>
#include <antiphon/store/builtin.h>

#include <QDir>
#include <QFileInfo>

#include <memory>

using namespace Qt::StringLiterals;

namespace Antiphon::Cli {

static Exit makeProject(const QString &folder, const QString &sample)
{
    const Result<> made = sample.isEmpty()
        ? writeNewProject(folder, QFileInfo(QDir(folder).absolutePath()).fileName())
        : writeSample(sample, folder);
    if (!made) {
        tell(made.error());
        return exitOf(made.error());
    }
    print(Words::tr("Made %1. Run it: antiphon-cli run %2\n")
              .arg(QDir(folder).absolutePath(), folder));
    return Exit::Success;
}

void addNewCommand(CLI::App &app, Action &action)
{
    struct Arguments {
        std::string folder;
        std::string sample;
    };
    auto arguments = std::make_shared<Arguments>();
    auto *command = app.add_subcommand("new", Words::tr("Make a new project").toStdString());
    command
        ->add_option("DIR", arguments->folder,
                     Words::tr("A folder that is empty or does not exist yet").toStdString())
        ->required();
    command->add_option(
        "--sample", arguments->sample,
        Words::tr("Start from a sample: %1").arg(sampleNames().join(u", "_s)).toStdString());
    command->callback([&action, arguments] {
        action
            = [arguments] { return makeProject(text(arguments->folder), text(arguments->sample)); };
    });
}

} // namespace Antiphon::Cli
