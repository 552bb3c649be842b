// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/store/builtin.h>
#include <antiphon/store/project/project.h>

#include <QTemporaryDir>

namespace Antiphon {

/// The sample project in a folder of its own, gone with the object.
class SampleProject {
public:
    SampleProject()
    {
        if (const Result<> written = writeSample(sampleNames().value(0), folder()); !written)
            qFatal("%s", qPrintable(written.error().message));
    }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("sample")); }

    [[nodiscard]] Project load() const
    {
        Result<Project> project = loadProject(folder());
        if (!project)
            qFatal("%s", qPrintable(project.error().message));
        return *project;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace Antiphon
