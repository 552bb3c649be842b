<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Antiphon::Call</name>
    <message numerus="yes">
        <source>The model asks for tools again after %n steps, which is as often as this call lets them answer.</source>
        <translation>
            <numerusform>The model asks for tools again after %n step, which is as often as this call lets them answer.</numerusform>
            <numerusform>The model asks for tools again after %n steps, which is as often as this call lets them answer.</numerusform>
        </translation>
    </message>
</context>
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
    <name>Antiphon::Ui::DiffView</name>
    <message numerus="yes">
        <source>  … %Ln line(s) alike</source>
        <translation>
            <numerusform>  … %Ln line alike</numerusform>
            <numerusform>  … %Ln lines alike</numerusform>
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
    <message numerus="yes">
        <source>%Ln prompt(s) ask for it and cannot run without it.</source>
        <translation>
            <numerusform>%Ln prompt asks for it and cannot run without it.</numerusform>
            <numerusform>%Ln prompts ask for it and cannot run without it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made the simulated target “%1” from %Ln attempt(s).</source>
        <translation>
            <numerusform>Made the simulated target “%1” from %Ln attempt.</numerusform>
            <numerusform>Made the simulated target “%1” from %Ln attempts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prompt(s) name it and cannot run without it.</source>
        <translation>
            <numerusform>%Ln prompt names it and cannot run without it.</numerusform>
            <numerusform>%Ln prompts name it and cannot run without it.</numerusform>
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
    <name>Antiphon::Ui::OutputView</name>
    <message numerus="yes">
        <source>%Ln example(s) go before the question, with answers in the form of this prompt.</source>
        <translation>
            <numerusform>%Ln example goes before the question, with an answer in the form of this prompt.</numerusform>
            <numerusform>%Ln examples go before the question, with answers in the form of this prompt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyPreview</name>
    <message numerus="yes">
        <source>At worst %Ln call(s) and %1 of waiting.</source>
        <translation>
            <numerusform>At worst %Ln call and %1 of waiting.</numerusform>
            <numerusform>At worst %Ln calls and %1 of waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The table has the first %Ln.</source>
        <translation>
            <numerusform>The table has the first %Ln.</numerusform>
            <numerusform>The table has the first %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyTrial</name>
    <message numerus="yes">
        <source>%1: %Ln attempt(s), %2 of waiting.</source>
        <translation>
            <numerusform>%1: %Ln attempt, %2 of waiting.</numerusform>
            <numerusform>%1: %Ln attempts, %2 of waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyView</name>
    <message numerus="yes">
        <source>used by %Ln target(s)</source>
        <translation>
            <numerusform>used by %Ln target</numerusform>
            <numerusform>used by %Ln targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln prompt(s)</source>
        <translation>
            <numerusform>used by %Ln prompt</numerusform>
            <numerusform>used by %Ln prompts</numerusform>
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
    <name>Antiphon::Ui::PromptToolsView</name>
    <message numerus="yes">
        <source>The model may call %Ln tool(s) while it answers.</source>
        <translation>
            <numerusform>The model may call %Ln tool while it answers.</numerusform>
            <numerusform>The model may call %Ln tools while it answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResolvedModel</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln example</numerusform>
            <numerusform>%Ln examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResultModel</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResultView</name>
    <message numerus="yes">
        <source>Attempt %1, %Ln problem(s)</source>
        <translation>
            <numerusform>Attempt %1, %Ln problem</numerusform>
            <numerusform>Attempt %1, %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attempt %1 did not fit: %Ln problem(s).</source>
        <translation>
            <numerusform>Attempt %1 did not fit: %Ln problem.</numerusform>
            <numerusform>Attempt %1 did not fit: %Ln problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s) before did not.</source>
        <translation>
            <numerusform>%Ln attempt before did not.</numerusform>
            <numerusform>%Ln attempts before did not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) do not match.</source>
        <translation>
            <numerusform>%Ln field does not match.</numerusform>
            <numerusform>%Ln fields do not match.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repair(s) did not help.</source>
        <translation>
            <numerusform>%Ln repair did not help.</numerusform>
            <numerusform>%Ln repairs did not help.</numerusform>
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
    <name>Antiphon::Ui::SchemaExample</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::TargetsView</name>
    <message numerus="yes">
        <source>%Ln target(s) not ready yet</source>
        <translation>
            <numerusform>%Ln target not ready yet</numerusform>
            <numerusform>%Ln targets not ready yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ToolQuestionBar</name>
    <message numerus="yes">
        <source>1 of %Ln</source>
        <translation>
            <numerusform>1 of %Ln</numerusform>
            <numerusform>1 of %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more message(s)</source>
        <translation>
            <numerusform>%Ln more message</numerusform>
            <numerusform>%Ln more messages</numerusform>
        </translation>
    </message>
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
    <message numerus="yes">
        <source>%n calls are under way, the most at once</source>
        <translation>
            <numerusform>%n call is under way, the most at once</numerusform>
            <numerusform>%n calls are under way, the most at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way at this service, the most at once</source>
        <translation>
            <numerusform>%n call is under way at this service, the most at once</numerusform>
            <numerusform>%n calls are under way at this service, the most at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way on this target, its most at once</source>
        <translation>
            <numerusform>%n call is under way on this target, its most at once</numerusform>
            <numerusform>%n calls are under way on this target, its most at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way on this target, as many as it takes at once since it refused one for haste</source>
        <translation>
            <numerusform>%n call is under way on this target, as many as it takes at once since it refused one for haste</numerusform>
            <numerusform>%n calls are under way on this target, as many as it takes at once since it refused one for haste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the target&apos;s limit of %n requests a minute</source>
        <translation>
            <numerusform>the target&apos;s limit of %n request a minute</numerusform>
            <numerusform>the target&apos;s limit of %n requests a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the target&apos;s limit of %n tokens a minute</source>
        <translation>
            <numerusform>the target&apos;s limit of %n token a minute</numerusform>
            <numerusform>the target&apos;s limit of %n tokens a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have Windows line ends; they get plain ones when they are saved.</source>
        <translation>
            <numerusform>%n file has Windows line ends; it gets plain ones when it is saved.</numerusform>
            <numerusform>%n files have Windows line ends; they get plain ones when they are saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n milliseconds</source>
        <translation>
            <numerusform>%n millisecond</numerusform>
            <numerusform>%n milliseconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln text(s) are taken.</source>
        <translation>
            <numerusform>At most %Ln text is taken.</numerusform>
            <numerusform>At most %Ln texts are taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given up after %n attempts. The last failure: %1</source>
        <translation>
            <numerusform>Given up after %n attempt. The last failure: %1</numerusform>
            <numerusform>Given up after %n attempts. The last failure: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The policy has no bound of its own: it ends after %Ln attempt(s).</source>
        <translation>
            <numerusform>The policy has no bound of its own: it ends after %Ln attempt.</numerusform>
            <numerusform>The policy has no bound of its own: it ends after %Ln attempts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln</source>
        <translation>
            <numerusform>one of %Ln</numerusform>
            <numerusform>one of %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Budget of %1 for today reached after %2 of %Ln call(s).</source>
        <translation>
            <numerusform>Budget of %1 for today reached after %2 of %Ln call.</numerusform>
            <numerusform>Budget of %1 for today reached after %2 of %Ln calls.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Budget of %1 for the project reached after %2 of %Ln call(s).</source>
        <translation>
            <numerusform>Budget of %1 for the project reached after %2 of %Ln call.</numerusform>
            <numerusform>Budget of %1 for the project reached after %2 of %Ln calls.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Budget of %1 reached after %2 of %Ln call(s).</source>
        <translation>
            <numerusform>Budget of %1 reached after %2 of %Ln call.</numerusform>
            <numerusform>Budget of %1 reached after %2 of %Ln calls.</numerusform>
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
