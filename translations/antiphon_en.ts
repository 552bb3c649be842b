<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Antiphon::Ui::AttemptsModel</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::MainWindow</name>
    <message numerus="yes">
        <source>Press %1 to run on %Ln target(s).</source>
        <translation>
            <numerusform>Press %1 to run on %Ln target.</numerusform>
            <numerusform>Press %1 to run on %Ln targets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ProjectCommands</name>
    <message numerus="yes">
        <source>%Ln problem(s) found.</source>
        <translation>
            <numerusform>%Ln problem found.</numerusform>
            <numerusform>%Ln problems found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prompt(s) have changes that are not saved.</source>
        <translation>
            <numerusform>%Ln prompt has changes that are not saved.</numerusform>
            <numerusform>%Ln prompts have changes that are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::RunStatus</name>
    <message numerus="yes">
        <source>%Ln not saved</source>
        <translation>
            <numerusform>%Ln not saved</numerusform>
            <numerusform>%Ln not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Simulated + %Ln live</source>
        <translation>
            <numerusform>Simulated + %Ln live</numerusform>
            <numerusform>Simulated + %Ln live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live</source>
        <translation>
            <numerusform>%Ln live</numerusform>
            <numerusform>%Ln live</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <extracomment>%n attempts failed</extracomment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>loadproject</name>
    <message numerus="yes">
        <source>%n file(s) have Windows line ends; they get plain ones when they are saved.</source>
        <translation>
            <numerusform>%n file has Windows line ends; it gets plain ones when it is saved.</numerusform>
            <numerusform>%n files have Windows line ends; they get plain ones when they are saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message numerus="yes">
        <source>%n milliseconds</source>
        <translation>
            <numerusform>%n millisecond</numerusform>
            <numerusform>%n milliseconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>printer</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>retryplancommand</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>template</name>
    <message numerus="yes">
        <source>There is no entry %2 in &apos;%1&apos;: it has %n entries.</source>
        <translation>
            <numerusform>There is no entry %2 in &apos;%1&apos;: it has %n entry.</numerusform>
            <numerusform>There is no entry %2 in &apos;%1&apos;: it has %n entries.</numerusform>
        </translation>
    </message>
</context>
</TS>
