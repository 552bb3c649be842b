<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Antiphon::Ui::AnswerCards</name>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
</context>
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
    <name>Antiphon::Ui::FindBar</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
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
    <name>Antiphon::Ui::ModelPicker</name>
    <message numerus="yes">
        <source>%Ln model(s), as %1 lists them.</source>
        <translation>
            <numerusform>%Ln model, as %1 lists it.</numerusform>
            <numerusform>%Ln models, as %1 lists them.</numerusform>
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
        <source>%Ln item(s) have changes that are not saved.</source>
        <translation>
            <numerusform>%Ln item has changes that are not saved.</numerusform>
            <numerusform>%Ln items have changes that are not saved.</numerusform>
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
    <name>parametercheck</name>
    <message numerus="yes">
        <source>At most %Ln text(s) are taken.</source>
        <translation>
            <numerusform>At most %Ln text is taken.</numerusform>
            <numerusform>At most %Ln texts are taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parameterwords</name>
    <message numerus="yes">
        <source>at most %Ln text(s)</source>
        <translation>
            <numerusform>at most %Ln text</numerusform>
            <numerusform>at most %Ln texts</numerusform>
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
