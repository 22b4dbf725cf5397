<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>desktop::CasesModel</name>
        <message numerus="yes">
            <source>%n day(s) over</source>
            <translation>
                <numerusform>%n day over</numerusform>
                <numerusform>%n days over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::CausePage</name>
        <message numerus="yes">
            <source>Say for %n cause(s) whether it happened.</source>
            <translation>
                <numerusform>Say for %n cause whether it happened.</numerusform>
                <numerusform>Say for %n causes whether they happened.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1: by %2 (in %n day(s))</source>
            <translation>
                <numerusform>%1: by %2 (in %n day)</numerusform>
                <numerusform>%1: by %2 (in %n days)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::ClauseCard</name>
        <message numerus="yes">
            <source>⚠ %n missing</source>
            <translation>
                <numerusform>⚠ %n missing</numerusform>
                <numerusform>⚠ %n missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::EvaluationPage</name>
        <message numerus="yes">
            <source>%n figure(s) missing. Type what the notice or the performance page shows.</source>
            <translation>
                <numerusform>%n figure is missing. Type what the notice or the performance page shows.</numerusform>
                <numerusform>%n figures are missing. Type what the notice or the performance page shows.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::FactsBox</name>
        <message numerus="yes">
            <source>Facts of the letter: %n missing</source>
            <translation>
                <numerusform>Facts of the letter: %n missing</numerusform>
                <numerusform>Facts of the letter: %n missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::FollowupPage</name>
        <message numerus="yes">
            <source>sent %n time(s)</source>
            <translation>
                <numerusform>sent once</numerusform>
                <numerusform>sent %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::MainWindow</name>
        <message numerus="yes">
            <source>answer due in %n day(s) (%1)</source>
            <translation>
                <numerusform>answer due in %n day (%1)</numerusform>
                <numerusform>answer due in %n days (%1)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This case was saved elsewhere meanwhile (%1: %n document(s), %2). Both are kept until you choose.</source>
            <translation>
                <numerusform>This case was saved elsewhere meanwhile (%1: %n document, %2). Both are kept until you choose.</numerusform>
                <numerusform>This case was saved elsewhere meanwhile (%1: %n documents, %2). Both are kept until you choose.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::PlanPage</name>
        <message numerus="yes">
            <source>%n clause(s) wait for your word that they are true.</source>
            <translation>
                <numerusform>%n clause waits for your word that it is true.</numerusform>
                <numerusform>%n clauses wait for your word that they are true.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fact(s) missing.</source>
            <translation>
                <numerusform>%n fact is missing.</numerusform>
                <numerusform>%n facts are missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cause(s) not answered on step 1: nothing is written of them yet.</source>
            <translation>
                <numerusform>%n cause is not answered on step 1: nothing is written of it yet.</numerusform>
                <numerusform>%n causes are not answered on step 1: nothing is written of them yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::Preview</name>
        <message numerus="yes">
            <source>⚠ not ready: %n to mend</source>
            <translation>
                <numerusform>⚠ not ready: %n to mend</numerusform>
                <numerusform>⚠ not ready: %n to mend</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::Rail</name>
        <message numerus="yes">
            <source>needs %n thing(s)</source>
            <translation>
                <numerusform>needs %n thing</numerusform>
                <numerusform>needs %n things</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::SubmitPage</name>
        <message numerus="yes">
            <source>%n thing(s) keep this letter from being ready.</source>
            <translation>
                <numerusform>One thing keeps this letter from being ready.</numerusform>
                <numerusform>%n things keep this letter from being ready.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n hint(s)</source>
            <translation>
                <numerusform>Show %n hint</numerusform>
                <numerusform>Show %n hints</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::ClauseFinder</name>
        <message numerus="yes">
            <source>Used in %n other letter(s) of this seller.</source>
            <translation>
                <numerusform>Used in %n other letter of this seller.</numerusform>
                <numerusform>Used in %n other letters of this seller.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::FactRow</name>
        <message numerus="yes">
            <source>Used in %n place(s) of the letter; shows one after the other</source>
            <translation>
                <numerusform>Used in %n place of the letter; shows it</numerusform>
                <numerusform>Used in %n places of the letter; shows one after the other</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>desktop::LetterBar</name>
        <message numerus="yes">
            <source>%n place(s) say it in other words than letters sent before. Read them, and confirm what was confirmed anew.</source>
            <translation>
                <numerusform>%n place says it in other words than letters sent before. Read it, and confirm what was confirmed anew.</numerusform>
                <numerusform>%n places say it in other words than letters sent before. Read them, and confirm what was confirmed anew.</numerusform>
            </translation>
        </message>
    </context>
</TS>
