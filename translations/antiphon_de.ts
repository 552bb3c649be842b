<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Antiphon::AttemptRun</name>
    <message>
        <source>No connection within %1 s.</source>
        <translation>Keine Verbindung innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>Nothing of the answer within %1 s.</source>
        <translation>Nichts von der Antwort innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>The stream fell silent for %1 s.</source>
        <translation>Der Datenstrom ist seit %1 s verstummt.</translation>
    </message>
    <message>
        <source>The answer was not whole within %1 s.</source>
        <translation>Die Antwort war nach %1 s noch nicht vollständig.</translation>
    </message>
    <message>
        <source>The limit is the target&apos;s timeout &quot;%1&quot;.</source>
        <translation>Die Grenze ist die Zeitüberschreitung &quot;%1&quot; des Ziels.</translation>
    </message>
    <message>
        <source>Waited %1 s before it was sent: %2.</source>
        <translation>Hat vor dem Senden %1 s gewartet: %2.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Call</name>
    <message>
        <source>The target %1 failed a moment ago and is left out for now; asked %2 instead.</source>
        <translation>Das Ziel %1 ist gerade eben fehlgeschlagen und wird vorerst ausgelassen; stattdessen wurde %2 gefragt.</translation>
    </message>
    <message>
        <source>Only plain text can be continued, so it starts again.</source>
        <translation>Nur reiner Text lässt sich fortsetzen, daher beginnt die Antwort von vorn.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled while it waited.</source>
        <translation>Während der Wartezeit abgebrochen.</translation>
    </message>
    <message>
        <source>%1 chose the target &quot;%2&quot;, which there is not.</source>
        <translation>%1 hat das Ziel &quot;%2&quot; gewählt, das es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 chose the target &quot;%2&quot;: %3</source>
        <translation>%1 hat das Ziel &quot;%2&quot; gewählt: %3</translation>
    </message>
    <message>
        <source>There is nothing here that gets access tokens.</source>
        <translation>Hier gibt es nichts, das Zugriffstoken beschafft.</translation>
    </message>
    <message>
        <source>The budget cannot be enforced for %1: its price is not known.</source>
        <translation>Das Budget lässt sich für %1 nicht durchsetzen: Der Preis ist nicht bekannt.</translation>
    </message>
    <message>
        <source>calls under way may use up the budget</source>
        <translation>laufende Aufrufe könnten das Budget aufbrauchen</translation>
    </message>
    <message>
        <source>%1 does not take &quot;stream_options&quot;, so the tokens of its streams may not be known. A target without streaming tells them.</source>
        <translation>%1 nimmt kein &quot;stream_options&quot; an, daher sind die Token seiner Datenströme vielleicht nicht bekannt. Ein Ziel ohne Datenstrom nennt sie.</translation>
    </message>
    <message numerus="yes">
        <source>The model asks for tools again after %n steps, which is as often as this call lets them answer.</source>
        <translation>
            <numerusform>Das Modell verlangt nach %n Schritt erneut Werkzeuge; öfter lässt dieser Aufruf es sie nicht nutzen.</numerusform>
            <numerusform>Das Modell verlangt nach %n Schritten erneut Werkzeuge; öfter lässt dieser Aufruf es sie nicht nutzen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Chain</name>
    <message>
        <source>The computed field &quot;%1&quot; has nobody to ask.</source>
        <translation>Das berechnete Feld &quot;%1&quot; hat niemanden, den es fragen kann.</translation>
    </message>
    <message>
        <source>The computed field &quot;%1&quot; has no value: the prompt &quot;%2&quot; got no answer. %3</source>
        <translation>Das berechnete Feld &quot;%1&quot; hat keinen Wert: Der Prompt &quot;%2&quot; hat keine Antwort erhalten. %3</translation>
    </message>
</context>
<context>
    <name>Antiphon::Cli::ToolPrompt</name>
    <message>
        <source>
%1: the model calls %2(%3)
</source>
        <translation>
%1: Das Modell ruft %2(%3) auf
</translation>
    </message>
    <message>
        <source>This runs the command: %1
</source>
        <translation>Dies führt den Befehl aus: %1
</translation>
    </message>
    <message>
        <source>Let it? y: yes, n: no, e: type the answer yourself &gt; </source>
        <translation>Zulassen? y: ja, n: nein, e: die Antwort selbst eingeben &gt; </translation>
    </message>
    <message>
        <source>Type the tool&apos;s answer (=: %1; nothing: refuse) &gt; </source>
        <translation>Die Antwort des Werkzeugs eingeben (=: %1; nichts: verweigern) &gt; </translation>
    </message>
    <message>
        <source>Type the tool&apos;s answer (nothing: refuse) &gt; </source>
        <translation>Die Antwort des Werkzeugs eingeben (nichts: verweigern) &gt; </translation>
    </message>
    <message>
        <source>The answer &gt; </source>
        <translation>Die Antwort &gt; </translation>
    </message>
</context>
<context>
    <name>Antiphon::Fetch</name>
    <message>
        <source>%1 gave no whole answer within %2 s.</source>
        <translation>%1 hat innerhalb von %2 s keine vollständige Antwort gegeben.</translation>
    </message>
    <message>
        <source>The answer does not end.</source>
        <translation>Die Antwort endet nicht.</translation>
    </message>
</context>
<context>
    <name>Antiphon::ModelLists</name>
    <message>
        <source>%1 does not list its models.</source>
        <translation>%1 listet seine Modelle nicht auf.</translation>
    </message>
</context>
<context>
    <name>Antiphon::QnamExchange</name>
    <message>
        <source>The server says its answer is compressed, but it is not.</source>
        <translation>Laut Server ist seine Antwort komprimiert, sie ist es aber nicht.</translation>
    </message>
    <message>
        <source>The compressed answer ended early.</source>
        <translation>Die komprimierte Antwort endete zu früh.</translation>
    </message>
    <message>
        <source>The server redirects in circles, last to %1.</source>
        <translation>Der Server leitet im Kreis weiter, zuletzt nach %1.</translation>
    </message>
    <message>
        <source>The server redirects to %1. That is another server, and the key must not go there: if it is the right one, make it the base URL.</source>
        <translation>Der Server leitet nach %1 weiter. Das ist ein anderer Server, und der Schlüssel darf nicht dorthin gelangen: Wenn es der richtige ist, als Basis-URL eintragen.</translation>
    </message>
    <message>
        <source>%1 refused the connection: is a server running on port %2?</source>
        <translation>%1 hat die Verbindung abgelehnt: Läuft an Port %2 ein Server?</translation>
    </message>
    <message>
        <source>The name %1 was not found.</source>
        <translation>Der Name %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2</source>
        <translation>Keine sichere Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was whole.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer.</source>
        <translation>%1 hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The proxy fails: %1</source>
        <translation>Fehler des Proxys: %1</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP: %2</source>
        <translation>%1 spricht kein HTTP: %2</translation>
    </message>
    <message>
        <source>%1 is no address of HTTP or HTTPS: check the base URL.</source>
        <translation>%1 ist keine HTTP- oder HTTPS-Adresse: die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Should it want a client certificate, name one in the network settings.</source>
        <translation>Falls ein Client-Zertifikat verlangt wird, eines in den Netzwerkeinstellungen angeben.</translation>
    </message>
    <message>
        <source>The proxy refuses the name or the password: check them in the network settings.</source>
        <translation>Der Proxy lehnt den Namen oder das Passwort ab: beides in den Netzwerkeinstellungen prüfen.</translation>
    </message>
</context>
<context>
    <name>Antiphon::SimulatorServer</name>
    <message>
        <source>The simulator cannot listen on 127.0.0.1:%1: %2. Choose another port, or 0 for a free one.</source>
        <translation>Der Simulator kann 127.0.0.1:%1 nicht öffnen: %2. Einen anderen Port wählen oder 0 für einen freien.</translation>
    </message>
    <message>
        <source>A prefix is /sim/NAME/ or /sim/NAME,seed=N/.</source>
        <translation>Ein Präfix lautet /sim/NAME/ oder /sim/NAME,seed=N/.</translation>
    </message>
    <message>
        <source>Incorrect API key provided.</source>
        <translation>Falscher API-Schlüssel.</translation>
    </message>
    <message>
        <source>This path takes POST.</source>
        <translation>Dieser Pfad erwartet POST.</translation>
    </message>
</context>
<context>
    <name>Antiphon::ToolRound</name>
    <message>
        <source>The tool &quot;%1&quot; is a command, which was not run since nobody has allowed it: %2</source>
        <translation>Das Werkzeug &quot;%1&quot; ist ein Befehl, der nicht ausgeführt wurde, weil niemand ihn erlaubt hat: %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ActionFinder</name>
    <message>
        <source>Find Action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll getan werden?</translation>
    </message>
    <message>
        <source>Words of the action</source>
        <translation>Wörter der Aktion</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Not available now.</source>
        <translation>Derzeit nicht verfügbar.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::Actions</name>
    <message>
        <source>%1 &gt; %2</source>
        <comment>menu and submenu</comment>
        <translation>%1 &gt; %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::AmountField</name>
    <message>
        <source>Check it to set a limit</source>
        <translation>Ankreuzen, um eine Grenze zu setzen</translation>
    </message>
    <message>
        <source>%1, in US dollars</source>
        <translation>%1, in US-Dollar</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::AnswerCards</name>
    <message>
        <source>Tool calls, images, speech and sources of %1</source>
        <translation>Werkzeugaufrufe, Bilder, Sprache und Quellen von %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1 of %2</source>
        <translation>Kopieren: %1 von %2</translation>
    </message>
    <message>
        <source>Calls %1</source>
        <translation>Aufruf von %1</translation>
    </message>
    <message>
        <source>Arguments of %1</source>
        <translation>Argumente von %1</translation>
    </message>
    <message>
        <source>The arguments are not valid JSON: shown as they came.</source>
        <translation>Die Argumente sind kein gültiges JSON: gezeigt, wie sie ankamen.</translation>
    </message>
    <message>
        <source>What %1 said</source>
        <translation>Was %1 gesagt hat</translation>
    </message>
    <message>
        <source>The provider ran %1</source>
        <translation>Vom Anbieter ausgeführt: %1</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Image %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>Transcript of %1</source>
        <translation>Transkript von %1</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Sources of %1</source>
        <translation>Quellen von %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln source(s)</source>
        <translation>
            <numerusform>%Ln Quelle</numerusform>
            <numerusform>%Ln Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::AnswerChooser</name>
    <message>
        <source>Answer of %1 that is shown</source>
        <translation>Gezeigte Antwort von %1</translation>
    </message>
    <message>
        <source>Several answers were asked for; the record holds all of them</source>
        <translation>Mehrere Antworten wurden verlangt; die Aufzeichnung enthält alle</translation>
    </message>
    <message>
        <source>Answer %1 of %2, %3</source>
        <translation>Antwort %1 von %2, %3</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::AttemptActions</name>
    <message>
        <source>&amp;Replay This Attempt</source>
        <translation>Diesen Versuch &amp;wiedergeben</translation>
    </message>
    <message>
        <source>Make &amp;Simulator Script</source>
        <translation>&amp;Simulatorskript erzeugen</translation>
    </message>
    <message>
        <source>&amp;Copy as curl</source>
        <translation>Als curl &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export Attempt…</source>
        <translation>Versuch &amp;exportieren…</translation>
    </message>
    <message>
        <source>Edit Retry &amp;Policy</source>
        <translation>Wiederholungs&amp;richtlinie bearbeiten</translation>
    </message>
    <message>
        <source>Makes a simulated target that answers as this call was answered</source>
        <translation>Erzeugt ein simuliertes Ziel, das antwortet, wie dieser Aufruf beantwortet wurde</translation>
    </message>
    <message>
        <source>Copies a command that sends this request; the key is left out</source>
        <translation>Kopiert einen Befehl, der diese Anfrage sendet; der Schlüssel wird ausgelassen</translation>
    </message>
    <message>
        <source>What was sent and received, without keys</source>
        <translation>Was gesendet und empfangen wurde, ohne Schlüssel</translation>
    </message>
    <message>
        <source>Opens the policy that decided what followed</source>
        <translation>Öffnet die Richtlinie, die über das Weitere entschieden hat</translation>
    </message>
    <message>
        <source>Read Recorded Response &amp;Again</source>
        <translation>Aufgezeichnete Antwort &amp;erneut lesen</translation>
    </message>
    <message>
        <source>Reads the response as it was recorded once more; nothing is sent</source>
        <translation>Liest die Antwort, wie sie aufgezeichnet wurde, noch einmal; gesendet wird nichts</translation>
    </message>
    <message>
        <source>Sends the same request again, as a new call</source>
        <translation>Sendet dieselbe Anfrage erneut, als neuen Aufruf</translation>
    </message>
    <message>
        <source>Sends exactly this request to the simulator again, as a new call without retries; it costs nothing</source>
        <translation>Sendet genau diese Anfrage erneut an den Simulator, als neuen Aufruf ohne Wiederholungen; das kostet nichts</translation>
    </message>
    <message>
        <source>Sends exactly this request to %1 again, as a new call without retries; it is billed like any other</source>
        <translation>Sendet genau diese Anfrage erneut an %1, als neuen Aufruf ohne Wiederholungen; er wird berechnet wie jeder andere</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::AttemptDetails</name>
    <message>
        <source>Summary of the attempt</source>
        <translation>Zusammenfassung des Versuchs</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Events of the stream</source>
        <translation>Ereignisse des Datenstroms</translation>
    </message>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Times of the attempt</source>
        <translation>Zeiten des Versuchs</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Cost of the attempt</source>
        <translation>Kosten des Versuchs</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Per Million</source>
        <translation>Pro Million</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Details of the attempt</source>
        <translation>Einzelheiten des Versuchs</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Rumpf der Anfrage</translation>
    </message>
    <message>
        <source>Assembled text</source>
        <translation>Zusammengesetzter Text</translation>
    </message>
    <message>
        <source>Body as received</source>
        <translation>Rumpf wie empfangen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Part of the response</source>
        <translation>Teil der Antwort</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>No response came.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>Headers, sent and received</source>
        <translation>Kopfzeilen, gesendet und empfangen</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Since Sent</source>
        <translation>Seit dem Senden</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Was nicht passt</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>What Is Wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>What Was There</source>
        <translation>Was dort stand</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>What can be done with this attempt</source>
        <translation>Was sich mit diesem Versuch tun lässt</translation>
    </message>
    <message>
        <source>Actions of the attempt</source>
        <translation>Aktionen des Versuchs</translation>
    </message>
    <message>
        <source>Laid out</source>
        <translation>Formatiert</translation>
    </message>
    <message>
        <source>As it was sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>As messages</source>
        <translation>Als Nachrichten</translation>
    </message>
    <message>
        <source>Form of the request</source>
        <translation>Form der Anfrage</translation>
    </message>
    <message>
        <source>Address of the request</source>
        <translation>Adresse der Anfrage</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>What changed in the request</source>
        <translation>Was sich an der Anfrage geändert hat</translation>
    </message>
    <message>
        <source>Both requests, line by line</source>
        <translation>Beide Anfragen, Zeile für Zeile</translation>
    </message>
    <message>
        <source>It is the first attempt of this call.</source>
        <translation>Es ist der erste Versuch dieses Aufrufs.</translation>
    </message>
    <message>
        <source>The same request as attempt %1.</source>
        <translation>Dieselbe Anfrage wie Versuch %1.</translation>
    </message>
    <message>
        <source>Pieces as they came</source>
        <translation>Stücke, wie sie kamen</translation>
    </message>
    <message>
        <source>Form of the events</source>
        <translation>Form der Ereignisse</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::AttemptsModel</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>nächster Versuch in %1 s</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Tokens in and out</source>
        <translation>Token ein und aus</translation>
    </message>
    <message>
        <source>#</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why Next</source>
        <translation>Warum weiter</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>In / Out</source>
        <translation>Ein / Aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1, turn %2</source>
        <extracomment>%1 is a target&apos;s name, %2 counts the person&apos;s turns in a conversation</extracomment>
        <translation>%1, Runde %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::AttemptsView</name>
    <message>
        <source>Each try of a call is listed here.</source>
        <translation>Hier ist jeder Versuch eines Aufrufs aufgeführt.</translation>
    </message>
    <message>
        <source>Run on Flaky Simulator</source>
        <translation>Auf unzuverlässigem Simulator ausführen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Attempts of the run</source>
        <translation>Versuche des Laufs</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try next attempt now</source>
        <translation>Nächsten Versuch jetzt starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the call</source>
        <translation>Aufruf anhalten</translation>
    </message>
    <message>
        <source>Zoom In on Time (+)</source>
        <translation>Zeit vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom Out of Time (-)</source>
        <translation>Zeit verkleinern (-)</translation>
    </message>
    <message>
        <source>Show All of the Time (0)</source>
        <translation>Gesamte Zeit zeigen (0)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the attempts</source>
        <translation>Versuche filtern</translation>
    </message>
    <message>
        <source>Words that have to be found, as in “result:error OR kind:repair”; result:, kind:, target: and why: look in one place</source>
        <translation>Wörter, die vorkommen müssen, etwa „result:error OR kind:repair“; result:, kind:, target: und why: suchen nur an einer Stelle</translation>
    </message>
    <message>
        <source>The recorded response reads as it did then. Nothing was sent.</source>
        <translation>Die aufgezeichnete Antwort wird gelesen wie damals. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The recorded response reads otherwise today: %1. Nothing was sent.</source>
        <translation>Die aufgezeichnete Antwort wird heute anders gelesen: %1. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Open in Tab</source>
        <translation>In Reiter öffnen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>What the Time Column Shows</source>
        <translation>Was die Zeitspalte zeigt</translation>
    </message>
    <message>
        <source>&amp;Waits Between Attempts</source>
        <translation>&amp;Wartezeiten zwischen Versuchen</translation>
    </message>
    <message>
        <source>&amp;Phases of Attempts</source>
        <translation>&amp;Phasen der Versuche</translation>
    </message>
    <message>
        <source>&amp;Own Time Axis for Each Call</source>
        <translation>&amp;Eigene Zeitachse für jeden Aufruf</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Attempt %1 read again, %2</source>
        <translation>Versuch %1 erneut gelesen, %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::BlockEditor</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::BudgetDialog</name>
    <message>
        <source>Budgets of %1</source>
        <translation>Budgets von %1</translation>
    </message>
    <message>
        <source>Before every attempt the most it may cost is set aside. What would go beyond is not begun; what runs is never stopped. Money of the simulator counts for the run alone.</source>
        <translation>Vor jedem Versuch wird zurückgelegt, was er höchstens kosten kann. Was darüber hinausginge, wird nicht begonnen; was läuft, wird nie angehalten. Geld des Simulators zählt nur für den Lauf.</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>Warnen ab</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Anhalten bei</translation>
    </message>
    <message>
        <source>One run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>All calls that one Run makes, and their repairs</source>
        <translation>Alle Aufrufe eines Laufs und ihre Reparaturen</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>All runs of a day, in the window and outside</source>
        <translation>Alle Läufe eines Tages, im Fenster und außerhalb</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>All runs of the project there have been</source>
        <translation>Alle bisherigen Läufe des Projekts</translation>
    </message>
    <message>
        <source>Save Budgets</source>
        <translation>Budgets speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot be enforced for %1: no price is known.</source>
        <translation>Lässt sich für %1 nicht durchsetzen: Es ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: warn at</source>
        <translation>%1: warnen ab</translation>
    </message>
    <message>
        <source>%1: stop at</source>
        <translation>%1: anhalten bei</translation>
    </message>
    <message>
        <source>An amount to warn at above the one to stop at is never reached.</source>
        <translation>Eine Warngrenze, die über dem Betrag zum Anhalten liegt, wird nie erreicht.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::CannedEditor</name>
    <message>
        <source>Delete Result</source>
        <translation>Ergebnis löschen</translation>
    </message>
    <message>
        <source>Results that are written down</source>
        <translation>Hinterlegte Ergebnisse</translation>
    </message>
    <message>
        <source>For These Arguments</source>
        <translation>Für diese Argumente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result for all other arguments</source>
        <translation>Ergebnis für alle anderen Argumente</translation>
    </message>
    <message>
        <source>none: the model is told that there is no answer</source>
        <translation>keines: dem Modell wird gesagt, dass es keine Antwort gibt</translation>
    </message>
    <message>
        <source>Text or JSON. Without it, other arguments get an error.</source>
        <translation>Text oder JSON. Ohne diese Angabe ergeben andere Argumente einen Fehler.</translation>
    </message>
    <message>
        <source>Add Result</source>
        <translation>Ergebnis hinzufügen</translation>
    </message>
    <message>
        <source>Add a result for certain arguments</source>
        <translation>Ein Ergebnis für bestimmte Argumente hinzufügen</translation>
    </message>
    <message>
        <source>For all &amp;others</source>
        <translation>Für alle &amp;anderen</translation>
    </message>
    <message>
        <source>it is no object in braces</source>
        <translation>kein Objekt in geschweiften Klammern</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>The arguments in row %L1 are not taken: %2. Write them like {&quot;city&quot;: &quot;Oslo&quot;}.</source>
        <translation>Die Argumente in Zeile %L1 werden nicht übernommen: %2. So schreiben: {&quot;city&quot;: &quot;Oslo&quot;}.</translation>
    </message>
    <message>
        <source>Change Result</source>
        <translation>Ergebnis ändern</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::CatchesField</name>
    <message>
        <source>Add a Target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Passed on: add a target</source>
        <translation>Weitergereicht: Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Says for one target which of its failures go on to the next one</source>
        <translation>Legt für ein Ziel fest, welche seiner Fehlschläge an das nächste weitergereicht werden</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Passed on from %1</source>
        <translation>Weitergereicht von %1</translation>
    </message>
    <message>
        <source>As the Rule Above</source>
        <translation>Wie die Regel oben</translation>
    </message>
    <message>
        <source>Passed on from %1: as the rule above</source>
        <translation>Weitergereicht von %1: wie die Regel oben</translation>
    </message>
    <message>
        <source>Removes the conditions of this target</source>
        <translation>Entfernt die Bedingungen dieses Ziels</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::CommandForm</name>
    <message>
        <source>Program and its arguments, one to a line</source>
        <translation>Programm und seine Argumente, eines je Zeile</translation>
    </message>
    <message>
        <source>The program first, then its arguments, one to a line. There is no shell, so blanks and quotes mean themselves.</source>
        <translation>Zuerst das Programm, dann seine Argumente, eines je Zeile. Es gibt keine Shell, daher stehen Leer- und Anführungszeichen für sich selbst.</translation>
    </message>
    <message>
        <source>The exact command</source>
        <translation>Der genaue Befehl</translation>
    </message>
    <message>
        <source>Your consent to the command</source>
        <translation>Ihre Zustimmung zum Befehl</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds the command has for its answer</source>
        <translation>Sekunden, die der Befehl für seine Antwort hat</translation>
    </message>
    <message>
        <source>A command that takes longer is ended, and the model is told so</source>
        <translation>Ein Befehl, der länger braucht, wird beendet, und das Modell erfährt es</translation>
    </message>
    <message>
        <source>Environment variables that the command is given</source>
        <translation>Umgebungsvariablen, die der Befehl erhält</translation>
    </message>
    <message>
        <source>names with blanks between, as in SHOP_URL SHOP_USER</source>
        <translation>Namen, durch Leerzeichen getrennt, etwa SHOP_URL SHOP_USER</translation>
    </message>
    <message>
        <source>Besides PATH, HOME, language and time zone. No keys reach it unless you name them here.</source>
        <translation>Neben PATH, HOME, Sprache und Zeitzone. Schlüssel erreichen ihn nur, wenn Sie sie hier nennen.</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Führt aus</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>En&amp;vironment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>There is nothing to consent to.</source>
        <translation>Es gibt nichts, dem zuzustimmen wäre.</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>You have allowed this command for good. That ends when the command changes, or a file it names.</source>
        <translation>Sie haben diesen Befehl dauerhaft erlaubt. Das endet, wenn sich der Befehl oder eine Datei ändert, die er nennt.</translation>
    </message>
    <message>
        <source>Not given: at its first call in a run you see the command and decide.</source>
        <translation>Nicht erteilt: Beim ersten Aufruf in einem Lauf sehen Sie den Befehl und entscheiden.</translation>
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Take your consent to the command back</source>
        <translation>Ihre Zustimmung zum Befehl zurücknehmen</translation>
    </message>
    <message>
        <source>The command asks again at its next call</source>
        <translation>Der Befehl fragt beim nächsten Aufruf wieder</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ConditionField</name>
    <message>
        <source>Every outcome, answers too</source>
        <translation>Jeder Ausgang, auch Antworten</translation>
    </message>
    <message>
        <source>More Conditions</source>
        <translation>Weitere Bedingungen</translation>
    </message>
    <message>
        <source>The message is exactly this</source>
        <translation>Die Nachricht lautet genau so</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Exact, a class or a range, separated by commas</source>
        <translation>Genau, eine Klasse oder ein Bereich, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Provider&apos;s code</source>
        <translation>Code des Anbieters</translation>
    </message>
    <message>
        <source>Exactly as the provider says it</source>
        <translation>Genau wie der Anbieter ihn nennt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>A regular expression that matches from the start</source>
        <translation>Ein regulärer Ausdruck, der vom Anfang an passt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>JavaScript over an answer: content, value, finishReason, toolCalls, usage, attempt. True means: it matches</source>
        <translation>JavaScript über eine Antwort: content, value, finishReason, toolCalls, usage, attempt. True bedeutet: sie passt</translation>
    </message>
    <message>
        <source>Edit as Text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source>%1: edit as text</source>
        <translation>%1: als Text bearbeiten</translation>
    </message>
    <message>
        <source>Conditions within conditions: %1</source>
        <translation>Bedingungen in Bedingungen: %1</translation>
    </message>
    <message>
        <source>Underlying error</source>
        <translation>Zugrunde liegender Fehler</translation>
    </message>
    <message>
        <source>Kinds of errors that led to the failure, separated by commas: %1</source>
        <translation>Fehlerarten, die zum Fehlschlag geführt haben, durch Kommas getrennt: %1</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>JavaScript over any outcome: attempt, target, error, answer, elapsed, variables. True means: it matches</source>
        <translation>JavaScript über jeden Ausgang: attempt, target, error, answer, elapsed, variables. True bedeutet: er passt</translation>
    </message>
    <message>
        <source>“%1” is no kind of error; there are %2.</source>
        <translation>„%1“ ist keine Fehlerart; es gibt %2.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ConsentsDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Allowed Commands</source>
        <translation>Erlaubte Befehle</translation>
    </message>
    <message>
        <source>These commands of tools run without asking you. A command that is removed asks again at its next call.</source>
        <translation>Diese Befehle von Werkzeugen laufen, ohne Sie zu fragen. Ein entfernter Befehl fragt beim nächsten Aufruf wieder.</translation>
    </message>
    <message>
        <source>Allowed commands</source>
        <translation>Erlaubte Befehle</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>No command is allowed for good.</source>
        <translation>Kein Befehl ist dauerhaft erlaubt.</translation>
    </message>
    <message>
        <source>Remove the chosen commands</source>
        <translation>Die gewählten Befehle entfernen</translation>
    </message>
    <message>
        <source>Take the consent to the chosen commands back</source>
        <translation>Die Zustimmung zu den gewählten Befehlen zurücknehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>A command that an earlier version has allowed</source>
        <translation>Ein Befehl, den eine frühere Version erlaubt hat</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::DiffView</name>
    <message numerus="yes">
        <source>  … %Ln line(s) alike</source>
        <translation>
            <numerusform>  … %Ln gleiche Zeile</numerusform>
            <numerusform>  … %Ln gleiche Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::DockTitle</name>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::DocumentTabs</name>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>Offene Dokumente</translation>
    </message>
    <message>
        <source>Schema %1</source>
        <translation>Schema %1</translation>
    </message>
    <message>
        <source>Retry policy %1</source>
        <translation>Wiederholungsrichtlinie %1</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>Werkzeug %1</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::DraftKeeper</name>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::DynamicsModel</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Computed Fields</source>
        <translation>Berechnete Felder</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <extracomment>a computed field and its expression, as they are read aloud</extracomment>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>no condition yet</source>
        <translation>noch keine Bedingung</translation>
    </message>
    <message>
        <source>Applies to the current inputs.</source>
        <translation>Gilt für die aktuellen Eingaben.</translation>
    </message>
    <message>
        <source>Rule %1: when %2, set %3</source>
        <extracomment>a rule, as it is read aloud: its number, condition and settings</extracomment>
        <translation>Regel %1: wenn %2, dann %3 setzen</translation>
    </message>
    <message>
        <source>; applies now</source>
        <translation>; gilt jetzt</translation>
    </message>
    <message>
        <source>Name or Condition</source>
        <translation>Name oder Bedingung</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Ergibt</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::DynamicsView</name>
    <message>
        <source>dynamic.js</source>
        <translation>dynamic.js</translation>
    </message>
    <message>
        <source>parse.js</source>
        <translation>parse.js</translation>
    </message>
    <message>
        <source>Parts of the dynamic configuration</source>
        <translation>Teile der dynamischen Konfiguration</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Exports config(vars, context), which returns what is laid over the prompt: call_params, computed_fields, messages, tools, metadata, target.</source>
        <translation>Exportiert config(vars, context); das Ergebnis wird über den Prompt gelegt: call_params, computed_fields, messages, tools, metadata, target.</translation>
    </message>
    <message>
        <source>Exports parse(response), whose result is the value of the answer.</source>
        <translation>Exportiert parse(response); das Ergebnis ist der Wert der Antwort.</translation>
    </message>
    <message>
        <source>Switch Rule On</source>
        <translation>Regel einschalten</translation>
    </message>
    <message>
        <source>Switch Rule Off</source>
        <translation>Regel ausschalten</translation>
    </message>
    <message>
        <source>Computed fields and rules</source>
        <translation>Berechnete Felder und Regeln</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a rule or a computed field</source>
        <translation>Eine Regel oder ein berechnetes Feld hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>Computed &amp;Field</source>
        <translation>Berechnetes &amp;Feld</translation>
    </message>
    <message>
        <source>Answer of Another &amp;Prompt</source>
        <translation>Antwort eines anderen &amp;Prompts</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Rules set parameters, target, tools, schema or retry policy when their condition is true. Computed fields are variables worked out from others.</source>
        <translation>Regeln setzen Parameter, Ziel, Werkzeuge, Schema oder Wiederholungsrichtlinie, wenn ihre Bedingung erfüllt ist. Berechnete Felder sind Variablen, die aus anderen berechnet werden.</translation>
    </message>
    <message>
        <source>Name of the computed field</source>
        <translation>Name des berechneten Felds</translation>
    </message>
    <message>
        <source>Expression of the computed field</source>
        <translation>Ausdruck des berechneten Felds</translation>
    </message>
    <message>
        <source>Name, as the template uses it</source>
        <translation>Name, wie die Vorlage ihn verwendet</translation>
    </message>
    <message>
        <source>Condition of the rule</source>
        <translation>Bedingung der Regel</translation>
    </message>
    <message>
        <source>What the rule sets</source>
        <translation>Was die Regel setzt</translation>
    </message>
    <message>
        <source>Note about the rule</source>
        <translation>Notiz zur Regel</translation>
    </message>
    <message>
        <source>Why, for who reads it later</source>
        <translation>Warum, für spätere Leser</translation>
    </message>
    <message>
        <source>Add Setting</source>
        <translation>Einstellung hinzufügen</translation>
    </message>
    <message>
        <source>Add a parameter, target, schema or retry policy</source>
        <translation>Parameter, Ziel, Schema oder Wiederholungsrichtlinie hinzufügen</translation>
    </message>
    <message>
        <source>When, over variables, target, attempt and tokens(text)</source>
        <translation>Wenn, über Variablen, target, attempt und tokens(text)</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Answer of a prompt, as JSON: prompt, inputs as expressions, target</source>
        <translation>Antwort eines Prompts, als JSON: Prompt, Eingaben als Ausdrücke, Ziel</translation>
    </message>
    <message>
        <source>Expression, over variables and other fields</source>
        <translation>Ausdruck, über Variablen und andere Felder</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>There is already a computed field “%1”.</source>
        <translation>Es gibt bereits ein berechnetes Feld „%1“.</translation>
    </message>
    <message>
        <source>Give the field a name.</source>
        <translation>Dem Feld einen Namen geben.</translation>
    </message>
    <message>
        <source>Change Rule</source>
        <translation>Regel ändern</translation>
    </message>
    <message>
        <source>Change Computed Field</source>
        <translation>Berechnetes Feld ändern</translation>
    </message>
    <message>
        <source>Add Rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add Computed Field</source>
        <translation>Berechnetes Feld hinzufügen</translation>
    </message>
    <message>
        <source>Add Answer of Another Prompt</source>
        <translation>Antwort eines anderen Prompts hinzufügen</translation>
    </message>
    <message>
        <source>Delete Rule</source>
        <translation>Regel löschen</translation>
    </message>
    <message>
        <source>Delete Computed Field</source>
        <translation>Berechnetes Feld löschen</translation>
    </message>
    <message>
        <source>Move Computed Field</source>
        <translation>Berechnetes Feld verschieben</translation>
    </message>
    <message>
        <source>Move Rule</source>
        <translation>Regel verschieben</translation>
    </message>
    <message>
        <source>&amp;Parameter</source>
        <translation>&amp;Parameter</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>&amp;Retry Policy</source>
        <translation>&amp;Wiederholungsrichtlinie</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>&amp;Schema</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ExportDialog</name>
    <message>
        <source>Every attempt, with its times and costs</source>
        <translation>Jeder Versuch mit Zeiten und Kosten</translation>
    </message>
    <message>
        <source>What was sent and received, without keys</source>
        <translation>Was gesendet und empfangen wurde, ohne Schlüssel</translation>
    </message>
    <message>
        <source>Export Answers</source>
        <translation>Antworten exportieren</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Preview of the export</source>
        <translation>Vorschau des Exports</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Einschließen</translation>
    </message>
    <message>
        <source>… %1 in all</source>
        <translation>… insgesamt %1</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message>
        <source>Exchange (JSON)</source>
        <translation>Austausch (JSON)</translation>
    </message>
    <message>
        <source>Attempt (JSON)</source>
        <translation>Versuch (JSON)</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl-Befehl</translation>
    </message>
    <message>
        <source>Export Attempt</source>
        <translation>Versuch exportieren</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ExtrasField</name>
    <message>
        <source>Provider extras</source>
        <translation>Anbieter-Extras</translation>
    </message>
    <message>
        <source>Further members of the request in the provider&apos;s own words, as a JSON object.</source>
        <translation>Weitere Felder der Anfrage in der Schreibweise des Anbieters, als JSON-Objekt.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Must be an object: { &quot;name&quot;: value }.</source>
        <translation>Muss ein Objekt sein: { &quot;name&quot;: Wert }.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::FieldDetails</name>
    <message>
        <source>May be &amp;null</source>
        <translation>Darf n&amp;ull sein</translation>
    </message>
    <message>
        <source>Re&amp;quired</source>
        <translation>E&amp;rforderlich</translation>
    </message>
    <message>
        <source>Taken from the call&apos;s &amp;variable</source>
        <translation>Aus der &amp;Variable des Aufrufs</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>Name des Felds</translation>
    </message>
    <message>
        <source>Type of the field</source>
        <translation>Typ des Felds</translation>
    </message>
    <message>
        <source>Type of the items</source>
        <translation>Typ der Elemente</translation>
    </message>
    <message>
        <source>Description of the field</source>
        <translation>Beschreibung des Felds</translation>
    </message>
    <message>
        <source>The model reads this</source>
        <translation>Das liest das Modell</translation>
    </message>
    <message>
        <source>Allowed values</source>
        <translation>Erlaubte Werte</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>Einer je Zeile</translation>
    </message>
    <message>
        <source>Format of the text</source>
        <translation>Format des Texts</translation>
    </message>
    <message>
        <source>The model may say that there is no value</source>
        <translation>Das Modell darf sagen, dass es keinen Wert gibt</translation>
    </message>
    <message>
        <source>The model is not asked for it: the variable of the same name gives it</source>
        <translation>Das Modell wird nicht danach gefragt: Die Variable gleichen Namens liefert den Wert</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>&amp;Items</source>
        <translation>&amp;Elemente</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Pattern</source>
        <translation>&amp;Muster</translation>
    </message>
    <message>
        <source>Pattern of the text</source>
        <translation>Muster des Texts</translation>
    </message>
    <message>
        <source>A regular expression, as in ^[A-Z]{2}-[0-9]+$</source>
        <translation>Ein regulärer Ausdruck, etwa ^[A-Z]{2}-[0-9]+$</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>Min&amp;destens</translation>
    </message>
    <message>
        <source>Least value or length</source>
        <translation>Kleinster Wert oder kleinste Länge</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Greatest value or length</source>
        <translation>Größter Wert oder größte Länge</translation>
    </message>
    <message>
        <source>E&amp;xample</source>
        <translation>Be&amp;ispiel</translation>
    </message>
    <message>
        <source>Example of a value</source>
        <translation>Beispiel eines Werts</translation>
    </message>
    <message>
        <source>Shown to the model</source>
        <translation>Wird dem Modell gezeigt</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>one of some values</source>
        <translation>einer von mehreren Werten</translation>
    </message>
    <message>
        <source>one of some types</source>
        <translation>einer von mehreren Typen</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Other keywords: %1</source>
        <extracomment>keywords of a JSON Schema that the form has no field for</extracomment>
        <translation>Weitere Schlüsselwörter: %1</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::FieldsModel</name>
    <message>
        <source>the value</source>
        <translation>der Wert</translation>
    </message>
    <message>
        <source>each item</source>
        <translation>jedes Element</translation>
    </message>
    <message>
        <source>or %1</source>
        <translation>oder %1</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>%1 is required</source>
        <translation>%1 ist erforderlich</translation>
    </message>
    <message>
        <source>%1 may be missing</source>
        <translation>%1 darf fehlen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a field and its type, as they are read aloud</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>, required</source>
        <translation>, erforderlich</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::FindBar</name>
    <message>
        <source>Match Case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the template</source>
        <translation>In der Vorlage suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Ersatztext</translation>
    </message>
    <message>
        <source>Find Previous</source>
        <translation>Vorheriges Vorkommen</translation>
    </message>
    <message>
        <source>Find Next</source>
        <translation>Nächstes Vorkommen</translation>
    </message>
    <message>
        <source>Close the Find Bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::GaveUpField</name>
    <message>
        <source>Edit as Text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>A value</source>
        <translation>Ein Wert</translation>
    </message>
    <message>
        <source>A script&apos;s value</source>
        <translation>Der Wert eines Skripts</translation>
    </message>
    <message>
        <source>What stands in for the answer</source>
        <translation>Was für die Antwort einspringt</translation>
    </message>
    <message>
        <source>Given instead of an answer when the policy gives up</source>
        <translation>Wird statt einer Antwort geliefert, wenn die Richtlinie aufgibt</translation>
    </message>
    <message>
        <source>Value or script that stands in for the answer</source>
        <translation>Wert oder Skript, der oder das für die Antwort einspringt</translation>
    </message>
    <message>
        <source>What stands in for the answer: edit as text</source>
        <translation>Was für die Antwort einspringt: als Text bearbeiten</translation>
    </message>
    <message>
        <source>JSON: text in quotes, a number, an object, a list</source>
        <translation>JSON: Text in Anführungszeichen, eine Zahl, ein Objekt, eine Liste</translation>
    </message>
    <message>
        <source>An expression, or the body of a function, over attempt, error, elapsed and variables</source>
        <translation>Ein Ausdruck oder der Rumpf einer Funktion, über attempt, error, elapsed und variables</translation>
    </message>
    <message>
        <source>This is no JSON yet: %1</source>
        <translation>Das ist noch kein JSON: %1</translation>
    </message>
    <message>
        <source>A script cannot be empty; choose “Nothing” instead.</source>
        <translation>Ein Skript darf nicht leer sein; stattdessen „Nichts“ wählen.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::HandbookWindow</name>
    <message>
        <source>Antiphon Handbook</source>
        <translation>Antiphon-Handbuch</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::HookList</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>%1: add something to do</source>
        <translation>%1: Aktion hinzufügen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokollieren</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>Writes a line beside the call</source>
        <translation>Schreibt eine Zeile neben den Aufruf</translation>
    </message>
    <message>
        <source>Runs JavaScript; the object it returns changes inputs</source>
        <translation>Führt JavaScript aus; das zurückgegebene Objekt ändert Eingaben</translation>
    </message>
    <message>
        <source>Puts texts of failures into the variable “errors”</source>
        <translation>Legt Texte von Fehlschlägen in der Variable „errors“ ab</translation>
    </message>
    <message>
        <source>%1: what is done, %2</source>
        <translation>%1: was getan wird, %2</translation>
    </message>
    <message>
        <source>%1: move %2 up</source>
        <translation>%1: %2 nach oben</translation>
    </message>
    <message>
        <source>%1: remove %2</source>
        <translation>%1: %2 entfernen</translation>
    </message>
    <message>
        <source>Edit as Text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source>%1: edit %2 as text</source>
        <translation>%1: %2 als Text bearbeiten</translation>
    </message>
    <message>
        <source>the usual line</source>
        <translation>die übliche Zeile</translation>
    </message>
    <message>
        <source>With {attempt}, {ordinal}, {name}, {target}, {elapsed}, {idle}, {wait}, {error}, {kind}, {status}, {result}; empty: the usual line</source>
        <translation>Mit {attempt}, {ordinal}, {name}, {target}, {elapsed}, {idle}, {wait}, {error}, {kind}, {status}, {result}; leer: die übliche Zeile</translation>
    </message>
    <message>
        <source>An expression, or the body of a function, over attempt, error, content, value, elapsed, idle, upcoming, next, variables</source>
        <translation>Ein Ausdruck oder der Rumpf einer Funktion, über attempt, error, content, value, elapsed, idle, upcoming, next, variables</translation>
    </message>
    <message>
        <source>Kinds of errors, separated by commas: %1</source>
        <translation>Fehlerarten, durch Kommas getrennt: %1</translation>
    </message>
    <message>
        <source>%1: text of %2</source>
        <translation>%1: Text von %2</translation>
    </message>
    <message>
        <source>A script cannot be empty; remove the row instead.</source>
        <translation>Ein Skript darf nicht leer sein; stattdessen die Zeile entfernen.</translation>
    </message>
    <message>
        <source>“%1” is no kind of error; there are %2.</source>
        <translation>„%1“ ist keine Fehlerart; es gibt %2.</translation>
    </message>
    <message>
        <source>At least one kind of error is to be named.</source>
        <translation>Mindestens eine Fehlerart ist zu nennen.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ImageLabel</name>
    <message>
        <source>Copy Image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save Image…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>This image cannot be shown. It can be saved.</source>
        <translation>Dieses Bild lässt sich nicht anzeigen. Es lässt sich speichern.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::InlineBar</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close Message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::InputField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not a whole number.</source>
        <translation>Keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Not a number.</source>
        <translation>Keine Zahl.</translation>
    </message>
    <message>
        <source>One item a line, or JSON</source>
        <translation>Ein Eintrag pro Zeile oder JSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheim</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::InputsForm</name>
    <message>
        <source>Type {name} in the template to make a variable.</source>
        <translation>Mit {name} in der Vorlage entsteht eine Variable.</translation>
    </message>
    <message>
        <source>Insert Variable</source>
        <translation>Variable einfügen</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Input sets</source>
        <translation>Eingabesätze</translation>
    </message>
    <message>
        <source>Input fields</source>
        <translation>Eingabefelder</translation>
    </message>
    <message>
        <source>Values to try. Never written to the project.</source>
        <translation>Werte zum Ausprobieren. Sie werden nie ins Projekt geschrieben.</translation>
    </message>
    <message>
        <source>Input set “%1”</source>
        <translation>Eingabesatz „%1“</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (erforderlich)</translation>
    </message>
    <message>
        <source>Needed for the run.</source>
        <translation>Für den Lauf nötig.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::JsonView</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in %1</source>
        <translation>In %1 suchen</translation>
    </message>
    <message>
        <source>Find Previous in %1</source>
        <translation>Vorheriges Vorkommen in %1</translation>
    </message>
    <message>
        <source>Find Next in %1</source>
        <translation>Nächstes Vorkommen in %1</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::KeyboardOverview</name>
    <message>
        <source>Keyboard Overview</source>
        <translation>Tastaturübersicht</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::KeysDialog</name>
    <message>
        <source>Keep in Keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Remove from Keychain</source>
        <translation>Aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>Providers &amp; Keys</source>
        <translation>Anbieter &amp; Schlüssel</translation>
    </message>
    <message>
        <source>Keys by provider</source>
        <translation>Schlüssel nach Anbieter</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Schlüssel hier einfügen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Kept in the system keychain as “%1”, never in a file.</source>
        <translation>Liegt im Schlüsselbund des Systems als „%1“, nie in einer Datei.</translation>
    </message>
    <message>
        <source>Without it these variables are looked at: %1.</source>
        <translation>Fehlt er, werden diese Variablen geprüft: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Where keys are made</source>
        <translation>Wo es Schlüssel gibt</translation>
    </message>
    <message>
        <source>The keychain was not changed.</source>
        <translation>Der Schlüsselbund wurde nicht verändert.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Keys cannot be read until it is opened. Open it, then come back.</source>
        <translation>Schlüssel lassen sich erst lesen, wenn er geöffnet ist. Öffnen und dann hierher zurückkehren.</translation>
    </message>
    <message>
        <source>No keychain answers.</source>
        <translation>Kein Schlüsselbund antwortet.</translation>
    </message>
    <message>
        <source>Start Antiphon with the provider&apos;s environment variable set instead. Keys are never written to a plain file.</source>
        <translation>Stattdessen Antiphon mit gesetzter Umgebungsvariable des Anbieters starten. Schlüssel werden nie in eine Klartextdatei geschrieben.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::KeysModel</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Keychain entry “%1”</source>
        <translation>Schlüsselbund-Eintrag „%1“</translation>
    </message>
    <message>
        <source>Environment variable %1</source>
        <translation>Umgebungsvariable %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ListBar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::MainWindow</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Tool views</source>
        <translation>Werkzeugansichten</translation>
    </message>
    <message>
        <source>About Antiphon</source>
        <translation>Über Antiphon</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Antiphon %1&lt;/h3&gt;&lt;p&gt;Call and response, side by side: a workbench for prompt engineering.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. No account, no telemetry: only calls to targets you enable leave this computer.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Antiphon %1&lt;/h3&gt;&lt;p&gt;Ruf und Antwort, Seite an Seite: eine Werkbank für Prompt-Entwicklung.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer. Kein Konto, keine Telemetrie: Nur Aufrufe an eingeschaltete Ziele verlassen diesen Rechner.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Problems (%L1)</source>
        <translation>Probleme (%L1)</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>Zuerst ein Projekt öffnen.</translation>
    </message>
    <message>
        <source>Open a prompt first.</source>
        <translation>Zuerst einen Prompt öffnen.</translation>
    </message>
    <message>
        <source>There are no changes.</source>
        <translation>Es gibt keine Änderungen.</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Es läuft nichts.</translation>
    </message>
    <message>
        <source>Run a prompt first.</source>
        <translation>Zuerst einen Prompt ausführen.</translation>
    </message>
    <message>
        <source>&amp;Run Again</source>
        <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Find Action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Antiphon[*]</source>
        <translation>Antiphon[*]</translation>
    </message>
    <message>
        <source>%1[*] – %2 – Antiphon</source>
        <translation>%1[*] – %2 – Antiphon</translation>
    </message>
    <message>
        <source>%1[*] – Antiphon</source>
        <translation>%1[*] – Antiphon</translation>
    </message>
    <message>
        <source>Choose targets at the side, then press %1.</source>
        <translation>An der Seite Ziele auswählen, dann %1 drücken.</translation>
    </message>
    <message numerus="yes">
        <source>Press %1 to run on %Ln target(s).</source>
        <translation>
            <numerusform>Mit %1 auf %Ln Ziel ausführen.</numerusform>
            <numerusform>Mit %1 auf %Ln Zielen ausführen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>No target is chosen.</source>
        <translation>Es ist kein Ziel ausgewählt.</translation>
    </message>
    <message>
        <source>Check where to run. Simulated targets need no key.</source>
        <translation>Ankreuzen, wo ausgeführt werden soll. Simulierte Ziele brauchen keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Copied the answers.</source>
        <translation>Antworten kopiert.</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>Nach „%1“ exportiert.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation>„%1“ gelöscht.</translation>
    </message>
    <message>
        <source>This system has no trash.</source>
        <translation>Dieses System hat keinen Papierkorb.</translation>
    </message>
    <message>
        <source>It is in the trash.</source>
        <translation>Liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>There are changes that were not saved.</source>
        <translation>Es gibt Änderungen, die nicht gespeichert wurden.</translation>
    </message>
    <message>
        <source>%1, from %2.</source>
        <translation>%1, vom %2.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No prompt uses it.</source>
        <translation>Kein Prompt verwendet es.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prompt(s) ask for it and cannot run without it.</source>
        <translation>
            <numerusform>%Ln Prompt verlangt es und kann ohne es nicht ausgeführt werden.</numerusform>
            <numerusform>%Ln Prompts verlangen es und können ohne es nicht ausgeführt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use New Schema</source>
        <translation>Neues Schema verwenden</translation>
    </message>
    <message>
        <source>What named it retries by the default policy.</source>
        <translation>Was auf sie verwies, wiederholt nach der vorgegebenen Richtlinie.</translation>
    </message>
    <message>
        <source>%1 recorded</source>
        <comment>name of a simulated target</comment>
        <translation>%1 (aufgezeichnet)</translation>
    </message>
    <message>
        <source>The simulated target is not made.</source>
        <translation>Das simulierte Ziel wurde nicht erzeugt.</translation>
    </message>
    <message numerus="yes">
        <source>Made the simulated target “%1” from %Ln attempt(s).</source>
        <translation>
            <numerusform>Das simulierte Ziel „%1“ wurde aus %Ln Versuch erzeugt.</numerusform>
            <numerusform>Das simulierte Ziel „%1“ wurde aus %Ln Versuchen erzeugt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run on It</source>
        <translation>Darauf ausführen</translation>
    </message>
    <message>
        <source>There is no file for the retry policy “%1”: the built-in one decides.</source>
        <translation>Es gibt keine Datei für die Wiederholungsrichtlinie „%1“: Die eingebaute entscheidet.</translation>
    </message>
    <message>
        <source>Make It</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>The retry policy is not made.</source>
        <translation>Die Wiederholungsrichtlinie wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>Saved the budgets.</source>
        <translation>Budgets gespeichert.</translation>
    </message>
    <message>
        <source>The budgets are not saved.</source>
        <translation>Die Budgets wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Nothing more is begun. What is here stays.</source>
        <translation>Es wird nichts Weiteres begonnen. Was da ist, bleibt.</translation>
    </message>
    <message>
        <source>Raise to %1</source>
        <translation>Auf %1 erhöhen</translation>
    </message>
    <message>
        <source>Saves the new budget and makes the calls that were stopped</source>
        <translation>Speichert das neue Budget und führt die angehaltenen Aufrufe aus</translation>
    </message>
    <message>
        <source>Stop Here</source>
        <translation>Hier anhalten</translation>
    </message>
    <message>
        <source>Keeps the budget and leaves the run as it is</source>
        <translation>Behält das Budget bei und lässt den Lauf, wie er ist</translation>
    </message>
    <message>
        <source>Budgets…</source>
        <translation>Budgets…</translation>
    </message>
    <message>
        <source>Shows what is spent, and changes what may be</source>
        <translation>Zeigt, was ausgegeben ist, und ändert, was ausgegeben werden darf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prompt(s) name it and cannot run without it.</source>
        <translation>
            <numerusform>%Ln Prompt nennt es und kann ohne es nicht ausgeführt werden.</numerusform>
            <numerusform>%Ln Prompts nennen es und können ohne es nicht ausgeführt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use New Tool</source>
        <translation>Neues Werkzeug verwenden</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::MarkdownView</name>
    <message>
        <source>Copy Code Block</source>
        <translation>Codeblock kopieren</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::MediaField</name>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.gif *.webp *.heic);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.gif *.webp *.heic);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Audio (*.wav *.mp3 *.flac *.ogg *.m4a *.aac *.aiff);;All files (*)</source>
        <translation>Audio (*.wav *.mp3 *.flac *.ogg *.m4a *.aac *.aiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Documents (*.pdf);;All files (*)</source>
        <translation>Dokumente (*.pdf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose, drop or paste; or type an address</source>
        <translation>Wählen, ablegen oder einfügen; oder eine Adresse eingeben</translation>
    </message>
    <message>
        <source>Choose a File for %1…</source>
        <translation>Datei für %1 wählen…</translation>
    </message>
    <message>
        <source>Clear %1</source>
        <translation>%1 leeren</translation>
    </message>
    <message>
        <source>Preview of %1</source>
        <translation>Vorschau von %1</translation>
    </message>
    <message>
        <source>Choose File</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>It is larger than 50 MiB.</source>
        <translation>Größer als 50 MiB.</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Kept with the inputs</source>
        <translation>Bei den Eingaben aufbewahrt</translation>
    </message>
    <message>
        <source>An address: the service fetches it itself, or refuses it.</source>
        <translation>Eine Adresse: Der Dienst ruft sie selbst ab oder lehnt sie ab.</translation>
    </message>
    <message>
        <source>This is no image that services take: use PNG, JPEG, GIF or WebP.</source>
        <translation>Dieses Bild nehmen Dienste nicht an: PNG, JPEG, GIF oder WebP verwenden.</translation>
    </message>
    <message>
        <source>This is no sound that services take: use WAV, MP3, FLAC or Ogg.</source>
        <translation>Diese Tondatei nehmen Dienste nicht an: WAV, MP3, FLAC oder Ogg verwenden.</translation>
    </message>
    <message>
        <source>This is no document that services take: use PDF.</source>
        <translation>Dieses Dokument nehmen Dienste nicht an: PDF verwenden.</translation>
    </message>
    <message>
        <source>Larger than 20 MB: most services refuse it.</source>
        <translation>Größer als 20 MB: Die meisten Dienste lehnen das ab.</translation>
    </message>
    <message>
        <source>Saving the input set keeps a copy in the project&apos;s assets.</source>
        <translation>Beim Speichern des Eingabesatzes kommt eine Kopie in die Assets des Projekts.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::MessagesPreview</name>
    <message>
        <source>Messages as they would be sent</source>
        <translation>Nachrichten, wie sie gesendet würden</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>[Image, %1]</source>
        <translation>[Bild, %1]</translation>
    </message>
    <message>
        <source>[Audio, %1]</source>
        <translation>[Audio, %1]</translation>
    </message>
    <message>
        <source>[Document, %1]</source>
        <translation>[Dokument, %1]</translation>
    </message>
    <message>
        <source>[Cache up to here]</source>
        <translation>[Bis hier zwischenspeichern]</translation>
    </message>
    <message>
        <source>[Tool call: %1]</source>
        <translation>[Werkzeugaufruf: %1]</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ModelPicker</name>
    <message>
        <source>Search, or type a name</source>
        <translation>Suchen oder einen Namen eingeben</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Built-in scripts. None of them costs anything.</source>
        <translation>Eingebaute Skripte. Keines davon kostet etwas.</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>%1 wird nach Modellen gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s), as %1 lists them.</source>
        <translation>
            <numerusform>%Ln Modell, wie von %1 aufgelistet.</numerusform>
            <numerusform>%Ln Modelle, wie von %1 aufgelistet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Models known to Antiphon; the service could not be asked.</source>
        <translation>Modelle, die Antiphon kennt; der Dienst ließ sich nicht befragen.</translation>
    </message>
    <message>
        <source>The service could not be asked. Type the model&apos;s name.</source>
        <translation>Der Dienst ließ sich nicht befragen. Den Namen des Modells eingeben.</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Nothing is known of it.</source>
        <translation>Darüber ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Price and abilities of this model are not known.</source>
        <translation>Preis und Fähigkeiten dieses Modells sind nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::NameCompleter</name>
    <message>
        <source>Names to insert</source>
        <translation>Namen zum Einfügen</translation>
    </message>
    <message>
        <source>snippet</source>
        <translation>Baustein</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::NumberEditor</name>
    <message>
        <source>Not a whole number.</source>
        <translation>Keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Not a number.</source>
        <translation>Keine Zahl.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::NumberedEditor</name>
    <message>
        <source>Line numbers and problems</source>
        <translation>Zeilennummern und Probleme</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::OutputView</name>
    <message>
        <source>Ask for a &amp;value with fields instead of text</source>
        <translation>Statt Text einen &amp;Wert mit Feldern verlangen</translation>
    </message>
    <message>
        <source>Edit Schema</source>
        <translation>Schema bearbeiten</translation>
    </message>
    <message>
        <source>New Schema…</source>
        <translation>Neues Schema…</translation>
    </message>
    <message>
        <source>Read &amp;leniently</source>
        <translation>&amp;Nachsichtig lesen</translation>
    </message>
    <message>
        <source>How each target is asked</source>
        <translation>Wie jedes Ziel gefragt wird</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Is asked by</source>
        <translation>Verlangt über</translation>
    </message>
    <message>
        <source>Is not told</source>
        <translation>Erfährt nicht</translation>
    </message>
    <message>
        <source>Schema of the value</source>
        <translation>Schema des Werts</translation>
    </message>
    <message>
        <source>How the value is asked for</source>
        <translation>Wie der Wert verlangt wird</translation>
    </message>
    <message>
        <source>Automatic: what the target does best</source>
        <translation>Automatisch: was das Ziel am besten kann</translation>
    </message>
    <message>
        <source>A tool the model has to call</source>
        <translation>Ein Werkzeug, das das Modell aufrufen muss</translation>
    </message>
    <message>
        <source>JSON mode, with the schema in words</source>
        <translation>JSON-Modus, mit dem Schema in Worten</translation>
    </message>
    <message>
        <source>The service&apos;s own schema mode</source>
        <translation>Der eigene Schemamodus des Dienstes</translation>
    </message>
    <message>
        <source>Rules beyond the schema</source>
        <translation>Regeln über das Schema hinaus</translation>
    </message>
    <message>
        <source>Conditions over several fields, edited beside the schema</source>
        <translation>Bedingungen über mehrere Felder, neben dem Schema bearbeitet</translation>
    </message>
    <message>
        <source>Fences and text around the JSON are cut away, and &quot;42&quot; is taken for a number where one is asked for</source>
        <translation>Codezäune und Text um das JSON herum werden entfernt, und &quot;42&quot; gilt als Zahl, wo eine verlangt wird</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>&amp;Schema</translation>
    </message>
    <message>
        <source>Asked &amp;by</source>
        <translation>&amp;Verlangt über</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>Ask for a Value</source>
        <translation>Wert verlangen</translation>
    </message>
    <message>
        <source>Ask for Text</source>
        <translation>Text verlangen</translation>
    </message>
    <message>
        <source>Choose Schema</source>
        <translation>Schema auswählen</translation>
    </message>
    <message>
        <source>Choose Output Mode</source>
        <translation>Ausgabemodus auswählen</translation>
    </message>
    <message>
        <source>Choose Rules</source>
        <translation>Regeln auswählen</translation>
    </message>
    <message>
        <source>Change Leniency</source>
        <translation>Nachsicht ändern</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <extracomment>a schema or dataset that the prompt names and the project does not have</extracomment>
        <translation>%1 (fehlt)</translation>
    </message>
    <message>
        <source>Any JSON object</source>
        <translation>Beliebiges JSON-Objekt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Answers are read, checked against the schema, and sent back to the model where they do not fit, as often as the retry policy says.</source>
        <translation>Antworten werden gelesen, gegen das Schema geprüft und an das Modell zurückgesendet, wo sie nicht passen, so oft die Wiederholungsrichtlinie es vorsieht.</translation>
    </message>
    <message>
        <source>The answer is shown as text, as the model writes it.</source>
        <translation>Die Antwort wird als Text gezeigt, wie das Modell sie schreibt.</translation>
    </message>
    <message>
        <source>Dataset with examples</source>
        <translation>Datensatz mit Beispielen</translation>
    </message>
    <message>
        <source>Its rows go before the question, each as a question with its answer</source>
        <translation>Seine Zeilen stehen vor der Frage, jede als Frage mit ihrer Antwort</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>Choose Examples</source>
        <translation>Beispiele wählen</translation>
    </message>
    <message>
        <source>The question stands alone.</source>
        <translation>Die Frage steht allein.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s) go before the question, with answers in the form of this prompt.</source>
        <translation>
            <numerusform>%Ln Beispiel steht vor der Frage, mit einer Antwort in der Form dieses Prompts.</numerusform>
            <numerusform>%Ln Beispiele stehen vor der Frage, mit Antworten in der Form dieses Prompts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ParameterField</name>
    <message>
        <source>Back to the Default of %1</source>
        <translation>Zurück zur Vorgabe von %1</translation>
    </message>
    <message>
        <source>%1 (project)</source>
        <translation>%1 (Projekt)</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Vorgabe)</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>ein Eintrag pro Zeile</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Differs from the project&apos;s default.</source>
        <translation>Weicht von der Vorgabe des Projekts ab.</translation>
    </message>
    <message>
        <source>The open prompt sends %1 instead.</source>
        <translation>Der offene Prompt sendet stattdessen %1.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ParametersForm</name>
    <message>
        <source>Provider Extras</source>
        <translation>Anbieter-Extras</translation>
    </message>
    <message>
        <source>Not Supported by This Target (%L1)</source>
        <translation>Von diesem Ziel nicht unterstützt (%L1)</translation>
    </message>
    <message>
        <source>%1 is %2 and is not sent.</source>
        <translation>%1 ist %2 und wird nicht gesendet.</translation>
    </message>
    <message>
        <source>%1 is %2, but this target is not known to take it.</source>
        <translation>%1 ist %2, aber es ist nicht bekannt, ob dieses Ziel es annimmt.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ParametersView</name>
    <message>
        <source>Choose a target to see its parameters.</source>
        <translation>Ein Ziel wählen, um seine Parameter zu sehen.</translation>
    </message>
    <message>
        <source>Show Targets</source>
        <translation>Ziele zeigen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search parameters</source>
        <translation>Parameter suchen</translation>
    </message>
    <message>
        <source>Parameter fields</source>
        <translation>Parameterfelder</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider and model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save Target %1</source>
        <translation>Ziel %1 speichern</translation>
    </message>
    <message>
        <source>The target has no changes.</source>
        <translation>Das Ziel hat keine Änderungen.</translation>
    </message>
    <message>
        <source>Save target</source>
        <translation>Ziel speichern</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>%1 von %2 ändern</translation>
    </message>
    <message>
        <source>Change Extras of %1</source>
        <translation>Extras von %1 ändern</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyDocument</name>
    <message>
        <source>Antiphon does not know “%1”; it is kept and changes nothing.</source>
        <translation>Antiphon kennt „%1“ nicht; es bleibt erhalten und ändert nichts.</translation>
    </message>
    <message>
        <source>Edit Text</source>
        <translation>Text bearbeiten</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyForm</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Form of the policy</source>
        <translation>Formular der Richtlinie</translation>
    </message>
    <message>
        <source>Retry When</source>
        <translation>Wiederholen, wenn</translation>
    </message>
    <message>
        <source>Retry when</source>
        <translation>Wiederholen, wenn</translation>
    </message>
    <message>
        <source>Never When</source>
        <translation>Nie wiederholen, wenn</translation>
    </message>
    <message>
        <source>Never when</source>
        <translation>Nie wiederholen, wenn</translation>
    </message>
    <message>
        <source>Change What Is Retried</source>
        <translation>Ändern, was wiederholt wird</translation>
    </message>
    <message>
        <source>Change What Is Never Retried</source>
        <translation>Ändern, was nie wiederholt wird</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Obey Retry-After, at most</source>
        <translation>Retry-After befolgen, höchstens</translation>
    </message>
    <message>
        <source>A wait the server asks for replaces this one and is never shortened; one that is longer than this ends the call or falls back</source>
        <translation>Eine vom Server verlangte Wartezeit ersetzt diese und wird nie verkürzt; ist sie länger als dieser Wert, endet der Aufruf oder weicht aus</translation>
    </message>
    <message>
        <source>Longest Retry-After</source>
        <translation>Längstes Retry-After</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Obey the server&apos;s “x-should-retry”</source>
        <translation>„x-should-retry“ des Servers befolgen</translation>
    </message>
    <message>
        <source>The server&apos;s yes or no comes before everything the policy says</source>
        <translation>Das Ja oder Nein des Servers geht allem vor, was die Richtlinie sagt</translation>
    </message>
    <message>
        <source>Change the Wait</source>
        <translation>Wartezeit ändern</translation>
    </message>
    <message>
        <source>Change Retry-After</source>
        <translation>Retry-After ändern</translation>
    </message>
    <message>
        <source>Change the Server&apos;s Advice</source>
        <translation>Rat des Servers ändern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Repair of Invalid Output</source>
        <translation>Reparatur ungültiger Ausgaben</translation>
    </message>
    <message>
        <source>Repairs at most</source>
        <translation>Reparaturen, höchstens</translation>
    </message>
    <message>
        <source>Counted apart from retries, without a wait</source>
        <translation>Getrennt von Wiederholungen gezählt, ohne Wartezeit</translation>
    </message>
    <message>
        <source>Where the errors go</source>
        <translation>Wohin die Fehler kommen</translation>
    </message>
    <message>
        <source>In the prompt</source>
        <translation>In den Prompt</translation>
    </message>
    <message>
        <source>A list of the errors at the end of the prompt</source>
        <translation>Eine Liste der Fehler am Ende des Prompts</translation>
    </message>
    <message>
        <source>As the variable {errors}</source>
        <translation>Als Variable {errors}</translation>
    </message>
    <message>
        <source>The template says where they stand</source>
        <translation>Die Vorlage bestimmt, wo sie stehen</translation>
    </message>
    <message>
        <source>As a conversation</source>
        <translation>Als Gespräch</translation>
    </message>
    <message>
        <source>The wrong answer and its errors follow as new messages</source>
        <translation>Die falsche Antwort und ihre Fehler folgen als neue Nachrichten</translation>
    </message>
    <message>
        <source>Which errors are sent</source>
        <translation>Welche Fehler gesendet werden</translation>
    </message>
    <message>
        <source>All errors so far</source>
        <translation>Alle bisherigen Fehler</translation>
    </message>
    <message>
        <source>Those of the last answer</source>
        <translation>Die der letzten Antwort</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Errors go</source>
        <translation>Fehler kommen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>When a stream breaks off after its first text</source>
        <translation>Wenn ein Datenstrom nach seinem ersten Text abreißt</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>What was shown turns grey; nothing is appended</source>
        <translation>Was gezeigt wurde, wird grau; nichts wird angehängt</translation>
    </message>
    <message>
        <source>Continue the text</source>
        <translation>Den Text fortsetzen</translation>
    </message>
    <message>
        <source>The model is asked to go on; only for text</source>
        <translation>Das Modell wird gebeten fortzufahren; nur für Text</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Fehlschlagen</translation>
    </message>
    <message>
        <source>What came is kept</source>
        <translation>Was ankam, bleibt erhalten</translation>
    </message>
    <message>
        <source>Stream That Breaks Off</source>
        <translation>Abgerissener Datenstrom</translation>
    </message>
    <message>
        <source>After text came</source>
        <translation>Nach Beginn des Texts</translation>
    </message>
    <message>
        <source>Change Repairs</source>
        <translation>Reparaturen ändern</translation>
    </message>
    <message>
        <source>Change What Follows a Drop</source>
        <translation>Ändern, was auf einen Abriss folgt</translation>
    </message>
    <message>
        <source>Fall Back to Other Targets</source>
        <translation>Auf andere Ziele ausweichen</translation>
    </message>
    <message>
        <source>When to fall back</source>
        <translation>Wann ausgewichen wird</translation>
    </message>
    <message>
        <source>When attempts ran out</source>
        <translation>Wenn die Versuche aufgebraucht sind</translation>
    </message>
    <message>
        <source>A failure that was retried as often as allowed, or a wait that is too long</source>
        <translation>Ein Fehlschlag, der so oft wie erlaubt wiederholt wurde, oder eine zu lange Wartezeit</translation>
    </message>
    <message>
        <source>On any failure</source>
        <translation>Bei jedem Fehlschlag</translation>
    </message>
    <message>
        <source>All but cancelled calls and budgets</source>
        <translation>Alle außer abgebrochenen Aufrufen und Budgets</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>On a condition</source>
        <translation>Unter einer Bedingung</translation>
    </message>
    <message>
        <source>The condition is edited as text</source>
        <translation>Die Bedingung wird als Text bearbeitet</translation>
    </message>
    <message>
        <source>Targets to fall back to</source>
        <translation>Ausweichziele</translation>
    </message>
    <message>
        <source>each target&apos;s own list</source>
        <translation>die eigene Liste jedes Ziels</translation>
    </message>
    <message>
        <source>Targets for prompts that are too long</source>
        <translation>Ziele für zu lange Prompts</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>wie oben</translation>
    </message>
    <message>
        <source>Targets for filtered answers</source>
        <translation>Ziele für gefilterte Antworten</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>Abkühlzeit</translation>
    </message>
    <message>
        <source>So long a target that was given up is left out of picks</source>
        <translation>So lange wird ein aufgegebenes Ziel bei der Auswahl ausgelassen</translation>
    </message>
    <message>
        <source>Fall back</source>
        <translation>Ausweichen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Too long a prompt</source>
        <translation>Zu langer Prompt</translation>
    </message>
    <message>
        <source>Filtered answer</source>
        <translation>Gefilterte Antwort</translation>
    </message>
    <message>
        <source>Change When to Fall Back</source>
        <translation>Ändern, wann ausgewichen wird</translation>
    </message>
    <message>
        <source>Change Fallback Targets</source>
        <translation>Ausweichziele ändern</translation>
    </message>
    <message>
        <source>Change the Cooldown</source>
        <translation>Abkühlzeit ändern</translation>
    </message>
    <message>
        <source>Change When to Stop</source>
        <translation>Ändern, wann aufgehört wird</translation>
    </message>
    <message>
        <source>Retry at all</source>
        <translation>Überhaupt wiederholen</translation>
    </message>
    <message>
        <source>Without it there is one attempt, and nothing of the rest</source>
        <translation>Ohne dies gibt es einen einzigen Versuch, und alles Übrige entfällt</translation>
    </message>
    <message>
        <source>Switch Retries On</source>
        <translation>Wiederholungen einschalten</translation>
    </message>
    <message>
        <source>Switch Retries Off</source>
        <translation>Wiederholungen ausschalten</translation>
    </message>
    <message>
        <source>End, or fall back</source>
        <translation>Enden oder ausweichen</translation>
    </message>
    <message>
        <source>Wait as if nothing was asked</source>
        <translation>Warten, als wäre nichts verlangt</translation>
    </message>
    <message>
        <source>Wait as long as allowed</source>
        <translation>So lange warten wie erlaubt</translation>
    </message>
    <message>
        <source>When the server asks for a longer wait</source>
        <translation>Wenn der Server eine längere Wartezeit verlangt</translation>
    </message>
    <message>
        <source>What follows when it asks for more than the longest wait</source>
        <translation>Was folgt, wenn er mehr als die längste Wartezeit verlangt</translation>
    </message>
    <message>
        <source>A Retry-After of zero counts</source>
        <translation>Ein Retry-After von null zählt</translation>
    </message>
    <message>
        <source>Else the policy&apos;s own wait is kept then</source>
        <translation>Sonst bleibt es dann bei der eigenen Wartezeit der Richtlinie</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Headers that ask for a wait</source>
        <translation>Kopfzeilen, die eine Wartezeit verlangen</translation>
    </message>
    <message>
        <source>Names of the headers that count, separated by commas: retry-after-ms, retry-after</source>
        <translation>Namen der Kopfzeilen, die zählen, durch Kommas getrennt: retry-after-ms, retry-after</translation>
    </message>
    <message>
        <source>A longer one</source>
        <translation>Eine längere</translation>
    </message>
    <message>
        <source>From the headers</source>
        <translation>Aus den Kopfzeilen</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Weitergereicht</translation>
    </message>
    <message>
        <source>Change What Is Passed On</source>
        <translation>Ändern, was weitergereicht wird</translation>
    </message>
    <message>
        <source>What Is Done Besides</source>
        <translation>Was außerdem getan wird</translation>
    </message>
    <message>
        <source>Log Lines and Scripts</source>
        <translation>Protokollzeilen und Skripte</translation>
    </message>
    <message>
        <source>Change Log Lines and Scripts</source>
        <translation>Protokollzeilen und Skripte ändern</translation>
    </message>
    <message>
        <source>Before every attempt</source>
        <translation>Vor jedem Versuch</translation>
    </message>
    <message>
        <source>After an attempt that is not the end</source>
        <translation>Nach einem Versuch, der nicht das Ende ist</translation>
    </message>
    <message>
        <source>Behind one that is to be tried again, or given up</source>
        <translation>Nach einem, der wiederholt oder aufgegeben werden soll</translation>
    </message>
    <message>
        <source>Before a wait</source>
        <translation>Vor einer Wartezeit</translation>
    </message>
    <message>
        <source>Only when another attempt follows</source>
        <translation>Nur wenn ein weiterer Versuch folgt</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Change What Stands In</source>
        <translation>Ändern, was einspringt</translation>
    </message>
    <message>
        <source>Ends with the last failure as it is</source>
        <translation>Endet mit dem letzten Fehlschlag, wie er ist</translation>
    </message>
    <message>
        <source>Else with one that says how many attempts there were</source>
        <translation>Sonst mit einem, der die Zahl der Versuche nennt</translation>
    </message>
    <message>
        <source>Change the Ending</source>
        <translation>Ende ändern</translation>
    </message>
    <message>
        <source>And at random</source>
        <translation>Und zufällig</translation>
    </message>
    <message>
        <source>+ </source>
        <translation>+ </translation>
    </message>
    <message>
        <source>Seconds added to a Retry-After</source>
        <translation>Sekunden zusätzlich zu einem Retry-After</translation>
    </message>
    <message>
        <source>A draw of up to so many seconds is waited more than asked for</source>
        <translation>Es wird bis zu so viele Sekunden, ausgelost, länger gewartet als verlangt</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share added to a Retry-After</source>
        <translation>Anteil zusätzlich zu einem Retry-After</translation>
    </message>
    <message>
        <source>A draw of up to such a part of the wait is waited besides</source>
        <translation>Es wird bis zu einem solchen Teil der Wartezeit, ausgelost, länger gewartet</translation>
    </message>
    <message>
        <source>all headers</source>
        <translation>alle Kopfzeilen</translation>
    </message>
    <message>
        <source>Headers whose waits get more</source>
        <translation>Kopfzeilen, deren Wartezeiten länger werden</translation>
    </message>
    <message>
        <source>Names of the headers, separated by commas</source>
        <translation>Namen der Kopfzeilen, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyPreview</name>
    <message>
        <source>Server error, 503</source>
        <translation>Serverfehler, 503</translation>
    </message>
    <message>
        <source>Rate limit, 429</source>
        <translation>Ratenbegrenzung, 429</translation>
    </message>
    <message>
        <source>429 with Retry-After 20 s</source>
        <translation>429 mit Retry-After 20 s</translation>
    </message>
    <message>
        <source>429 with Retry-After 300 s</source>
        <translation>429 mit Retry-After 300 s</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Stream broken off</source>
        <translation>Datenstrom abgerissen</translation>
    </message>
    <message>
        <source>Key refused, 401</source>
        <translation>Schlüssel abgelehnt, 401</translation>
    </message>
    <message>
        <source>Bad request, 400</source>
        <translation>Ungültige Anfrage, 400</translation>
    </message>
    <message>
        <source>Failure of every attempt</source>
        <translation>Fehlschlag jedes Versuchs</translation>
    </message>
    <message>
        <source>How every attempt of the preview fails</source>
        <translation>Wie jeder Versuch der Vorschau fehlschlägt</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>Startwert der Ziehung</translation>
    </message>
    <message>
        <source>The same seed draws the same waits</source>
        <translation>Derselbe Startwert zieht dieselben Wartezeiten</translation>
    </message>
    <message>
        <source>Another Draw</source>
        <translation>Neue Ziehung</translation>
    </message>
    <message>
        <source>Draws the waits once more, with the next seed</source>
        <translation>Zieht die Wartezeiten noch einmal, mit dem nächsten Startwert</translation>
    </message>
    <message>
        <source>Waits of the policy</source>
        <translation>Wartezeiten der Richtlinie</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>This Draw</source>
        <translation>Diese Ziehung</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>Kürzeste</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Begins After</source>
        <translation>Beginnt nach</translation>
    </message>
    <message>
        <source>When the attempt begins, if attempts took no time: at the earliest and at the latest</source>
        <translation>Wann der Versuch beginnt, wenn Versuche keine Zeit bräuchten: frühestens und spätestens</translation>
    </message>
    <message>
        <source>What the policy comes to</source>
        <translation>Was die Richtlinie ergibt</translation>
    </message>
    <message>
        <source>&amp;Failure</source>
        <translation>&amp;Fehlschlag</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>At worst %Ln call(s) and %1 of waiting.</source>
        <translation>
            <numerusform>Schlimmstenfalls %Ln Aufruf und %1 Wartezeit.</numerusform>
            <numerusform>Schlimmstenfalls %Ln Aufrufe und %1 Wartezeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The table has the first %Ln.</source>
        <translation>
            <numerusform>Die Tabelle zeigt den ersten (%Ln).</numerusform>
            <numerusform>Die Tabelle zeigt die ersten %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>This draw: %1.</source>
        <translation>Diese Ziehung: %1.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyText</name>
    <message>
        <source>Text of the policy</source>
        <translation>Text der Richtlinie</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyTrial</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Fault to test on</source>
        <translation>Störung, mit der getestet wird</translation>
    </message>
    <message>
        <source>What the simulated service does</source>
        <translation>Was der simulierte Dienst tut</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Waits take no time; the times shown are those they would take</source>
        <translation>Wartezeiten kosten keine Zeit; gezeigt werden die Zeiten, die sie dauern würden</translation>
    </message>
    <message>
        <source>As it would be</source>
        <translation>In echter Zeit</translation>
    </message>
    <message>
        <source>Waits take as long as they do</source>
        <translation>Wartezeiten dauern so lange, wie sie sind</translation>
    </message>
    <message>
        <source>Pace of the test</source>
        <translation>Tempo des Tests</translation>
    </message>
    <message>
        <source>Whether the waits are really waited</source>
        <translation>Ob die Wartezeiten wirklich abgewartet werden</translation>
    </message>
    <message>
        <source>What the test came to</source>
        <translation>Was der Test ergeben hat</translation>
    </message>
    <message>
        <source>Attempts of the test</source>
        <translation>Versuche des Tests</translation>
    </message>
    <message>
        <source>&amp;Fault</source>
        <translation>&amp;Störung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln attempt(s), %2 of waiting.</source>
        <translation>
            <numerusform>%1: %Ln Versuch, %2 Wartezeit.</numerusform>
            <numerusform>%1: %Ln Versuche, %2 Wartezeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>It ended with: %1.</source>
        <translation>Geendet hat es mit: %1.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PolicyView</name>
    <message>
        <source>Retry policy %1</source>
        <translation>Wiederholungsrichtlinie %1</translation>
    </message>
    <message>
        <source>What the policy comes to</source>
        <translation>Was die Richtlinie ergibt</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Test on Simulator</source>
        <translation>Am Simulator testen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Begin with a policy that is ready made</source>
        <translation>Mit einer fertigen Richtlinie beginnen</translation>
    </message>
    <message>
        <source>As Other Libraries Do</source>
        <translation>Wie andere Bibliotheken</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>Voreinstellung %1</translation>
    </message>
    <message>
        <source>The form shows the policy as it was before.</source>
        <translation>Das Formular zeigt die Richtlinie, wie sie zuvor war.</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Add Network Errors</source>
        <translation>Netzwerkfehler hinzufügen</translation>
    </message>
    <message>
        <source>the project&apos;s default</source>
        <translation>die Vorgabe des Projekts</translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln target(s)</source>
        <translation>
            <numerusform>von %Ln Ziel verwendet</numerusform>
            <numerusform>von %Ln Zielen verwendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used by %Ln prompt(s)</source>
        <translation>
            <numerusform>von %Ln Prompt verwendet</numerusform>
            <numerusform>von %Ln Prompts verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ProblemsModel</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ProblemsView</name>
    <message>
        <source>No problems found.</source>
        <translation>Keine Probleme gefunden.</translation>
    </message>
    <message>
        <source>Check Project</source>
        <translation>Projekt prüfen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ProjectCommands</name>
    <message>
        <source>The project in “%1” cannot be opened.</source>
        <translation>Das Projekt in „%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Choose an Empty Folder for the Project</source>
        <translation>Leeren Ordner für das Projekt auswählen</translation>
    </message>
    <message>
        <source>The project cannot be made.</source>
        <translation>Das Projekt lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The sample cannot be written.</source>
        <translation>Das Beispiel lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>New Prompt</source>
        <translation>Neuer Prompt</translation>
    </message>
    <message>
        <source>Title of the prompt</source>
        <translation>Titel des Prompts</translation>
    </message>
    <message>
        <source>Make Prompt</source>
        <translation>Prompt anlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The prompt is not made.</source>
        <translation>Der Prompt wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>“%1” is not saved. Your text is kept here.</source>
        <translation>„%1“ ist nicht gespeichert. Der Text bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>„%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Not everything is saved. Your text is kept here.</source>
        <translation>Nicht alles ist gespeichert. Der Text bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>Saved everything.</source>
        <translation>Alles gespeichert.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give up all changes of “%1” since it was saved?</source>
        <translation>Alle Änderungen an „%1“ seit dem letzten Speichern aufgeben?</translation>
    </message>
    <message>
        <source>Revert to Saved</source>
        <translation>Auf gespeicherten Stand zurücksetzen</translation>
    </message>
    <message>
        <source>Keep Changes</source>
        <translation>Änderungen behalten</translation>
    </message>
    <message>
        <source>“%1” cannot be read again.</source>
        <translation>„%1“ lässt sich nicht erneut lesen.</translation>
    </message>
    <message>
        <source>The project cannot be read again.</source>
        <translation>Das Projekt lässt sich nicht erneut lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) found.</source>
        <translation>
            <numerusform>%Ln Problem gefunden.</numerusform>
            <numerusform>%Ln Probleme gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“%1” is not saved. Your changes are kept here.</source>
        <translation>„%1“ ist nicht gespeichert. Die Änderungen bleiben hier erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) have changes that are not saved.</source>
        <translation>
            <numerusform>%Ln Element hat nicht gespeicherte Änderungen.</numerusform>
            <numerusform>%Ln Elemente haben nicht gespeicherte Änderungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename Prompt</source>
        <translation>Prompt umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>The prompt is not renamed.</source>
        <translation>Der Prompt wurde nicht umbenannt.</translation>
    </message>
    <message>
        <source>The prompt is not duplicated.</source>
        <translation>Der Prompt wurde nicht dupliziert.</translation>
    </message>
    <message>
        <source>The prompt is not deleted.</source>
        <translation>Der Prompt wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>The prompt does not come back.</source>
        <translation>Der Prompt wurde nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>The snippet is not saved.</source>
        <translation>Der Baustein wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Saved snippet “%1”.</source>
        <translation>Baustein „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>New Retry Policy</source>
        <translation>Neue Wiederholungsrichtlinie</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>Name der Richtlinie</translation>
    </message>
    <message>
        <source>Make Retry Policy</source>
        <translation>Wiederholungsrichtlinie anlegen</translation>
    </message>
    <message>
        <source>The retry policy is not made.</source>
        <translation>Die Wiederholungsrichtlinie wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>Rename Retry Policy</source>
        <translation>Wiederholungsrichtlinie umbenennen</translation>
    </message>
    <message>
        <source>The retry policy is not renamed.</source>
        <translation>Die Wiederholungsrichtlinie wurde nicht umbenannt.</translation>
    </message>
    <message>
        <source>Renamed “%1” to “%2”. What names it follows.</source>
        <translation>„%1“ in „%2“ umbenannt. Verweise darauf ziehen mit.</translation>
    </message>
    <message>
        <source>The retry policy is not duplicated.</source>
        <translation>Die Wiederholungsrichtlinie wurde nicht dupliziert.</translation>
    </message>
    <message>
        <source>The retry policy is not deleted.</source>
        <translation>Die Wiederholungsrichtlinie wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>The retry policy does not come back.</source>
        <translation>Die Wiederholungsrichtlinie kommt nicht zurück.</translation>
    </message>
    <message>
        <source>Name of the schema: small letters, digits, - and _</source>
        <translation>Name des Schemas: Kleinbuchstaben, Ziffern, - und _</translation>
    </message>
    <message>
        <source>New Schema</source>
        <translation>Neues Schema</translation>
    </message>
    <message>
        <source>Make Schema</source>
        <translation>Schema anlegen</translation>
    </message>
    <message>
        <source>The schema is not made.</source>
        <translation>Das Schema wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>Rename Schema</source>
        <translation>Schema umbenennen</translation>
    </message>
    <message>
        <source>The schema is not renamed.</source>
        <translation>Das Schema wurde nicht umbenannt.</translation>
    </message>
    <message>
        <source>Renamed “%1” to “%2”. Prompts that use it follow.</source>
        <translation>„%1“ in „%2“ umbenannt. Prompts, die es verwenden, ziehen mit.</translation>
    </message>
    <message>
        <source>The schema is not duplicated.</source>
        <translation>Das Schema wurde nicht dupliziert.</translation>
    </message>
    <message>
        <source>The schema is not deleted.</source>
        <translation>Das Schema wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>The schema does not come back.</source>
        <translation>Das Schema kommt nicht zurück.</translation>
    </message>
    <message>
        <source>Name of the tool, such as find-order</source>
        <translation>Name des Werkzeugs, etwa find-order</translation>
    </message>
    <message>
        <source>New Tool</source>
        <translation>Neues Werkzeug</translation>
    </message>
    <message>
        <source>Make Tool</source>
        <translation>Werkzeug anlegen</translation>
    </message>
    <message>
        <source>The tool is not made.</source>
        <translation>Das Werkzeug wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>Rename Tool</source>
        <translation>Werkzeug umbenennen</translation>
    </message>
    <message>
        <source>The tool is not renamed.</source>
        <translation>Das Werkzeug wurde nicht umbenannt.</translation>
    </message>
    <message>
        <source>Renamed “%1” to “%2”. Prompts that name it follow.</source>
        <translation>„%1“ in „%2“ umbenannt. Prompts, die es nennen, ziehen mit.</translation>
    </message>
    <message>
        <source>The tool is not duplicated.</source>
        <translation>Das Werkzeug wurde nicht dupliziert.</translation>
    </message>
    <message>
        <source>The tool is not deleted.</source>
        <translation>Das Werkzeug wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>The tool does not come back.</source>
        <translation>Das Werkzeug kommt nicht zurück.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ProjectModel</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Retry Policies</source>
        <translation>Wiederholungsrichtlinien</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Bausteine</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>%1, cannot be read</source>
        <translation>%1, nicht lesbar</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ProjectView</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the project</source>
        <translation>Das Projekt filtern</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PromptDocument</name>
    <message>
        <source>Scratch</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Restore Settings</source>
        <translation>Einstellungen wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PromptToolsView</name>
    <message>
        <source>&amp;Edit Tool</source>
        <translation>Werkzeug &amp;bearbeiten</translation>
    </message>
    <message>
        <source>New Tool…</source>
        <translation>Neues Werkzeug…</translation>
    </message>
    <message>
        <source>A tool is what the model may ask for while it answers: look an order up, read the clock. The project has none yet.</source>
        <translation>Ein Werkzeug ist, was das Modell beim Antworten anfordern darf: eine Bestellung nachschlagen, die Uhr ablesen. Das Projekt hat noch keines.</translation>
    </message>
    <message>
        <source>Choose Tool Use</source>
        <translation>Werkzeugnutzung wählen</translation>
    </message>
    <message>
        <source>Change Step Limit</source>
        <translation>Schrittgrenze ändern</translation>
    </message>
    <message>
        <source>Tools of the project; checked ones are offered to the model</source>
        <translation>Werkzeuge des Projekts; angehakte werden dem Modell angeboten</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Answered By</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Open the selected tool in a tab</source>
        <translation>Das ausgewählte Werkzeug in einem Reiter öffnen</translation>
    </message>
    <message>
        <source>Make a tool and offer it here</source>
        <translation>Ein Werkzeug anlegen und hier anbieten</translation>
    </message>
    <message>
        <source>Whether the model has to call a tool</source>
        <translation>Ob das Modell ein Werkzeug aufrufen muss</translation>
    </message>
    <message>
        <source>A choice that forces a tool holds until one has answered</source>
        <translation>Eine Wahl, die ein Werkzeug erzwingt, gilt, bis eines geantwortet hat</translation>
    </message>
    <message>
        <source>Step limit: how often tools may answer in one call</source>
        <translation>Schrittgrenze: wie oft Werkzeuge in einem Aufruf antworten dürfen</translation>
    </message>
    <message>
        <source>Each answer of the model that calls tools is a step; after the last one the call ends as failed</source>
        <translation>Jede Antwort des Modells, die Werkzeuge aufruft, ist ein Schritt; nach dem letzten endet der Aufruf als fehlgeschlagen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Step &amp;limit</source>
        <translation>Schritt&amp;grenze</translation>
    </message>
    <message>
        <source>%1, you approve</source>
        <translation>%1, Sie genehmigen</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (fehlt)</translation>
    </message>
    <message>
        <source>The project has no such tool: the prompt cannot run until it is unchecked or made.</source>
        <translation>Das Projekt hat kein solches Werkzeug: Der Prompt kann erst laufen, wenn es abgewählt oder angelegt ist.</translation>
    </message>
    <message>
        <source>decides whether to call one</source>
        <translation>entscheidet, ob es eines aufruft</translation>
    </message>
    <message>
        <source>has to call one</source>
        <translation>muss eines aufrufen</translation>
    </message>
    <message>
        <source>may not call any</source>
        <translation>darf keines aufrufen</translation>
    </message>
    <message>
        <source>has to call %1</source>
        <translation>muss %1 aufrufen</translation>
    </message>
    <message>
        <source>has to call %1, which is not offered</source>
        <translation>muss %1 aufrufen, das nicht angeboten wird</translation>
    </message>
    <message>
        <source>No tool is checked: the model answers by itself.</source>
        <translation>Kein Werkzeug ist angehakt: Das Modell antwortet allein.</translation>
    </message>
    <message numerus="yes">
        <source>The model may call %Ln tool(s) while it answers.</source>
        <translation>
            <numerusform>Das Modell darf beim Antworten %Ln Werkzeug aufrufen.</numerusform>
            <numerusform>Das Modell darf beim Antworten %Ln Werkzeuge aufrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offer %1</source>
        <translation>%1 anbieten</translation>
    </message>
    <message>
        <source>Withdraw %1</source>
        <translation>%1 zurückziehen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::PromptView</name>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Go to Line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line, 1 to %L1</source>
        <translation>Zeile, 1 bis %L1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Parts of the prompt</source>
        <translation>Teile des Prompts</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Dynamic</source>
        <translation>Dynamik</translation>
    </message>
    <message>
        <source>The text of the prompt</source>
        <translation>Der Text des Prompts</translation>
    </message>
    <message>
        <source>Computed fields, rules and scripts</source>
        <translation>Berechnete Felder, Regeln und Skripte</translation>
    </message>
    <message>
        <source>Output •</source>
        <translation>Ausgabe •</translation>
    </message>
    <message>
        <source>Dynamic •</source>
        <translation>Dynamik •</translation>
    </message>
    <message>
        <source>A script of the prompt is faulty</source>
        <translation>Ein Skript des Prompts ist fehlerhaft</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>What the model may call while it answers</source>
        <translation>Was das Modell beim Antworten aufrufen darf</translation>
    </message>
    <message>
        <source>Tools •</source>
        <translation>Werkzeuge •</translation>
    </message>
    <message>
        <source>The form of the answer: text, or a value with a schema; examples</source>
        <translation>Die Form der Antwort: Text oder ein Wert mit einem Schema; Beispiele</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResolvedModel</name>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>prompt, for this target</source>
        <translation>Prompt, für dieses Ziel</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>this call</source>
        <translation>dieser Aufruf</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>another prompt</source>
        <translation>anderer Prompt</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>retry policy</source>
        <translation>Wiederholungsrichtlinie</translation>
    </message>
    <message>
        <source>value asked for</source>
        <translation>verlangter Wert</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, from %3</source>
        <extracomment>a setting, its value and the layer it comes from</extracomment>
        <translation>%1: %2, Herkunft: %3</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message numerus="yes">
        <source>%Ln example(s)</source>
        <translation>
            <numerusform>%Ln Beispiel</numerusform>
            <numerusform>%Ln Beispiele</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResolvedView</name>
    <message>
        <source>Target of the preview</source>
        <translation>Ziel der Vorschau</translation>
    </message>
    <message>
        <source>Number of the attempt</source>
        <translation>Nummer des Versuchs</translation>
    </message>
    <message>
        <source>What the call is at a later attempt, after a rate limit</source>
        <translation>Wie der Aufruf bei einem späteren Versuch aussieht, nach einer Ratenbegrenzung</translation>
    </message>
    <message>
        <source>The call as it would be made</source>
        <translation>Der Aufruf, wie er gemacht würde</translation>
    </message>
    <message>
        <source>Call for the current inputs</source>
        <translation>Aufruf für die aktuellen Eingaben</translation>
    </message>
    <message>
        <source>on</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>‹answer of %1›</source>
        <translation>‹Antwort von %1›</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>No target is chosen.</source>
        <translation>Kein Ziel ist ausgewählt.</translation>
    </message>
    <message>
        <source>Check where to run in the targets at the side.</source>
        <translation>Bei den Zielen an der Seite ankreuzen, wo ausgeführt werden soll.</translation>
    </message>
    <message>
        <source>The call cannot be made like this.</source>
        <translation>So lässt sich der Aufruf nicht machen.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResponseColumn</name>
    <message>
        <source>Shows the attempts behind the answer</source>
        <translation>Zeigt die Versuche hinter der Antwort</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>Try Now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>%1 jetzt versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Thinking of %1</source>
        <translation>Überlegungen von %1</translation>
    </message>
    <message>
        <source>Response from %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Rendered response from %1</source>
        <translation>Formatierte Antwort von %1</translation>
    </message>
    <message>
        <source>New text below</source>
        <translation>Neuer Text unten</translation>
    </message>
    <message>
        <source>Go to new text of %1</source>
        <translation>Zum neuen Text von %1 gehen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Rendered Markdown</source>
        <translation>Formatiertes Markdown</translation>
    </message>
    <message>
        <source>Maximize Column</source>
        <translation>Spalte maximieren</translation>
    </message>
    <message>
        <source>Inspect Attempts</source>
        <translation>Versuche untersuchen</translation>
    </message>
    <message>
        <source>Try Next Attempt Now</source>
        <translation>Nächsten Versuch jetzt starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source> after %1</source>
        <translation> nach %1</translation>
    </message>
    <message>
        <source>Cancelled%1</source>
        <translation>Abgebrochen%1</translation>
    </message>
    <message>
        <source>Cut at the token limit%1</source>
        <translation>An der Token-Grenze abgeschnitten%1</translation>
    </message>
    <message>
        <source>Ended early%1: %2</source>
        <translation>Vorzeitig beendet%1: %2</translation>
    </message>
    <message>
        <source>Too long to render: shown as it came</source>
        <translation>Zu lang zum Formatieren: so gezeigt, wie es kam</translation>
    </message>
    <message>
        <source>Thinking, about %1 tokens</source>
        <translation>Überlegungen, etwa %1 Token</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>Mit %1 fortfahren</translation>
    </message>
    <message>
        <source>What to say next to %1</source>
        <translation>Was als Nächstes zu %1 gesagt wird</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>%1 antworten</translation>
    </message>
    <message>
        <source>Go on from this answer</source>
        <translation>Von dieser Antwort aus fortfahren</translation>
    </message>
    <message>
        <source>Reply to the Answer</source>
        <translation>Auf die Antwort antworten</translation>
    </message>
    <message>
        <source>Value</source>
        <extracomment>one of two parts of a response: the value that was read</extracomment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>The value that was asked for, field by field</source>
        <translation>Der verlangte Wert, Feld für Feld</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>the other part: the text as it came</extracomment>
        <translation>Text</translation>
    </message>
    <message>
        <source>Raw text of %1</source>
        <translation>Rohtext von %1</translation>
    </message>
    <message>
        <source>The answer as it came</source>
        <translation>Die Antwort, wie sie ankam</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResponsesModel</name>
    <message>
        <source>Attempt %1: %2 after %3</source>
        <translation>Versuch %1: %2 nach %3</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
    <message>
        <source>Started again</source>
        <translation>Neu begonnen</translation>
    </message>
    <message>
        <source>try %1/%2</source>
        <translation>Versuch %1/%2</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Waiting %1 s, %2</source>
        <extracomment>%1 is a number of seconds, %2 is &quot;try 3/4&quot;</extracomment>
        <translation>Wartet %1 s, %2</translation>
    </message>
    <message>
        <source>Done, cached</source>
        <translation>Fertig, aus dem Zwischenspeicher</translation>
    </message>
    <message>
        <source>Streaming %1/s</source>
        <extracomment>Tokens per second while an answer arrives</extracomment>
        <translation>Empfängt %1/s</translation>
    </message>
    <message>
        <source>Response from %1, %2</source>
        <translation>Antwort von %1, %2</translation>
    </message>
    <message>
        <source>Response from %1, %2, %3 tokens</source>
        <translation>Antwort von %1, %2, %3 Token</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <extracomment>%1 is a tool&apos;s name, %2 what it answered</extracomment>
        <translation>%1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResponsesView</name>
    <message>
        <source>Answers appear here side by side.</source>
        <translation>Hier erscheinen die Antworten Seite an Seite.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResultDialog</name>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>Edit the Value of %1</source>
        <translation>Den Wert von %1 bearbeiten</translation>
    </message>
    <message>
        <source>Take This Value</source>
        <translation>Diesen Wert übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It fits.</source>
        <translation>Er passt.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResultModel</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln Feld</numerusform>
            <numerusform>%Ln Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Attempt %1 got it wrong.</source>
        <translation>Bei Versuch %1 war es falsch.</translation>
    </message>
    <message>
        <source>It came in another type and was converted without loss.</source>
        <translation>Es kam in einem anderen Typ und wurde verlustfrei umgewandelt.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>a field, its value and its state, as they are read aloud</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ResultView</name>
    <message>
        <source>The value appears here field by field.</source>
        <translation>Der Wert erscheint hier Feld für Feld.</translation>
    </message>
    <message>
        <source>Value from %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>Attempt of %1 whose value is shown</source>
        <translation>Versuch von %1, dessen Wert gezeigt wird</translation>
    </message>
    <message>
        <source>Values of earlier attempts are kept</source>
        <translation>Die Werte früherer Versuche bleiben erhalten</translation>
    </message>
    <message>
        <source>Copy Value as JSON</source>
        <translation>Wert als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy Whole Result as JSON</source>
        <translation>Ganzes Ergebnis als JSON kopieren</translation>
    </message>
    <message>
        <source>Export Result…</source>
        <translation>Ergebnis exportieren…</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Next Problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Open All</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Close All</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>Attempt %1, arriving</source>
        <translation>Versuch %1, trifft ein</translation>
    </message>
    <message>
        <source>Attempt %1, valid</source>
        <translation>Versuch %1, gültig</translation>
    </message>
    <message numerus="yes">
        <source>Attempt %1, %Ln problem(s)</source>
        <translation>
            <numerusform>Versuch %1, %Ln Problem</numerusform>
            <numerusform>Versuch %1, %Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>No value could be read.</source>
        <translation>Es ließ sich kein Wert lesen.</translation>
    </message>
    <message>
        <source>You accepted a value that does not fit.</source>
        <translation>Sie haben einen Wert akzeptiert, der nicht passt.</translation>
    </message>
    <message numerus="yes">
        <source>Attempt %1 did not fit: %Ln problem(s).</source>
        <translation>
            <numerusform>Versuch %1 passte nicht: %Ln Problem.</numerusform>
            <numerusform>Versuch %1 passte nicht: %Ln Probleme.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model is told and tries again.</source>
        <translation>Das Modell erfährt es und versucht es erneut.</translation>
    </message>
    <message>
        <source>Repaired: attempt %1 fits.</source>
        <translation>Repariert: Versuch %1 passt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s) before did not.</source>
        <translation>
            <numerusform>%Ln Versuch davor passte nicht.</numerusform>
            <numerusform>%Ln Versuche davor passten nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) do not match.</source>
        <translation>
            <numerusform>%Ln Feld stimmt nicht.</numerusform>
            <numerusform>%Ln Felder stimmen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer is no value that can be checked.</source>
        <translation>Die Antwort ist kein Wert, der sich prüfen lässt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln repair(s) did not help.</source>
        <translation>
            <numerusform>%Ln Reparatur half nicht.</numerusform>
            <numerusform>%Ln Reparaturen halfen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept Anyway</source>
        <translation>Trotzdem akzeptieren</translation>
    </message>
    <message>
        <source>Accept the value of %1 anyway</source>
        <translation>Den Wert von %1 trotzdem akzeptieren</translation>
    </message>
    <message>
        <source>Takes this value for the answer, although it does not fit</source>
        <translation>Nimmt diesen Wert als Antwort, obwohl er nicht passt</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Edit the value of %1</source>
        <translation>Den Wert von %1 bearbeiten</translation>
    </message>
    <message>
        <source>Mend the value by hand and take it for the answer</source>
        <translation>Den Wert von Hand ausbessern und als Antwort nehmen</translation>
    </message>
    <message>
        <source>Export Result</source>
        <translation>Ergebnis exportieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>The result is not written.</source>
        <translation>Das Ergebnis wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>Repair Once More</source>
        <translation>Noch einmal reparieren</translation>
    </message>
    <message>
        <source>Repair the value of %1 once more</source>
        <translation>Den Wert von %1 noch einmal reparieren</translation>
    </message>
    <message>
        <source>Tells the model what does not match and asks again: one more attempt, which costs as any other</source>
        <translation>Sagt dem Modell, was nicht passt, und fragt erneut: ein weiterer Versuch, der kostet wie jeder andere</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::RulesEditor</name>
    <message>
        <source>A value is wrong where a condition is true. Conditions are JavaScript over its fields by name; “output” is the whole value.</source>
        <translation>Ein Wert ist falsch, wenn eine Bedingung zutrifft. Bedingungen sind JavaScript über seine Felder mit ihren Namen; „output“ ist der ganze Wert.</translation>
    </message>
    <message>
        <source>Rules beyond the schema</source>
        <translation>Regeln über das Schema hinaus</translation>
    </message>
    <message>
        <source>Wrong When</source>
        <translation>Falsch, wenn</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Add Rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Delete Rule</source>
        <translation>Regel löschen</translation>
    </message>
    <message>
        <source>the rule</source>
        <translation>die Regel</translation>
    </message>
    <message>
        <source>Change Rule</source>
        <translation>Regel ändern</translation>
    </message>
    <message>
        <source>there has to be a value</source>
        <translation>es muss einen Wert geben</translation>
    </message>
    <message>
        <source>%1 must not be empty</source>
        <translation>%1 darf nicht leer sein</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::RunStatus</name>
    <message>
        <source>Whether everything is saved</source>
        <translation>Ob alles gespeichert ist</translation>
    </message>
    <message>
        <source>Where a run goes</source>
        <translation>Wohin ein Lauf geht</translation>
    </message>
    <message>
        <source>Calls that are running</source>
        <translation>Laufende Aufrufe</translation>
    </message>
    <message>
        <source>Tokens of this run</source>
        <translation>Token dieses Laufs</translation>
    </message>
    <message>
        <source>Cost of this run</source>
        <translation>Kosten dieses Laufs</translation>
    </message>
    <message>
        <source>Place of the cursor</source>
        <translation>Position des Cursors</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not saved</source>
        <translation>
            <numerusform>%Ln nicht gespeichert</numerusform>
            <numerusform>%Ln nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Simulated + %Ln live</source>
        <translation>
            <numerusform>Simuliert + %Ln echtes</numerusform>
            <numerusform>Simuliert + %Ln echte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live</source>
        <translation>
            <numerusform>%Ln echtes</numerusform>
            <numerusform>%Ln echte</numerusform>
        </translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <comment>tokens</comment>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::SchemaDocument</name>
    <message>
        <source>the rule</source>
        <translation>die Regel</translation>
    </message>
    <message>
        <source>A schema is an object in braces.</source>
        <translation>Ein Schema ist ein Objekt in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>Restore Rules</source>
        <translation>Regeln wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::SchemaExample</name>
    <message>
        <source>Example of the value</source>
        <translation>Beispiel des Werts</translation>
    </message>
    <message>
        <source>Infer Schema from Example</source>
        <translation>Schema aus Beispiel ableiten</translation>
    </message>
    <message>
        <source>Keep as Example</source>
        <translation>Als Beispiel behalten</translation>
    </message>
    <message>
        <source>Make from Schema</source>
        <translation>Aus Schema erzeugen</translation>
    </message>
    <message>
        <source>Makes fields from what the example has; words about fields stay</source>
        <translation>Erzeugt Felder aus dem, was das Beispiel hat; Texte zu Feldern bleiben</translation>
    </message>
    <message>
        <source>Writes it into the schema, where models see it</source>
        <translation>Schreibt es in das Schema, wo Modelle es sehen</translation>
    </message>
    <message>
        <source>Gives up what was typed here</source>
        <translation>Verwirft, was hier eingegeben wurde</translation>
    </message>
    <message>
        <source>The example fits the schema.</source>
        <translation>Das Beispiel passt zum Schema.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::SchemaFields</name>
    <message>
        <source>Fields of the schema</source>
        <translation>Felder des Schemas</translation>
    </message>
    <message>
        <source>Details of the field</source>
        <translation>Einzelheiten des Felds</translation>
    </message>
    <message>
        <source>Add Field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Add a field to the selected object</source>
        <translation>Dem ausgewählten Objekt ein Feld hinzufügen</translation>
    </message>
    <message>
        <source>Add Definition</source>
        <translation>Definition hinzufügen</translation>
    </message>
    <message>
        <source>Add a definition that fields can refer to</source>
        <translation>Eine Definition hinzufügen, auf die Felder verweisen können</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected field</source>
        <translation>Das ausgewählte Feld löschen</translation>
    </message>
    <message>
        <source>field</source>
        <comment>name of a new field; letters only</comment>
        <translation>feld</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::SchemaView</name>
    <message>
        <source>JSON Schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>What each target is told of the schema</source>
        <translation>Was jedes Ziel vom Schema erfährt</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Is asked by</source>
        <translation>Verlangt über</translation>
    </message>
    <message>
        <source>Checked here only</source>
        <translation>Nur hier geprüft</translation>
    </message>
    <message>
        <source>Example, targets and rules</source>
        <translation>Beispiel, Ziele und Regeln</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>The fields show the schema as it last was.</source>
        <translation>Die Felder zeigen das Schema, wie es zuletzt war.</translation>
    </message>
    <message>
        <source>There is already a field “%1”.</source>
        <translation>Es gibt bereits ein Feld „%1“.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::SnippetDialog</name>
    <message>
        <source>New Snippet</source>
        <translation>Neuer Baustein</translation>
    </message>
    <message>
        <source>Snippet %1</source>
        <translation>Baustein %1</translation>
    </message>
    <message>
        <source>Name of the snippet</source>
        <translation>Name des Bausteins</translation>
    </message>
    <message>
        <source>Small letters, digits, - and _</source>
        <translation>Kleinbuchstaben, Ziffern, - und _</translation>
    </message>
    <message>
        <source>Text of the snippet</source>
        <translation>Text des Bausteins</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save Snippet</source>
        <translation>Baustein speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is a snippet of that name.</source>
        <translation>Es gibt schon einen Baustein dieses Namens.</translation>
    </message>
    <message>
        <source>Give it a name of small letters, digits, - and _.</source>
        <translation>Einen Namen aus Kleinbuchstaben, Ziffern, - und _ vergeben.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::SpendingButton</name>
    <message>
        <source>Spending: %1</source>
        <extracomment>read aloud: %1 is &quot;today $0.31 of $1.00&quot;</extracomment>
        <translation>Ausgaben: %1</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::StopField</name>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Before a wait would pass</source>
        <translation>Bevor eine Wartezeit hinausginge über</translation>
    </message>
    <message>
        <source>Time that no wait passes</source>
        <translation>Zeit, über die keine Wartezeit hinausgeht</translation>
    </message>
    <message>
        <source>No wait goes on past this time since the first attempt</source>
        <translation>Keine Wartezeit geht über diese Zeit seit dem ersten Versuch hinaus</translation>
    </message>
    <message>
        <source>When more have passed than</source>
        <translation>Wenn mehr vergangen ist als</translation>
    </message>
    <message>
        <source>Time after which there are no more attempts</source>
        <translation>Zeit, nach der es keine Versuche mehr gibt</translation>
    </message>
    <message>
        <source>No attempt begins after this time; the last wait may pass it</source>
        <translation>Kein Versuch beginnt nach dieser Zeit; die letzte Wartezeit darf darüber hinausgehen</translation>
    </message>
    <message>
        <source> attempts</source>
        <translation> Versuchen</translation>
    </message>
    <message>
        <source>Attempts in all</source>
        <translation>Versuche insgesamt</translation>
    </message>
    <message>
        <source>The first one counts; repairs and tool steps do not</source>
        <translation>Der erste zählt mit; Reparaturen und Werkzeugschritte nicht</translation>
    </message>
    <message>
        <source>Stop after a number of attempts</source>
        <translation>Nach einer Anzahl von Versuchen aufhören</translation>
    </message>
    <message>
        <source>Stop when a script says so</source>
        <translation>Aufhören, wenn ein Skript es sagt</translation>
    </message>
    <message>
        <source>JavaScript over attempt, target, error, answer, elapsed, idle, upcoming and variables; true means: give up</source>
        <translation>JavaScript über attempt, target, error, answer, elapsed, idle, upcoming und variables; true bedeutet: aufgeben</translation>
    </message>
    <message>
        <source>When a script says so</source>
        <translation>Wenn ein Skript es sagt</translation>
    </message>
    <message>
        <source>Bounds within bounds.</source>
        <translation>Grenzen in Grenzen.</translation>
    </message>
    <message>
        <source>Edit as Text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source>Stop: edit as text</source>
        <translation>Aufhören: als Text bearbeiten</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::TargetChain</name>
    <message>
        <source>Slugs of targets in the order they are asked, separated by commas</source>
        <translation>Kurznamen von Zielen in der Reihenfolge, in der sie gefragt werden, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Add a Target: %1</source>
        <translation>Ziel hinzufügen: %1</translation>
    </message>
    <message>
        <source>The project has no target %1.</source>
        <translation>Das Projekt hat kein Ziel %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::TargetPanel</name>
    <message>
        <source>No key needed</source>
        <translation>Kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>Key in %1</source>
        <translation>Schlüssel in %1</translation>
    </message>
    <message>
        <source>Key optional</source>
        <translation>Schlüssel optional</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <translation>Braucht einen Schlüssel</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Add Target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back to the Providers</source>
        <translation>Zurück zu den Anbietern</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search providers</source>
        <translation>Anbieter suchen</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>As the model is called</source>
        <translation>Wie das Modell heißt</translation>
    </message>
    <message>
        <source>Name of the target</source>
        <translation>Name des Ziels</translation>
    </message>
    <message>
        <source>Way to speak to the service</source>
        <translation>Art, mit dem Dienst zu sprechen</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>Wo der Schlüssel liegt</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Name des Schlüssels</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Add Target: Where?</source>
        <translation>Ziel hinzufügen: Wo?</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Add Target: %1</source>
        <translation>Ziel hinzufügen: %1</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>The provider&apos;s own places</source>
        <translation>Die eigenen Orte des Anbieters</translation>
    </message>
    <message>
        <source>Keychain entry</source>
        <translation>Schlüsselbund-Eintrag</translation>
    </message>
    <message>
        <source>Another environment variable</source>
        <translation>Andere Umgebungsvariable</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::TargetsModel</name>
    <message>
        <source>No key needed</source>
        <translation>Kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>Schlüssel fehlt</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider and model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2. %3 %4</source>
        <translation>%1, %2. %3 %4</translation>
    </message>
    <message>
        <source>Looking for the key</source>
        <translation>Schlüssel wird gesucht</translation>
    </message>
    <message>
        <source>Key found, not checked</source>
        <translation>Schlüssel gefunden, nicht geprüft</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>Prüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Has changes that are not saved.</source>
        <translation>Hat nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>%1, modified</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::TargetsView</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search targets</source>
        <translation>Ziele suchen</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Add Target…</source>
        <translation>Ziel hinzufügen…</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>%1 cannot be run yet.</source>
        <translation>%1 lässt sich noch nicht ausführen.</translation>
    </message>
    <message>
        <source>Add Key…</source>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Choose where to run. Simulated targets need no key.</source>
        <translation>Auswählen, wo ausgeführt werden soll. Simulierte Ziele brauchen keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Add Target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Makes one small call and says what it cost.</source>
        <translation>Macht einen kleinen Aufruf und nennt dessen Kosten.</translation>
    </message>
    <message>
        <source>&amp;Parameters</source>
        <translation>P&amp;arameter</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move D&amp;own</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>Edit Target %1</source>
        <translation>Ziel %1 bearbeiten</translation>
    </message>
    <message>
        <source>The target is not added.</source>
        <translation>Das Ziel wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>Rename Target</source>
        <translation>Ziel umbenennen</translation>
    </message>
    <message>
        <source>Name of the target</source>
        <translation>Name des Ziels</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rename Target %1</source>
        <translation>Ziel %1 umbenennen</translation>
    </message>
    <message>
        <source>The target is not duplicated.</source>
        <translation>Das Ziel wurde nicht dupliziert.</translation>
    </message>
    <message>
        <source>The target is not deleted.</source>
        <translation>Das Ziel wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>%1 gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The target does not come back.</source>
        <translation>Das Ziel lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>%1 works.</source>
        <translation>%1 funktioniert.</translation>
    </message>
    <message>
        <source>%1 does not work yet.</source>
        <translation>%1 funktioniert noch nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln target(s) not ready yet</source>
        <translation>
            <numerusform>%Ln Ziel noch nicht bereit</numerusform>
            <numerusform>%Ln Ziele noch nicht bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the targets that lack a key or something else.</source>
        <translation>Die Ziele ausblenden, denen ein Schlüssel oder etwas anderes fehlt.</translation>
    </message>
    <message>
        <source>Show the targets that lack a key or something else, and what it is.</source>
        <translation>Die Ziele zeigen, denen ein Schlüssel oder etwas anderes fehlt, und was es ist.</translation>
    </message>
    <message>
        <source>Edit Target…</source>
        <translation>Ziel bearbeiten…</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::TemplateEditor</name>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Write the prompt here. SYSTEM:, USER: and ASSISTANT: begin a message, {name} makes a variable.</source>
        <translation>Den Prompt hier schreiben. SYSTEM:, USER: und ASSISTANT: beginnen eine Nachricht, {name} macht eine Variable.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ToolDocument</name>
    <message>
        <source>A tool is an object in braces.</source>
        <translation>Ein Werkzeug ist ein Objekt in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>There is no script yet that could answer.</source>
        <translation>Es gibt noch kein Skript, das antworten könnte.</translation>
    </message>
    <message>
        <source>Restore Results</source>
        <translation>Ergebnisse wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ToolForm</name>
    <message>
        <source>I appro&amp;ve each call first</source>
        <translation>Ich &amp;genehmige jeden Aufruf zuerst</translation>
    </message>
    <message>
        <source>Arguments have to fit e&amp;xactly</source>
        <translation>Argumente müssen e&amp;xakt passen</translation>
    </message>
    <message>
        <source>Name of the tool, as models call it</source>
        <translation>Name des Werkzeugs, wie Modelle es nennen</translation>
    </message>
    <message>
        <source>What models call the tool: letters, digits, _ and -</source>
        <translation>Wie Modelle das Werkzeug nennen: Buchstaben, Ziffern, _ und -</translation>
    </message>
    <message>
        <source>Description of the tool</source>
        <translation>Beschreibung des Werkzeugs</translation>
    </message>
    <message>
        <source>What the tool does and when to use it, for the model</source>
        <translation>Was das Werkzeug tut und wann es zu verwenden ist, für das Modell</translation>
    </message>
    <message>
        <source>What it does and when to use it, for the model</source>
        <translation>Was es tut und wann es zu verwenden ist, für das Modell</translation>
    </message>
    <message>
        <source>Who answers calls of the tool</source>
        <translation>Wer Aufrufe des Werkzeugs beantwortet</translation>
    </message>
    <message>
        <source>Each call waits for you, whoever answers it then</source>
        <translation>Jeder Aufruf wartet auf Sie, wer auch immer ihn dann beantwortet</translation>
    </message>
    <message>
        <source>Services that can are asked to hold the model to the schema</source>
        <translation>Dienste, die es können, werden gebeten, das Modell an das Schema zu binden</translation>
    </message>
    <message>
        <source>Prompts that use the tool</source>
        <translation>Prompts, die das Werkzeug verwenden</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>D&amp;escription</source>
        <translation>Bes&amp;chreibung</translation>
    </message>
    <message>
        <source>Ans&amp;wered by</source>
        <translation>Wer an&amp;twortet</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>The model&apos;s service runs this tool itself: what it is told is under “native” in the text.</source>
        <translation>Der Dienst des Modells führt dieses Werkzeug selbst aus: Was ihm mitgeteilt wird, steht im Text unter „native“.</translation>
    </message>
    <message>
        <source>The name %1</source>
        <translation>Der Name %1</translation>
    </message>
    <message>
        <source>No prompt yet. A prompt&apos;s page “Tools” lists all tools of the project.</source>
        <translation>Noch kein Prompt. Die Seite „Werkzeuge“ eines Prompts führt alle Werkzeuge des Projekts auf.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ToolQuestionBar</name>
    <message>
        <source>Always allow this command</source>
        <translation>Diesen Befehl immer erlauben</translation>
    </message>
    <message>
        <source>Until the command or a file it names changes. Kept with your settings, not in the project.</source>
        <translation>Bis sich der Befehl oder eine darin genannte Datei ändert. Steht in Ihren Einstellungen, nicht im Projekt.</translation>
    </message>
    <message>
        <source>The tool&apos;s answer</source>
        <translation>Die Antwort des Werkzeugs</translation>
    </message>
    <message>
        <source>The tool&apos;s answer to %1</source>
        <translation>Die Antwort des Werkzeugs an %1</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Approve the tool call of %1</source>
        <translation>Den Werkzeugaufruf von %1 genehmigen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer the tool call of %1</source>
        <translation>Den Werkzeugaufruf von %1 beantworten</translation>
    </message>
    <message>
        <source>Written Answer</source>
        <translation>Geschriebene Antwort</translation>
    </message>
    <message>
        <source>Give %1 the written answer</source>
        <translation>%1 die geschriebene Antwort geben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Refuse the tool call of %1</source>
        <translation>Den Werkzeugaufruf von %1 ablehnen</translation>
    </message>
    <message numerus="yes">
        <source>1 of %Ln</source>
        <translation>
            <numerusform>1 von %Ln</numerusform>
            <numerusform>1 von %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>May %1 run?</source>
        <translation>Darf %1 ausgeführt werden?</translation>
    </message>
    <message>
        <source>What does %1 answer?</source>
        <translation>Was antwortet %1?</translation>
    </message>
    <message>
        <source>Arguments of %1</source>
        <translation>Argumente von %1</translation>
    </message>
    <message>
        <source>It runs the command: %1</source>
        <translation>Führt den Befehl aus: %1</translation>
    </message>
    <message>
        <source>Answer by Hand</source>
        <translation>Von Hand antworten</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ToolTrial</name>
    <message>
        <source>Arguments to try the tool with, as JSON</source>
        <translation>Argumente zum Ausprobieren des Werkzeugs, als JSON</translation>
    </message>
    <message>
        <source>Tr&amp;y</source>
        <translation>Aus&amp;probieren</translation>
    </message>
    <message>
        <source>What a model would call the tool with</source>
        <translation>Womit ein Modell das Werkzeug aufrufen würde</translation>
    </message>
    <message>
        <source>Try the tool with these arguments</source>
        <translation>Das Werkzeug mit diesen Argumenten ausprobieren</translation>
    </message>
    <message>
        <source>Checks the arguments and shows what the model would be told</source>
        <translation>Prüft die Argumente und zeigt, was dem Modell mitgeteilt würde</translation>
    </message>
    <message>
        <source>What came of the trial</source>
        <translation>Was die Probe ergab</translation>
    </message>
    <message>
        <source>What the model would be told</source>
        <translation>Was dem Modell mitgeteilt würde</translation>
    </message>
    <message>
        <source>Ar&amp;guments</source>
        <translation>A&amp;rgumente</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>The arguments fit. This command has not your consent, so it was not run. At its first call in a run you see it and decide:
%1</source>
        <translation>Die Argumente passen. Diesem Befehl haben Sie nicht zugestimmt, daher wurde er nicht ausgeführt. Bei seinem ersten Aufruf in einem Lauf sehen Sie ihn und entscheiden:
%1</translation>
    </message>
    <message>
        <source>The model would be told an error</source>
        <translation>Dem Modell würde ein Fehler mitgeteilt</translation>
    </message>
    <message>
        <source>Answered in %L1 ms</source>
        <translation>In %L1 ms beantwortet</translation>
    </message>
    <message>
        <source>Console:</source>
        <translation>Konsole:</translation>
    </message>
    <message>
        <source>Changed since it was tried</source>
        <translation>Seit dem Versuch geändert</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::ToolView</name>
    <message>
        <source>Text of the tool</source>
        <translation>Text des Werkzeugs</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>Werkzeug %1</translation>
    </message>
    <message>
        <source>Parts of the tool</source>
        <translation>Teile des Werkzeugs</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What the tool is called with, as fields</source>
        <translation>Womit das Werkzeug aufgerufen wird, als Felder</translation>
    </message>
    <message>
        <source>What answers: results, a script, a command</source>
        <translation>Was antwortet: Ergebnisse, ein Skript, ein Befehl</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Die ganze Datei</translation>
    </message>
    <message>
        <source>There is already a field “%1”.</source>
        <translation>Es gibt bereits ein Feld „%1“.</translation>
    </message>
    <message>
        <source>The model&apos;s service runs this tool itself. Nothing answers here.</source>
        <translation>Der Dienst des Modells führt dieses Werkzeug selbst aus. Hier antwortet nichts.</translation>
    </message>
    <message>
        <source>Script that answers</source>
        <translation>Skript, das antwortet</translation>
    </message>
    <message>
        <source>Exports call(args, context). args are the checked arguments; context has the tool&apos;s name, the attempt and the prompt&apos;s values (vars).</source>
        <translation>Exportiert call(args, context). args sind die geprüften Argumente; context enthält den Namen des Werkzeugs, den Versuch und die Werte des Prompts (vars).</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>It is not saved like this. Runs use the tool as it was before.</source>
        <translation>So wird es nicht gespeichert. Läufe verwenden das Werkzeug, wie es zuvor war.</translation>
    </message>
    <message>
        <source>The fields show the tool as it was before.</source>
        <translation>Die Felder zeigen das Werkzeug, wie es zuvor war.</translation>
    </message>
    <message>
        <source>Show in Text</source>
        <translation>Im Text zeigen</translation>
    </message>
    <message>
        <source>Another tool is called so too. A prompt that has both cannot tell their calls apart.</source>
        <translation>Auch ein anderes Werkzeug heißt so. Ein Prompt mit beiden kann ihre Aufrufe nicht unterscheiden.</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::WaitField</name>
    <message>
        <source>Kind of this part</source>
        <translation>Art dieses Teils</translation>
    </message>
    <message>
        <source>Kind of wait</source>
        <translation>Art der Wartezeit</translation>
    </message>
    <message>
        <source>Edit as Text</source>
        <translation>Als Text bearbeiten</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>in beide Richtungen</translation>
    </message>
    <message>
        <source>downwards</source>
        <translation>nach unten</translation>
    </message>
    <message>
        <source>upwards</source>
        <translation>nach oben</translation>
    </message>
    <message>
        <source>Direction of the jitter</source>
        <translation>Richtung des Jitters</translation>
    </message>
    <message>
        <source>Whether jitter makes waits shorter, longer or either (%1)</source>
        <translation>Ob Jitter Wartezeiten verkürzt, verlängert oder beides (%1)</translation>
    </message>
    <message>
        <source>Jitter goes</source>
        <translation>Jitter wirkt</translation>
    </message>
    <message>
        <source>Seconds, as JavaScript</source>
        <translation>Sekunden, als JavaScript</translation>
    </message>
    <message>
        <source>An expression over attempt, target, error, answer, elapsed, idle and variables</source>
        <translation>Ein Ausdruck über attempt, target, error, answer, elapsed, idle und Variablen</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::WaitListField</name>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>Add Part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>Remove Part</source>
        <translation>Teil entfernen</translation>
    </message>
    <message>
        <source>Move Part Up</source>
        <translation>Teil nach oben</translation>
    </message>
    <message>
        <source>Move Part Down</source>
        <translation>Teil nach unten</translation>
    </message>
    <message>
        <source>Parts of the wait</source>
        <translation>Teile der Wartezeit</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <translation>Art des Fehlers</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%L1. %2</source>
        <translation>%L1. %2</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::WaterfallDelegate</name>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1: %2 (from %3)</source>
        <translation>%1: %2 (von %3)</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::WaterfallHeader</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::WaterfallLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
    <message>
        <source>Bars of the time column: %1</source>
        <translation>Balken der Zeitspalte: %1</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>What leaves this computer: only calls to targets you enable.</source>
        <translation>Was diesen Rechner verlässt: nur Aufrufe an eingeschaltete Ziele.</translation>
    </message>
    <message>
        <source>Write a prompt, run it on several models side by side, and see every attempt behind each answer.</source>
        <translation>Einen Prompt schreiben, ihn auf mehreren Modellen Seite an Seite ausführen und jeden Versuch hinter jeder Antwort sehen.</translation>
    </message>
    <message>
        <source>Open Sample Project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Support desk, ready to run on simulated models. No key needed.</source>
        <translation>Ein Kundendienst, bereit für simulierte Modelle. Kein Schlüssel nötig.</translation>
    </message>
    <message>
        <source>Open Project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>A folder with prompts and targets.</source>
        <translation>Ein Ordner mit Prompts und Zielen.</translation>
    </message>
    <message>
        <source>New Project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>One prompt and one simulated target to begin with.</source>
        <translation>Ein Prompt und ein simuliertes Ziel für den Anfang.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::WhyPanel</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>Antiphon::Ui::Workspace</name>
    <message>
        <source>There is no prompt &quot;%1&quot;.</source>
        <translation>Es gibt keinen Prompt &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <comment>title of a duplicated prompt</comment>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>There is no target &quot;%1&quot;.</source>
        <translation>Es gibt kein Ziel &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <comment>name of a duplicated target</comment>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>There is no retry policy &quot;%1&quot;.</source>
        <translation>Es gibt keine Wiederholungsrichtlinie &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <comment>name of a duplicated retry policy</comment>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Retry policy %1</source>
        <translation>Wiederholungsrichtlinie %1</translation>
    </message>
    <message>
        <source>Schema %1</source>
        <translation>Schema %1</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <comment>name of a duplicated schema</comment>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Tool %1</source>
        <translation>Werkzeug %1</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <comment>name of a duplicated tool</comment>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>There is no tool &quot;%1&quot;.</source>
        <translation>Es gibt kein Werkzeug &quot;%1&quot;.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The schema&apos;s &quot;%1&quot; contains itself, which this service cannot be told: inside itself it is sent as any object. The answer is still checked.</source>
        <translation>&quot;%1&quot; des Schemas enthält sich selbst, was sich diesem Dienst nicht mitteilen lässt: Innerhalb seiner selbst wird es als beliebiges Objekt gesendet. Die Antwort wird trotzdem geprüft.</translation>
    </message>
    <message>
        <source>The schema&apos;s &quot;%1&quot; at %2 is left out of the request: this service takes no such rule. The answer is still checked against it.</source>
        <translation>&quot;%1&quot; des Schemas bei %2 wird in der Anfrage ausgelassen: Dieser Dienst nimmt keine solche Regel an. Die Antwort wird trotzdem daran geprüft.</translation>
    </message>
    <message>
        <source>The server answered with a web page: check the base URL.</source>
        <translation>Der Server hat mit einer Webseite geantwortet: die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>The stream ended before the answer was whole.</source>
        <translation>Der Datenstrom endete, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>A workbench for prompt engineering.</source>
        <translation>Eine Werkbank für Prompt-Entwicklung.</translation>
    </message>
    <message>
        <source>Folder of the project to open.</source>
        <translation>Ordner des zu öffnenden Projekts.</translation>
    </message>
    <message>
        <source>Run the project&apos;s first prompt at once.</source>
        <translation>Den ersten Prompt des Projekts sofort ausführen.</translation>
    </message>
    <message>
        <source>Write a picture of the window, after the run if there is one, and quit.</source>
        <translation>Ein Bild des Fensters schreiben, gegebenenfalls nach dem Lauf, und beenden.</translation>
    </message>
    <message>
        <source>Size of the window, as in 1440x900.</source>
        <translation>Größe des Fensters, etwa 1440x900.</translation>
    </message>
    <message>
        <source>Colors: light, dark or system.</source>
        <translation>Farben: light, dark oder system.</translation>
    </message>
    <message>
        <source>Language and formats, as in de_DE.</source>
        <translation>Sprache und Formate, etwa de_DE.</translation>
    </message>
    <message>
        <source>Lay the window out from right to left.</source>
        <translation>Das Fenster von rechts nach links aufbauen.</translation>
    </message>
    <message>
        <source>Only one project can be opened. Put a folder with blanks in quotes.</source>
        <translation>Es lässt sich nur ein Projekt öffnen. Einen Ordner mit Leerzeichen in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>--size wants width and height, as in 1440x900.</source>
        <translation>--size erwartet Breite und Höhe, etwa 1440x900.</translation>
    </message>
    <message>
        <source>--scheme is light, dark or system.</source>
        <translation>--scheme ist light, dark oder system.</translation>
    </message>
    <message>
        <source>The arguments of &quot;%1&quot; do not fit its schema: %2</source>
        <translation>Die Argumente von &quot;%1&quot; passen nicht zu dessen Schema: %2</translation>
    </message>
    <message>
        <source>The schema of the tool &quot;%1&quot; cannot be used: %2</source>
        <translation>Das Schema des Werkzeugs &quot;%1&quot; ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>The arguments of &quot;%1&quot; are no JSON object: %2</source>
        <translation>Die Argumente von &quot;%1&quot; sind kein JSON-Objekt: %2</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>ein anderer Wert</translation>
    </message>
    <message>
        <source>%1 is JSON, but no AWS keys: it needs &quot;AccessKeyId&quot; and &quot;SecretAccessKey&quot;.</source>
        <translation>%1 ist JSON, enthält aber keine AWS-Schlüssel: &quot;AccessKeyId&quot; und &quot;SecretAccessKey&quot; sind nötig.</translation>
    </message>
    <message>
        <source>%1 holds no AWS keys: write ID:SECRET or ID:SECRET:SESSIONTOKEN.</source>
        <translation>%1 enthält keine AWS-Schlüssel: ID:SECRET oder ID:SECRET:SESSIONTOKEN schreiben.</translation>
    </message>
    <message>
        <source>Get keys for a while with &quot;aws configure export-credentials --profile %1&quot; and put what it prints into a keychain entry or the environment.</source>
        <translation>Mit &quot;aws configure export-credentials --profile %1&quot; zeitweilige Schlüssel holen und die Ausgabe in einen Schlüsselbund-Eintrag oder die Umgebung setzen.</translation>
    </message>
    <message>
        <source>The AWS profile &quot;%1&quot; takes a role, which Antiphon does not do. %2</source>
        <translation>Das AWS-Profil &quot;%1&quot; nimmt eine Rolle an, was Antiphon nicht tut. %2</translation>
    </message>
    <message>
        <source>The AWS profile &quot;%1&quot; signs in through a browser (SSO), which Antiphon does not do. %2</source>
        <translation>Das AWS-Profil &quot;%1&quot; meldet sich über einen Browser an (SSO), was Antiphon nicht tut. %2</translation>
    </message>
    <message>
        <source>The AWS profile &quot;%1&quot; gets its keys from a program, which Antiphon does not run. %2</source>
        <translation>Das AWS-Profil &quot;%1&quot; bezieht seine Schlüssel von einem Programm, das Antiphon nicht ausführt. %2</translation>
    </message>
    <message>
        <source>There is no AWS profile &quot;%1&quot; in %2 or %3.</source>
        <translation>Es gibt kein AWS-Profil &quot;%1&quot; in %2 oder %3.</translation>
    </message>
    <message>
        <source>The AWS profile &quot;%1&quot; has no keys: it needs aws_access_key_id and aws_secret_access_key in %2.</source>
        <translation>Das AWS-Profil &quot;%1&quot; hat keine Schlüssel: Es braucht aws_access_key_id und aws_secret_access_key in %2.</translation>
    </message>
    <message>
        <source>To sign requests to AWS %1 is missing beside %2.</source>
        <translation>Um Anfragen an AWS zu signieren, fehlt %1 neben %2.</translation>
    </message>
    <message>
        <source>The answer is JSON, but no message: it has no &quot;output&quot;.</source>
        <translation>Die Antwort ist JSON, aber keine Nachricht: Sie hat kein &quot;output&quot;.</translation>
    </message>
    <message>
        <source>The Bedrock format</source>
        <translation>Das Bedrock-Format</translation>
    </message>
    <message>
        <source>a file by its address, unless it begins with s3:// (it is %1)</source>
        <translation>eine Datei über eine Adresse, die nicht mit s3:// beginnt (hier %1),</translation>
    </message>
    <message>
        <source>a file of type &quot;%1&quot;</source>
        <translation>eine Datei vom Typ &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Bedrock takes a document only beside a text: say in the same message what is to be done with it.</source>
        <translation>Bedrock nimmt ein Dokument nur neben einem Text an: in derselben Nachricht sagen, was damit geschehen soll.</translation>
    </message>
    <message>
        <source>the free-form tool &quot;%1&quot;</source>
        <translation>das Freiform-Werkzeug &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the tool choice &quot;none&quot; once tools have been used</source>
        <translation>die Werkzeugwahl &quot;none&quot; nach der Verwendung von Werkzeugen</translation>
    </message>
    <message>
        <source>There is no prompt &quot;%1&quot; in %2. There are: %3.</source>
        <translation>Es gibt keinen Prompt &quot;%1&quot; in %2. Vorhanden sind: %3.</translation>
    </message>
    <message>
        <source>The prompt &quot;%1&quot; has no variant &quot;%2&quot;. There are: %3.</source>
        <translation>Der Prompt &quot;%1&quot; hat keine Variante &quot;%2&quot;. Vorhanden sind: %3.</translation>
    </message>
    <message>
        <source>--retry counts all attempts: give at least 1.</source>
        <translation>--retry zählt alle Versuche: mindestens 1 angeben.</translation>
    </message>
    <message>
        <source>There is no retry policy and no file called &quot;%1&quot;.</source>
        <translation>Es gibt weder eine Wiederholungsrichtlinie noch eine Datei namens &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The project %1 has no prompt that can be run.</source>
        <translation>Das Projekt %1 hat keinen Prompt, der sich ausführen lässt.</translation>
    </message>
    <message>
        <source>The prompt &quot;%1&quot; has no input set &quot;%2&quot;.</source>
        <translation>Der Prompt &quot;%1&quot; hat keinen Eingabesatz &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The prompt &quot;%1&quot; has no targets. Choose some with --target.</source>
        <translation>Der Prompt &quot;%1&quot; hat keine Ziele. Mit --target welche auswählen.</translation>
    </message>
    <message>
        <source>There is no target &quot;%1&quot;. There are: %2.</source>
        <translation>Es gibt kein Ziel &quot;%1&quot;. Vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>--endpoint %1: write NAME=VALUE.</source>
        <translation>--endpoint %1: NAME=WERT schreiben.</translation>
    </message>
    <message>
        <source>--header %1: write NAME:VALUE.</source>
        <translation>--header %1: NAME:WERT schreiben.</translation>
    </message>
    <message>
        <source>There is nothing to send. Give --message, --template, --messages or a file.</source>
        <translation>Es gibt nichts zu senden. --message, --template, --messages oder eine Datei angeben.</translation>
    </message>
    <message>
        <source>--tool-choice needs a --tool.</source>
        <translation>--tool-choice braucht ein --tool.</translation>
    </message>
    <message>
        <source>--tool-choice %1: give auto, none, required or a tool&apos;s name.</source>
        <translation>--tool-choice %1: auto, none, required oder den Namen eines Werkzeugs angeben.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is new: %2</source>
        <translation>%1 ist neu: %2</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 ist weg</translation>
    </message>
    <message>
        <source>%1 is another text, %2 instead of %3</source>
        <translation>%1 ist ein anderer Text, %2 statt %3</translation>
    </message>
    <message>
        <source>%1 is %2, was %3</source>
        <translation>%1 ist %2, war %3</translation>
    </message>
    <message>
        <source>Another target: %1 instead of %2</source>
        <translation>Ein anderes Ziel: %1 statt %2</translation>
    </message>
    <message>
        <source>Another model: %1 instead of %2</source>
        <translation>Ein anderes Modell: %1 statt %2</translation>
    </message>
    <message>
        <source>Another body</source>
        <translation>Ein anderer Rumpf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more message(s)</source>
        <translation>
            <numerusform>%Ln weitere Nachricht</numerusform>
            <numerusform>%Ln weitere Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>the key ending %1</source>
        <translation>den Schlüssel mit dem Ende %1</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>den Schlüssel</translation>
    </message>
    <message>
        <source>%1 wants a key: %2</source>
        <translation>%1 verlangt einen Schlüssel: %2</translation>
    </message>
    <message>
        <source>%1 refused %2: %3</source>
        <translation>%1 hat %2 abgelehnt: %3</translation>
    </message>
    <message>
        <source>%1 knows %2, but it may not use %3: %4</source>
        <translation>%1 kennt %2, aber %3 darf damit nicht verwendet werden: %4</translation>
    </message>
    <message>
        <source>%1 has no model &quot;%2&quot; here: %3</source>
        <translation>%1 hat hier kein Modell &quot;%2&quot;: %3</translation>
    </message>
    <message>
        <source>The key works, but %1 says the credit is used up: %2</source>
        <translation>Der Schlüssel funktioniert, aber laut %1 ist das Guthaben aufgebraucht: %2</translation>
    </message>
    <message>
        <source>The key works, but %1 limits requests just now: %2</source>
        <translation>Der Schlüssel funktioniert, aber %1 begrenzt gerade die Anfragen: %2</translation>
    </message>
    <message>
        <source>The simulator costs nothing.</source>
        <translation>Der Simulator kostet nichts.</translation>
    </message>
    <message>
        <source>What the check cost is not known: there is no price for %1.</source>
        <translation>Die Kosten der Prüfung sind nicht bekannt: Es gibt keinen Preis für %1.</translation>
    </message>
    <message>
        <source>The check cost nothing.</source>
        <translation>Die Prüfung hat nichts gekostet.</translation>
    </message>
    <message>
        <source>The check cost $%1.</source>
        <translation>Die Prüfung hat $%1 gekostet.</translation>
    </message>
    <message>
        <source>The check was not begun.</source>
        <translation>Die Prüfung wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>%1 answered within %2 s.</source>
        <translation>%1 hat innerhalb von %2 s geantwortet.</translation>
    </message>
    <message>
        <source>The answer is JSON, but no message: it has no &quot;message&quot;.</source>
        <translation>Die Antwort ist JSON, aber keine Nachricht: Sie hat kein &quot;message&quot;.</translation>
    </message>
    <message>
        <source>The Cohere format</source>
        <translation>Das Cohere-Format</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>a document of type &quot;%1&quot;: it takes text only</source>
        <translation>ein Dokument vom Typ &quot;%1&quot; (angenommen wird nur Text)</translation>
    </message>
    <message>
        <source>a document by its address</source>
        <translation>ein Dokument über seine Adresse</translation>
    </message>
    <message>
        <source>The tool &quot;%1&quot; is to be called, but there is no such tool.</source>
        <translation>Das Werkzeug &quot;%1&quot; soll aufgerufen werden, aber es gibt kein solches Werkzeug.</translation>
    </message>
    <message>
        <source>a schema for the answer beside tools or documents</source>
        <translation>ein Schema für die Antwort neben Werkzeugen oder Dokumenten</translation>
    </message>
    <message>
        <source>The answer matched</source>
        <translation>Die Antwort passte</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>%1: not retried, the server advises against it</source>
        <translation>%1: nicht wiederholt, der Server rät davon ab</translation>
    </message>
    <message>
        <source>%1: not retried, %2</source>
        <translation>%1: nicht wiederholt, %2</translation>
    </message>
    <message>
        <source>%1: not retried, the policy rules it out</source>
        <translation>%1: nicht wiederholt, die Richtlinie schließt es aus</translation>
    </message>
    <message>
        <source>%1: not retried, the policy does not name it</source>
        <translation>%1: nicht wiederholt, die Richtlinie nennt es nicht</translation>
    </message>
    <message>
        <source>try %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1: falls back to %2</source>
        <translation>%1: weicht aus auf %2</translation>
    </message>
    <message>
        <source>Gave up after %1 attempts: the policy has no bound of its own</source>
        <translation>Nach %1 Versuchen aufgegeben: Die Richtlinie hat selbst keine Grenze</translation>
    </message>
    <message>
        <source>Gave up after %1 of %2 attempts</source>
        <translation>Nach %1 von %2 Versuchen aufgegeben</translation>
    </message>
    <message>
        <source>Gave up after attempt %1: with the next wait of %2 the policy&apos;s time is over</source>
        <translation>Nach Versuch %1 aufgegeben: Mit der nächsten Wartezeit von %2 ist die Zeit der Richtlinie um</translation>
    </message>
    <message>
        <source>Retry-After %1: %2</source>
        <translation>Retry-After %1: %2</translation>
    </message>
    <message>
        <source>%1: %2 at once</source>
        <translation>%1: %2 sofort</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation>%1: %2 in %3</translation>
    </message>
    <message>
        <source>%1 after the answer had begun: not retried</source>
        <translation>%1, nachdem die Antwort begonnen hatte: nicht wiederholt</translation>
    </message>
    <message>
        <source>The server will answer again in %1, longer than the %2 this policy waits</source>
        <translation>Der Server antwortet erst in %1 wieder, länger als die %2, die diese Richtlinie wartet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of error; there are %2.</source>
        <translation>&quot;%1&quot; ist keine Fehlerart; es gibt %2.</translation>
    </message>
    <message>
        <source>%1: must have either &quot;error&quot; or &quot;result&quot;.</source>
        <translation>%1: braucht entweder &quot;error&quot; oder &quot;result&quot;.</translation>
    </message>
    <message>
        <source>%1: no such field; an outcome has error, status, message, code, retryAfter, shouldRetry, causes, textBegan, result, took.</source>
        <translation>%1: kein solches Feld; ein Ausgang hat error, status, message, code, retryAfter, shouldRetry, causes, textBegan, result, took.</translation>
    </message>
    <message>
        <source>Outcomes must be a list with at least one entry, as in [{&quot;error&quot;: &quot;rate-limit&quot;, &quot;status&quot;: 429}, {&quot;result&quot;: &quot;ok&quot;}].</source>
        <translation>Ausgänge müssen eine Liste mit mindestens einem Eintrag sein, etwa [{&quot;error&quot;: &quot;rate-limit&quot;, &quot;status&quot;: 429}, {&quot;result&quot;: &quot;ok&quot;}].</translation>
    </message>
    <message>
        <source>Still trying after %1 attempts: the plan ends here</source>
        <translation>Nach %1 Versuchen noch nicht fertig: Der Plan endet hier</translation>
    </message>
    <message>
        <source>Incomplete setup</source>
        <translation>Unvollständige Einrichtung</translation>
    </message>
    <message>
        <source>Unsupported by the target</source>
        <translation>Vom Ziel nicht unterstützt</translation>
    </message>
    <message>
        <source>Budget reached</source>
        <translation>Budget erreicht</translation>
    </message>
    <message>
        <source>Authentication error</source>
        <translation>Anmeldefehler</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Invalid request</source>
        <translation>Ungültige Anfrage</translation>
    </message>
    <message>
        <source>Prompt too long</source>
        <translation>Prompt zu lang</translation>
    </message>
    <message>
        <source>Out of credit</source>
        <translation>Guthaben aufgebraucht</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenbegrenzung</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>Connection failed</source>
        <translation>Verbindung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Stream broke off</source>
        <translation>Datenstrom abgerissen</translation>
    </message>
    <message>
        <source>Malformed answer</source>
        <translation>Fehlerhafte Antwort</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Invalid answer</source>
        <translation>Ungültige Antwort</translation>
    </message>
    <message>
        <source>Tool error</source>
        <translation>Werkzeugfehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>trying again does not help</source>
        <translation>ein neuer Versuch hilft nicht</translation>
    </message>
    <message>
        <source>waiting does not help</source>
        <translation>Warten hilft nicht</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1: repair %2 of %3</source>
        <translation>%1: Reparatur %2 von %3</translation>
    </message>
    <message>
        <source>The model calls %1: step %2 of %3</source>
        <translation>Das Modell ruft %1 auf: Schritt %2 von %3</translation>
    </message>
    <message>
        <source>Drafts cannot be kept in %1: %2.</source>
        <translation>Entwürfe lassen sich nicht in %1 aufbewahren: %2.</translation>
    </message>
    <message>
        <source>Dynamic configuration: %1 must be an object.</source>
        <translation>Dynamische Konfiguration: %1 muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>das Ganze</translation>
    </message>
    <message>
        <source>There is no tool &quot;%1&quot;.</source>
        <translation>Es gibt kein Werkzeug &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the answer of the prompt &quot;%2&quot;, which was not asked.</source>
        <translation>&quot;%1&quot; ist die Antwort des Prompts &quot;%2&quot;, der nicht gefragt wurde.</translation>
    </message>
    <message>
        <source>SYSTEM: You are a helpful assistant.
USER: {question}</source>
        <translation>SYSTEM: Du bist ein hilfsbereiter Assistent.
USER: {question}</translation>
    </message>
    <message>
        <source>Why is the sky blue? Answer in two sentences.</source>
        <translation>Warum ist der Himmel blau? Antworte in zwei Sätzen.</translation>
    </message>
    <message>
        <source>There is no prompt &quot;%1&quot;.</source>
        <translation>Es gibt keinen Prompt &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The project was written by a newer Antiphon and is open read only.</source>
        <translation>Das Projekt wurde von einem neueren Antiphon geschrieben und ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The prompt &quot;%1&quot; cannot be brought back from %2.</source>
        <translation>Der Prompt &quot;%1&quot; lässt sich nicht aus %2 zurückholen.</translation>
    </message>
    <message>
        <source>There is no retry policy &quot;%1&quot;.</source>
        <translation>Es gibt keine Wiederholungsrichtlinie &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 could not be reached in time.</source>
        <translation>%1 war nicht rechtzeitig erreichbar.</translation>
    </message>
    <message>
        <source>%1 sent no first token in time.</source>
        <translation>%1 hat nicht rechtzeitig ein erstes Token gesendet.</translation>
    </message>
    <message>
        <source>%1 stopped sending in the middle of the answer.</source>
        <translation>%1 hat mitten in der Antwort aufgehört zu senden.</translation>
    </message>
    <message>
        <source>%1 did not finish in time.</source>
        <translation>%1 wurde nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>%1 cannot run yet.</source>
        <translation>%1 lässt sich noch nicht ausführen.</translation>
    </message>
    <message>
        <source>%1 cannot do what is asked.</source>
        <translation>%1 kann das Verlangte nicht.</translation>
    </message>
    <message>
        <source>A spending limit of yours stopped this call.</source>
        <translation>Eine eigene Ausgabengrenze hat diesen Aufruf angehalten.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The text so far is kept.</source>
        <translation>Der bisherige Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>A tool failed.</source>
        <translation>Ein Werkzeug ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The answer does not match what was asked for.</source>
        <translation>Die Antwort entspricht nicht dem Verlangten.</translation>
    </message>
    <message>
        <source>%1 refused the key.</source>
        <translation>%1 hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>Retrying will not help; the key is missing, wrong or revoked.</source>
        <translation>Erneut versuchen hilft nicht; der Schlüssel fehlt, ist falsch oder widerrufen.</translation>
    </message>
    <message>
        <source>%1 does not let this key use this model.</source>
        <translation>%1 erlaubt diesem Schlüssel dieses Modell nicht.</translation>
    </message>
    <message>
        <source>Retrying will not help. Choose another model or another key.</source>
        <translation>Erneut versuchen hilft nicht. Ein anderes Modell oder einen anderen Schlüssel wählen.</translation>
    </message>
    <message>
        <source>%1 does not know this model or address.</source>
        <translation>%1 kennt dieses Modell oder diese Adresse nicht.</translation>
    </message>
    <message>
        <source>Check the model and base URL of the target.</source>
        <translation>Modell und Basis-URL des Ziels prüfen.</translation>
    </message>
    <message>
        <source>%1 rejected the request.</source>
        <translation>%1 hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Change what it names, then run again.</source>
        <translation>Ändern, was genannt wird, und erneut ausführen.</translation>
    </message>
    <message>
        <source>The prompt is longer than the model of %1 can read.</source>
        <translation>Der Prompt ist länger, als das Modell von %1 lesen kann.</translation>
    </message>
    <message>
        <source>Shorten the input, or choose a larger model.</source>
        <translation>Die Eingabe kürzen oder ein größeres Modell wählen.</translation>
    </message>
    <message>
        <source>%1 says the quota is used up, so no retry was made.</source>
        <translation>Laut %1 ist das Kontingent aufgebraucht, daher gab es keine Wiederholung.</translation>
    </message>
    <message>
        <source>Use another target, or add credit at the provider.</source>
        <translation>Ein anderes Ziel verwenden oder beim Anbieter Guthaben aufladen.</translation>
    </message>
    <message>
        <source>%1 limits requests.</source>
        <translation>%1 begrenzt die Anfragen.</translation>
    </message>
    <message>
        <source>It asks to wait %1.</source>
        <translation>Verlangte Wartezeit: %1.</translation>
    </message>
    <message>
        <source>Wait a little, then run again.</source>
        <translation>Kurz warten, dann erneut ausführen.</translation>
    </message>
    <message>
        <source>%1 has a problem of its own.</source>
        <translation>%1 hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>Trying again often helps.</source>
        <translation>Ein neuer Versuch hilft oft.</translation>
    </message>
    <message>
        <source>No connection to %1.</source>
        <translation>Keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>Other targets continue. Check the network and the target&apos;s address.</source>
        <translation>Andere Ziele laufen weiter. Das Netzwerk und die Adresse des Ziels prüfen.</translation>
    </message>
    <message>
        <source>Run again, or allow the target more time.</source>
        <translation>Erneut ausführen oder dem Ziel mehr Zeit geben.</translation>
    </message>
    <message>
        <source>The stream from %1 ended early; the text is kept.</source>
        <translation>Der Datenstrom von %1 endete zu früh; der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Running again starts a new answer.</source>
        <translation>Erneutes Ausführen beginnt eine neue Antwort.</translation>
    </message>
    <message>
        <source>%1 sent an answer that breaks its own format.</source>
        <translation>%1 hat eine Antwort gesendet, die das eigene Format verletzt.</translation>
    </message>
    <message>
        <source>Trying again may help. The Response tab shows what came.</source>
        <translation>Ein neuer Versuch kann helfen. Der Reiter „Antwort“ zeigt, was kam.</translation>
    </message>
    <message>
        <source>The model declined to answer.</source>
        <translation>Das Modell hat die Antwort verweigert.</translation>
    </message>
    <message>
        <source>Changing the prompt may help.</source>
        <translation>Den Prompt zu ändern kann helfen.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>What the provider says, in its own words</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Kind: %1 (%2)</source>
        <translation>Art: %1 (%2)</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Add Key…</source>
        <translation>Schlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Use Simulator</source>
        <translation>Simulator verwenden</translation>
    </message>
    <message>
        <source>Edit Target</source>
        <translation>Ziel bearbeiten</translation>
    </message>
    <message>
        <source>Edit Prompt</source>
        <translation>Prompt bearbeiten</translation>
    </message>
    <message>
        <source>A recording is an object with &quot;request&quot; and &quot;response&quot;.</source>
        <translation>Eine Aufzeichnung ist ein Objekt mit &quot;request&quot; und &quot;response&quot;.</translation>
    </message>
    <message>
        <source>This is no recording but &quot;%1&quot;.</source>
        <translation>Das ist keine Aufzeichnung, sondern &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The recording has no &quot;request.url&quot;.</source>
        <translation>Die Aufzeichnung hat kein &quot;request.url&quot;.</translation>
    </message>
    <message>
        <source>The recording has neither a &quot;response&quot; nor a &quot;failure&quot;.</source>
        <translation>Die Aufzeichnung hat weder &quot;response&quot; noch &quot;failure&quot;.</translation>
    </message>
    <message>
        <source>The recording&apos;s &quot;response.status&quot; is no number.</source>
        <translation>&quot;response.status&quot; der Aufzeichnung ist keine Zahl.</translation>
    </message>
    <message>
        <source>Text around the JSON was cut away.</source>
        <translation>Text um das JSON wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>The fence around the JSON was taken off.</source>
        <translation>Der Codezaun um das JSON wurde entfernt.</translation>
    </message>
    <message>
        <source>Commas before closing brackets were taken out.</source>
        <translation>Kommas vor schließenden Klammern wurden entfernt.</translation>
    </message>
    <message>
        <source>The value</source>
        <translation>Der Wert</translation>
    </message>
    <message>
        <source>%1: %2 was taken as %3.</source>
        <translation>%1: %2 wurde als %3 genommen.</translation>
    </message>
    <message>
        <source>%1 was left out: the schema has no such member.</source>
        <translation>%1 wurde ausgelassen: Das Schema hat kein solches Feld.</translation>
    </message>
    <message>
        <source>The whole answer was taken as the text asked for.</source>
        <translation>Die ganze Antwort wurde als der verlangte Text genommen.</translation>
    </message>
    <message>
        <source>The bare value was taken for the one asked for.</source>
        <translation>Der bloße Wert wurde für den verlangten genommen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The prompt&apos;s &quot;output&quot; names no schema, which only its mode &quot;json&quot; can do without.</source>
        <translation>&quot;output&quot; des Prompts nennt kein Schema; nur sein Modus &quot;json&quot; kommt ohne aus.</translation>
    </message>
    <message>
        <source>There is no schema &quot;%1&quot;. There are: %2.</source>
        <translation>Es gibt kein Schema &quot;%1&quot;. Vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>There are no rules &quot;%1&quot;. There are: %2.</source>
        <translation>Es gibt keine Regeln &quot;%1&quot;. Vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>The schema takes %1 from the call&apos;s variables, but the call has no such variable. It has: %2.</source>
        <translation>Das Schema nimmt %1 aus den Variablen des Aufrufs, aber der Aufruf hat keine solche Variable. Vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>This service takes no schema for its answers (output mode &quot;strict&quot;), so a tool asks for the value.</source>
        <translation>Dieser Dienst nimmt kein Schema für seine Antworten an (Ausgabemodus &quot;strict&quot;), daher fragt ein Werkzeug nach dem Wert.</translation>
    </message>
    <message>
        <source>This model cannot be made to call a tool: it is only offered one for the value.</source>
        <translation>Dieses Modell lässt sich nicht zu einem Werkzeugaufruf zwingen: Ihm wird für den Wert nur ein Werkzeug angeboten.</translation>
    </message>
    <message>
        <source>The prompt has tools of its own, so the value is asked for as JSON and not by a tool.</source>
        <translation>Der Prompt hat eigene Werkzeuge, daher wird der Wert als JSON verlangt und nicht über ein Werkzeug.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model that answered</source>
        <translation>Modell, das geantwortet hat</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>yes: no network, no real money</source>
        <translation>ja: kein Netzwerk, kein echtes Geld</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabe-Token</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabe-Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>%1 (sent as %2)</source>
        <translation>%1 (gesendet als %2)</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Response id</source>
        <translation>Kennung der Antwort</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Kennung der Anfrage</translation>
    </message>
    <message>
        <source>Queued for a free slot</source>
        <translation>Wartete auf einen freien Platz</translation>
    </message>
    <message>
        <source>Held by the rate limit</source>
        <translation>Durch die Ratenbegrenzung zurückgehalten</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Connecting</source>
        <comment>part of an attempt&apos;s time</comment>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>Sending the request</source>
        <translation>Senden der Anfrage</translation>
    </message>
    <message>
        <source>Waiting for headers</source>
        <translation>Warten auf Kopfzeilen</translation>
    </message>
    <message>
        <source>Waiting for the first token</source>
        <translation>Warten auf das erste Token</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Streaming</source>
        <comment>part of an attempt&apos;s time</comment>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüft</translation>
    </message>
    <message>
        <source>Checking</source>
        <comment>part of an attempt&apos;s time</comment>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Wait before the next attempt</source>
        <translation>Wartezeit vor dem nächsten Versuch</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Input read from the cache</source>
        <translation>Aus dem Zwischenspeicher gelesene Eingabe</translation>
    </message>
    <message>
        <source>Input written to the cache</source>
        <translation>In den Zwischenspeicher geschriebene Eingabe</translation>
    </message>
    <message>
        <source>Written to the long cache</source>
        <translation>In den langen Zwischenspeicher geschrieben</translation>
    </message>
    <message>
        <source>Audio input</source>
        <translation>Audioeingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Audio output</source>
        <translation>Audioausgabe</translation>
    </message>
    <message>
        <source>Image output</source>
        <translation>Bildausgabe</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The provider reported no tokens.</source>
        <translation>Der Anbieter hat keine Token gemeldet.</translation>
    </message>
    <message>
        <source>Reasoning (part of the output)</source>
        <translation>Überlegungen (Teil der Ausgabe)</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>Überlegungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Served as</source>
        <translation>Bedient als</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Prices of</source>
        <translation>Preise vom</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>Searches of the web</source>
        <translation>Websuchen</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>Verweigerung</translation>
    </message>
    <message>
        <source>tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>the whole answer</source>
        <translation>die ganze Antwort</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The value fits.</source>
        <translation>Der Wert passt.</translation>
    </message>
    <message>
        <source>No value was asked for, or none was read.</source>
        <translation>Es wurde kein Wert verlangt oder keiner gelesen.</translation>
    </message>
    <message>
        <source>(an image)</source>
        <translation>(ein Bild)</translation>
    </message>
    <message>
        <source>(audio)</source>
        <translation>(Audio)</translation>
    </message>
    <message>
        <source>(a document)</source>
        <translation>(ein Dokument)</translation>
    </message>
    <message>
        <source>All fallbacks failed:</source>
        <translation>Alle Ausweichziele sind fehlgeschlagen:</translation>
    </message>
    <message>
        <source>Rate limit twice, then an answer</source>
        <translation>Zweimal Ratenbegrenzung, dann eine Antwort</translation>
    </message>
    <message>
        <source>Rate limit for 20 seconds, then an answer</source>
        <translation>20 Sekunden Ratenbegrenzung, dann eine Antwort</translation>
    </message>
    <message>
        <source>Server error without end</source>
        <translation>Serverfehler ohne Ende</translation>
    </message>
    <message>
        <source>No connection twice, then an answer</source>
        <translation>Zweimal keine Verbindung, dann eine Antwort</translation>
    </message>
    <message>
        <source>Stream breaks off once</source>
        <translation>Datenstrom bricht einmal ab</translation>
    </message>
    <message>
        <source>Silence until the timeout, once</source>
        <translation>Einmal Stille bis zur Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>Verweigerung</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>An estimated number</extracomment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 in</source>
        <extracomment>Number of input tokens</extracomment>
        <translation>%1 ein</translation>
    </message>
    <message>
        <source>%1 out</source>
        <extracomment>Number of output tokens</extracomment>
        <translation>%1 aus</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <extracomment>%n attempts failed</extracomment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of it wasted</source>
        <extracomment>Money spent on attempts that did not give the answer</extracomment>
        <translation>davon %1 vergeudet</translation>
    </message>
    <message>
        <source>TTFT %1</source>
        <extracomment>Time to first token</extracomment>
        <translation>TTFT %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>Tokens per second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>From request sent to first text</source>
        <translation>Vom Senden der Anfrage bis zum ersten Text</translation>
    </message>
    <message>
        <source>From first attempt&apos;s start to last one&apos;s end</source>
        <translation>Vom Beginn des ersten bis zum Ende des letzten Versuchs</translation>
    </message>
    <message>
        <source>Cached input tokens</source>
        <translation>Eingabe-Token aus dem Zwischenspeicher</translation>
    </message>
    <message>
        <source>Tokens written to the cache</source>
        <translation>In den Zwischenspeicher geschriebene Token</translation>
    </message>
    <message>
        <source>Of these, reasoning</source>
        <translation>Davon Überlegungen</translation>
    </message>
    <message>
        <source>The provider reported no usage: tokens are estimated.</source>
        <translation>Der Anbieter hat keinen Verbrauch gemeldet: Die Token sind geschätzt.</translation>
    </message>
    <message>
        <source>Cost of all attempts</source>
        <translation>Kosten aller Versuche</translation>
    </message>
    <message>
        <source>Click to see the attempts.</source>
        <translation>Anklicken, um die Versuche zu sehen.</translation>
    </message>
    <message>
        <source>%1 %2 left</source>
        <translation>noch %1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 %3 left</source>
        <translation>noch %1 von %2 %3</translation>
    </message>
    <message>
        <source>So long the server asks to wait</source>
        <translation>So lange bittet der Server zu warten</translation>
    </message>
    <message>
        <source>Whether the server wants another attempt</source>
        <translation>Ob der Server einen weiteren Versuch will</translation>
    </message>
    <message>
        <source>What the provider&apos;s support asks for</source>
        <translation>Wonach der Support des Anbieters fragt</translation>
    </message>
    <message>
        <source>What is left of the rate limit</source>
        <translation>Was von der Ratenbegrenzung übrig ist</translation>
    </message>
    <message>
        <source>When the rate limit is whole again</source>
        <translation>Wann das Kontingent der Ratenbegrenzung wieder voll ist</translation>
    </message>
    <message>
        <source>The rate limit</source>
        <translation>Die Ratenbegrenzung</translation>
    </message>
    <message>
        <source>Secret: only its end is kept</source>
        <translation>Geheim: nur das Ende bleibt erhalten</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>A hook of the retry policy failed: %1</source>
        <translation>Ein Hook der Wiederholungsrichtlinie ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>What was to stand in for an answer failed: %1</source>
        <translation>Was für eine Antwort einspringen sollte, ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 50 MiB.</source>
        <translation>%1 ist größer als 50 MiB.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; cannot be stored in an input set. Use a text, a number, a list, an object or a file.</source>
        <translation>Der Wert von &quot;%1&quot; lässt sich nicht in einem Eingabesatz speichern. Text, Zahl, Liste, Objekt oder Datei verwenden.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>der Text endet zu früh</translation>
    </message>
    <message>
        <source>objects and lists are nested too deeply</source>
        <translation>Objekte und Listen sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>expected a comma or the object&apos;s closing brace</source>
        <translation>erwartet wird ein Komma oder die schließende Klammer des Objekts</translation>
    </message>
    <message>
        <source>expected a comma or the list&apos;s closing bracket</source>
        <translation>erwartet wird ein Komma oder die schließende Klammer der Liste</translation>
    </message>
    <message>
        <source>there is a comma too many</source>
        <translation>hier ist ein Komma zu viel</translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>erwartet wird ein Schlüssel in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>expected a colon after the key</source>
        <translation>erwartet wird ein Doppelpunkt nach dem Schlüssel</translation>
    </message>
    <message>
        <source>texts are written in double quotes</source>
        <translation>Texte stehen in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; appears twice in one object</source>
        <translation>der Schlüssel &quot;%1&quot; kommt in einem Objekt zweimal vor</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>must be an object, not %1.</source>
        <translation>muss ein Objekt sein, nicht %1.</translation>
    </message>
    <message>
        <source>The file %1</source>
        <translation>Die Datei %1</translation>
    </message>
    <message>
        <source>must be text, not %1.</source>
        <translation>muss Text sein, nicht %1.</translation>
    </message>
    <message>
        <source>must be true or false, not %1.</source>
        <translation>muss true oder false sein, nicht %1.</translation>
    </message>
    <message>
        <source>must be a number, not %1.</source>
        <translation>muss eine Zahl sein, nicht %1.</translation>
    </message>
    <message>
        <source>must be between %1 and %2.</source>
        <translation>muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>must be %1 or more.</source>
        <translation>muss %1 oder mehr sein.</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2.</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein.</translation>
    </message>
    <message>
        <source>must be a list of texts, as in [&quot;a&quot;, &quot;b&quot;].</source>
        <translation>muss eine Liste von Texten sein, etwa [&quot;a&quot;, &quot;b&quot;].</translation>
    </message>
    <message>
        <source>must be one of %1, not &quot;%2&quot;.</source>
        <translation>muss einer der Werte %1 sein, nicht &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a path inside the project. Use a relative path with forward slashes and without &quot;..&quot;.</source>
        <translation>&quot;%1&quot; ist kein Pfad innerhalb des Projekts. Einen relativen Pfad mit Schrägstrichen und ohne &quot;..&quot; verwenden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of the project through a link. Copy the file into the project instead.</source>
        <translation>&quot;%1&quot; führt durch eine Verknüpfung aus dem Projekt hinaus. Die Datei stattdessen in das Projekt kopieren.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>The file is larger than 5 MiB. Large texts belong in a data set or an asset.</source>
        <translation>Die Datei ist größer als 5 MiB. Große Texte gehören in einen Datensatz oder ein Asset.</translation>
    </message>
    <message>
        <source>The file is not UTF-8. Save it again with that encoding.</source>
        <translation>Die Datei ist nicht UTF-8. Mit dieser Kodierung erneut speichern.</translation>
    </message>
    <message>
        <source>Two versions of this file were merged and a conflict is left. Keep one side and remove the lines with &lt;&lt;&lt;&lt;&lt;&lt;&lt;, ======= and &gt;&gt;&gt;&gt;&gt;&gt;&gt;.</source>
        <translation>Zwei Fassungen dieser Datei wurden zusammengeführt, und ein Konflikt blieb übrig. Eine Seite behalten und die Zeilen mit &lt;&lt;&lt;&lt;&lt;&lt;&lt;, ======= und &gt;&gt;&gt;&gt;&gt;&gt;&gt; entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2.</source>
        <translation>%1 lässt sich nicht speichern: %2.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>This JSON Schema cannot be used: a part of it refers to itself for the same value, without end.</source>
        <translation>Dieses JSON-Schema ist nicht verwendbar: Ein Teil davon verweist für denselben Wert endlos auf sich selbst.</translation>
    </message>
    <message>
        <source>This is no JSON Schema: %1</source>
        <translation>Das ist kein JSON-Schema: %1</translation>
    </message>
    <message>
        <source>This is no JSON Schema that can be used here: %1. References have to stay within the schema.</source>
        <translation>Das ist kein JSON-Schema, das hier verwendbar ist: %1. Verweise müssen innerhalb des Schemas bleiben.</translation>
    </message>
    <message>
        <source>No keychain answers on this system. Keep the key in an environment variable instead, or start a keychain service.</source>
        <translation>Auf diesem System antwortet kein Schlüsselbund. Den Schlüssel stattdessen in einer Umgebungsvariable aufbewahren oder einen Schlüsselbund-Dienst starten.</translation>
    </message>
    <message>
        <source>The keychain has no key called &quot;%1&quot;. Add it, or name another one.</source>
        <translation>Der Schlüsselbund hat keinen Schlüssel namens &quot;%1&quot;. Hinzufügen oder einen anderen nennen.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the key &quot;%1&quot; cannot be reached. Open the keychain and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt, daher ist der Schlüssel &quot;%1&quot; nicht erreichbar. Den Schlüsselbund öffnen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time. If it asks for a password, answer it and try again.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet. Fragt er nach einem Passwort, dieses eingeben und erneut versuchen.</translation>
    </message>
    <message>
        <source>built without one</source>
        <translation>ohne Schlüsselbund gebaut</translation>
    </message>
    <message>
        <source>%1, %2: this looks like a key, so the file was not saved. Keep the key in the system keychain or in an environment variable and name that instead.</source>
        <translation>%1, %2: Das sieht wie ein Schlüssel aus, daher wurde die Datei nicht gespeichert. Den Schlüssel im Schlüsselbund des Systems oder in einer Umgebungsvariable aufbewahren und diese nennen.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>signs in for access tokens</source>
        <translation>meldet sich für Zugriffstoken an</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Key &quot;%1&quot;: </source>
        <translation>Schlüssel &quot;%1&quot;: </translation>
    </message>
    <message>
        <source>Nothing was entered; nothing is stored.</source>
        <translation>Nichts wurde eingegeben; nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>Name a model of %1 with --model.</source>
        <translation>Mit --model ein Modell von %1 nennen.</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Keys: list, store, remove and check them</source>
        <translation>Schlüssel: auflisten, speichern, entfernen und prüfen</translation>
    </message>
    <message>
        <source>Where the key of each provider is found</source>
        <translation>Wo der Schlüssel jedes Anbieters zu finden ist</translation>
    </message>
    <message>
        <source>One JSON object per line</source>
        <translation>Ein JSON-Objekt pro Zeile</translation>
    </message>
    <message>
        <source>Store a key in the keychain, read from the terminal or standard input</source>
        <translation>Einen Schlüssel im Schlüsselbund speichern, gelesen vom Terminal oder von der Standardeingabe</translation>
    </message>
    <message>
        <source>The entry&apos;s name</source>
        <translation>Der Name des Eintrags</translation>
    </message>
    <message>
        <source>Remove a key from the keychain</source>
        <translation>Einen Schlüssel aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>Ask each target one short question: does it work, what did it cost</source>
        <translation>Jedem Ziel eine kurze Frage stellen: ob es funktioniert und was es gekostet hat</translation>
    </message>
    <message>
        <source>The project&apos;s folder (default: here)</source>
        <translation>Der Ordner des Projekts (Vorgabe: hier)</translation>
    </message>
    <message>
        <source>Only this target (repeatable)</source>
        <translation>Nur dieses Ziel (wiederholbar)</translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way, the most at once</source>
        <translation>
            <numerusform>%n Aufruf läuft, mehr gehen nicht gleichzeitig</numerusform>
            <numerusform>%n Aufrufe laufen, mehr gehen nicht gleichzeitig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way at this service, the most at once</source>
        <translation>
            <numerusform>%n Aufruf läuft bei diesem Dienst, mehr gehen nicht gleichzeitig</numerusform>
            <numerusform>%n Aufrufe laufen bei diesem Dienst, mehr gehen nicht gleichzeitig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way on this target, its most at once</source>
        <translation>
            <numerusform>%n Aufruf läuft auf diesem Ziel, mehr gehen dort nicht gleichzeitig</numerusform>
            <numerusform>%n Aufrufe laufen auf diesem Ziel, mehr gehen dort nicht gleichzeitig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls are under way on this target, as many as it takes at once since it refused one for haste</source>
        <translation>
            <numerusform>%n Aufruf läuft auf diesem Ziel; mehr nimmt es nicht gleichzeitig, seit es einen wegen zu großer Eile abgewiesen hat</numerusform>
            <numerusform>%n Aufrufe laufen auf diesem Ziel; mehr nimmt es nicht gleichzeitig, seit es einen wegen zu großer Eile abgewiesen hat</numerusform>
        </translation>
    </message>
    <message>
        <source>the service refused a request for haste and nothing more is sent to it for a while</source>
        <translation>der Dienst hat eine Anfrage wegen zu großer Eile abgewiesen, und eine Weile wird ihm nichts mehr gesendet</translation>
    </message>
    <message numerus="yes">
        <source>the target&apos;s limit of %n requests a minute</source>
        <translation>
            <numerusform>die Grenze des Ziels von %n Anfrage pro Minute</numerusform>
            <numerusform>die Grenze des Ziels von %n Anfragen pro Minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the target&apos;s limit of %n tokens a minute</source>
        <translation>
            <numerusform>die Grenze des Ziels von %n Token pro Minute</numerusform>
            <numerusform>die Grenze des Ziels von %n Token pro Minute</numerusform>
        </translation>
    </message>
    <message>
        <source>the service says: %1</source>
        <translation>der Dienst sagt: %1</translation>
    </message>
    <message>
        <source>A price list of LiteLLM is an object with a member for each model.</source>
        <translation>Eine Preisliste von LiteLLM ist ein Objekt mit einem Eintrag für jedes Modell.</translation>
    </message>
    <message>
        <source>There is no model with a price in it that this program knows.</source>
        <translation>Darin ist kein Modell mit Preis, das dieses Programm kennt.</translation>
    </message>
    <message>
        <source>The file must hold one object in braces.</source>
        <translation>Die Datei muss ein Objekt in geschweiften Klammern enthalten.</translation>
    </message>
    <message>
        <source>The file was written by a newer Antiphon (%1). It is left as it is; install that version to use it.</source>
        <translation>Die Datei wurde von einem neueren Antiphon (%1) geschrieben. Sie bleibt, wie sie ist; um sie zu verwenden, diese Version installieren.</translation>
    </message>
    <message>
        <source>The first member must be &quot;antiphon&quot;: &quot;%1&quot;, which says what the file is.</source>
        <translation>Der erste Eintrag muss &quot;antiphon&quot;: &quot;%1&quot; sein; er sagt, was die Datei ist.</translation>
    </message>
    <message>
        <source>The file says it is &quot;%1&quot;; here belongs &quot;%2&quot;.</source>
        <translation>Laut Datei ist sie &quot;%1&quot;; hierher gehört &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Two versions of this text were merged and a conflict is left. Keep one side and remove the lines with &lt;&lt;&lt;&lt;&lt;&lt;&lt;, ======= and &gt;&gt;&gt;&gt;&gt;&gt;&gt;.</source>
        <translation>Zwei Fassungen dieses Textes wurden zusammengeführt, und ein Konflikt blieb übrig. Eine Seite behalten und die Zeilen mit &lt;&lt;&lt;&lt;&lt;&lt;&lt;, ======= und &gt;&gt;&gt;&gt;&gt;&gt;&gt; entfernen.</translation>
    </message>
    <message>
        <source>The name may only have lower case letters a-z, digits, &quot;-&quot; and &quot;_&quot;. Rename it; until then it is left out.</source>
        <translation>Der Name darf nur Kleinbuchstaben a-z, Ziffern, &quot;-&quot; und &quot;_&quot; enthalten. Umbenennen; bis dahin wird die Datei ausgelassen.</translation>
    </message>
    <message>
        <source>Another file has the same id, so this one was given a new id. It is written when you save.</source>
        <translation>Eine andere Datei hat dieselbe Kennung, daher hat diese eine neue bekommen. Sie wird beim Speichern geschrieben.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>%1 is no Antiphon project: it has no antiphon.json. Open another folder, or make a project there.</source>
        <translation>%1 ist kein Antiphon-Projekt: Es fehlt antiphon.json. Einen anderen Ordner öffnen oder dort ein Projekt anlegen.</translation>
    </message>
    <message>
        <source>This project was written by a newer Antiphon (format %1). It is opened read only.</source>
        <translation>Dieses Projekt wurde von einem neueren Antiphon geschrieben (Format %1). Es wird nur zum Lesen geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have Windows line ends; they get plain ones when they are saved.</source>
        <translation>
            <numerusform>%n Datei hat Windows-Zeilenenden; beim Speichern bekommt sie einfache.</numerusform>
            <numerusform>%n Dateien haben Windows-Zeilenenden; beim Speichern bekommen sie einfache.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;variants.%1&quot; must be the name of a file beside prompt.json.</source>
        <translation>&quot;variants.%1&quot; muss der Name einer Datei neben prompt.json sein.</translation>
    </message>
    <message>
        <source>&quot;variants&quot; needs a &quot;default&quot;, the text that is used when none is chosen.</source>
        <translation>&quot;variants&quot; braucht ein &quot;default&quot;: den Text, der gilt, wenn keiner gewählt ist.</translation>
    </message>
    <message>
        <source>There is no target &quot;%1&quot;.</source>
        <translation>Es gibt kein Ziel &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>There is no prompt &quot;%1&quot; to ask.</source>
        <translation>Es gibt keinen Prompt &quot;%1&quot;, der gefragt werden könnte.</translation>
    </message>
    <message>
        <source>Another tool is called &quot;%1&quot; too. A prompt that has both cannot tell their calls apart.</source>
        <translation>Auch ein anderes Werkzeug heißt &quot;%1&quot;. Ein Prompt mit beiden kann ihre Aufrufe nicht unterscheiden.</translation>
    </message>
    <message>
        <source>There are no canned answers: add %1.</source>
        <translation>Es gibt keine vorgefertigten Antworten: %1 hinzufügen.</translation>
    </message>
    <message>
        <source>There is no script: add %1.</source>
        <translation>Es gibt kein Skript: %1 hinzufügen.</translation>
    </message>
    <message>
        <source>There is no tool &quot;%1&quot;. Add tools/%1.tool.json or take the name out.</source>
        <translation>Es gibt kein Werkzeug &quot;%1&quot;. tools/%1.tool.json hinzufügen oder den Namen entfernen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no tool of this prompt, nor &quot;auto&quot;, &quot;none&quot; or &quot;required&quot;.</source>
        <translation>&quot;%1&quot; ist weder ein Werkzeug dieses Prompts noch &quot;auto&quot;, &quot;none&quot; oder &quot;required&quot;.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Message %1: %2</source>
        <translation>Nachricht %1: %2</translation>
    </message>
    <message>
        <source>%1 takes no %2.</source>
        <translation>%1 nimmt kein %2 an.</translation>
    </message>
    <message>
        <source>%1 takes at most %2 in a request of the kind: %3.</source>
        <translation>%1 nimmt in einer Anfrage höchstens %2 dieser Art an: %3.</translation>
    </message>
    <message>
        <source>%1 does not fetch %2 from an address; give the file itself.</source>
        <translation>%1 ruft kein %2 von einer Adresse ab; die Datei selbst angeben.</translation>
    </message>
    <message>
        <source>%1 takes %2 only by address, not the file itself.</source>
        <translation>%1 nimmt ein %2 nur über seine Adresse an, nicht die Datei selbst.</translation>
    </message>
    <message>
        <source>%1 takes no %2 of type %3. It takes: %4.</source>
        <translation>%1 nimmt kein %2 vom Typ %3 an. Möglich sind: %4.</translation>
    </message>
    <message>
        <source>this %1 has %2 as base64 text; %3 takes at most %4.</source>
        <translation>dieses %1 hat als Base64-Text %2; %3 nimmt höchstens %4 an.</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>this image is %1 x %2 pixels; %3 takes at most %4 on a side with %5 in the request.</source>
        <translation>dieses Bild hat %1 x %2 Pixel; %3 nimmt höchstens %4 je Seite an, bei %5 in der Anfrage.</translation>
    </message>
    <message>
        <source>The request would have %1; %2 takes at most %3.</source>
        <translation>Die Anfrage hätte %1; %2 nimmt höchstens %3 an.</translation>
    </message>
    <message>
        <source>Message %1 is no object; write {&quot;role&quot;: ..., &quot;content&quot;: ...}.</source>
        <translation>Nachricht %1 ist kein Objekt; {&quot;role&quot;: ..., &quot;content&quot;: ...} schreiben.</translation>
    </message>
    <message>
        <source>Message %1 has no role.</source>
        <translation>Nachricht %1 hat keine Rolle.</translation>
    </message>
    <message>
        <source>Messages are a list of {&quot;role&quot;, &quot;content&quot;}.</source>
        <translation>Nachrichten sind eine Liste von {&quot;role&quot;, &quot;content&quot;}.</translation>
    </message>
    <message>
        <source>a call of a free-form tool</source>
        <translation>einen Aufruf eines Freiform-Werkzeugs</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Überlegungen</translation>
    </message>
    <message>
        <source>antiphon-cli: There is no provider &quot;%1&quot;; see `antiphon-cli providers`.
</source>
        <translation>antiphon-cli: Es gibt keinen Anbieter &quot;%1&quot;; siehe `antiphon-cli providers`.
</translation>
    </message>
    <message>
        <source>antiphon-cli: --live asks one provider: name it with --provider.
</source>
        <translation>antiphon-cli: --live fragt einen Anbieter: mit --provider nennen.
</translation>
    </message>
    <message>
        <source>The models that are known, with abilities and prices</source>
        <translation>Die bekannten Modelle mit Fähigkeiten und Preisen</translation>
    </message>
    <message>
        <source>Ask the provider itself</source>
        <translation>Den Anbieter selbst fragen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>price in and out</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Simulated: costs nothing.</source>
        <translation>Simuliert: kostet nichts.</translation>
    </message>
    <message>
        <source>Price not known.</source>
        <translation>Preis nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 per million tokens in, %2 out.</source>
        <translation>%1 pro Million Token ein, %2 aus.</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>makes %1</source>
        <translation>erzeugt %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 context</source>
        <comment>tokens that fit</comment>
        <translation>Kontext %1</translation>
    </message>
    <message>
        <source>none, system, http://host:port or socks5://host:port</source>
        <translation>none, system, http://host:port oder socks5://host:port</translation>
    </message>
    <message>
        <source>Environment variable with the proxy&apos;s password</source>
        <translation>Umgebungsvariable mit dem Passwort des Proxys</translation>
    </message>
    <message>
        <source>PEM file of authorities to trust beside the system&apos;s</source>
        <translation>PEM-Datei mit Zertifizierungsstellen, denen zusätzlich zu denen des Systems vertraut wird</translation>
    </message>
    <message>
        <source>PEM file of the certificate to show</source>
        <translation>PEM-Datei des vorzuzeigenden Zertifikats</translation>
    </message>
    <message>
        <source>PEM file of its private key, if not in the same file</source>
        <translation>PEM-Datei seines privaten Schlüssels, falls nicht in derselben Datei</translation>
    </message>
    <message>
        <source>is missing: the name or address of the proxy.</source>
        <translation>fehlt: der Name oder die Adresse des Proxys.</translation>
    </message>
    <message>
        <source>is missing: the certificate of the key.</source>
        <translation>fehlt: das Zertifikat zum Schlüssel.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no proxy. Write none, system, http://host:port or socks5://host:port.</source>
        <translation>&quot;%1&quot; ist kein Proxy. none, system, http://host:port oder socks5://host:port schreiben.</translation>
    </message>
    <message>
        <source>The password of the proxy %1 must not stand in its address: keep it in the keychain or a variable.</source>
        <translation>Das Passwort des Proxys %1 darf nicht in seiner Adresse stehen: im Schlüsselbund oder in einer Variable aufbewahren.</translation>
    </message>
    <message>
        <source>Made %1. Run it: antiphon-cli run %2
</source>
        <translation>%1 angelegt. Ausführen mit: antiphon-cli run %2
</translation>
    </message>
    <message>
        <source>Make a new project</source>
        <translation>Ein neues Projekt anlegen</translation>
    </message>
    <message>
        <source>A folder that is empty or does not exist yet</source>
        <translation>Ein Ordner, der leer ist oder noch nicht existiert</translation>
    </message>
    <message>
        <source>Start from a sample: %1</source>
        <translation>Mit einem Beispiel beginnen: %1</translation>
    </message>
    <message>
        <source>%1 is a file. Choose a folder.</source>
        <translation>%1 ist eine Datei. Einen Ordner auswählen.</translation>
    </message>
    <message>
        <source>The folder %1 is not empty. Choose another name or an empty folder.</source>
        <translation>Der Ordner %1 ist nicht leer. Einen anderen Namen oder einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose a place where you may write.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen. Einen Ort mit Schreibrecht wählen.</translation>
    </message>
    <message>
        <source>First prompt</source>
        <translation>Erster Prompt</translation>
    </message>
    <message>
        <source>There is no sample &quot;%1&quot;. There are: %2.</source>
        <translation>Es gibt kein Beispiel &quot;%1&quot;. Vorhanden sind: %2.</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>%1 simulated</source>
        <extracomment>An amount of money that is not real, since the provider is simulated</extracomment>
        <translation>%1 simuliert</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message numerus="yes">
        <source>%n milliseconds</source>
        <translation>
            <numerusform>%n Millisekunde</numerusform>
            <numerusform>%n Millisekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>The Ollama format</source>
        <translation>Das Ollama-Format</translation>
    </message>
    <message>
        <source>an image by its address</source>
        <translation>ein Bild über seine Adresse</translation>
    </message>
    <message>
        <source>audio by its address</source>
        <translation>Audio über seine Adresse</translation>
    </message>
    <message>
        <source>a document: put its text into the prompt</source>
        <translation>ein Dokument (seinen Text in den Prompt setzen)</translation>
    </message>
    <message>
        <source>a part in another provider&apos;s form</source>
        <translation>einen Teil in der Form eines anderen Anbieters</translation>
    </message>
    <message>
        <source>a choice of tools: the model decides</source>
        <translation>eine Wahl von Werkzeugen (das Modell entscheidet)</translation>
    </message>
    <message>
        <source>%1 does not fetch images by their address: attach the image itself.</source>
        <translation>%1 ruft keine Bilder über ihre Adresse ab: das Bild selbst anhängen.</translation>
    </message>
    <message>
        <source>%1 cannot hold an answer to a schema. Ask for JSON without &quot;strict&quot;, or choose another target.</source>
        <translation>%1 kann eine Antwort nicht an ein Schema binden. JSON ohne &quot;strict&quot; verlangen oder ein anderes Ziel wählen.</translation>
    </message>
    <message>
        <source>%1 has no JSON mode. Ask for JSON in the prompt, or choose another target.</source>
        <translation>%1 hat keinen JSON-Modus. JSON im Prompt verlangen oder ein anderes Ziel wählen.</translation>
    </message>
    <message>
        <source>A variable: NAME=VALUE, NAME=@FILE or NAME:=JSON (repeatable)</source>
        <translation>Eine Variable: NAME=WERT, NAME=@DATEI oder NAME:=JSON (wiederholbar)</translation>
    </message>
    <message>
        <source>A JSON file with variables by name</source>
        <translation>Eine JSON-Datei mit Variablen nach Namen</translation>
    </message>
    <message>
        <source>A parameter over all others: NAME=VALUE (repeatable)</source>
        <translation>Ein Parameter mit Vorrang vor allen anderen: NAME=WERT (wiederholbar)</translation>
    </message>
    <message>
        <source>Run each call so many times</source>
        <translation>Jeden Aufruf so oft ausführen</translation>
    </message>
    <message>
        <source>Ask for whole answers</source>
        <translation>Ganze Antworten verlangen</translation>
    </message>
    <message>
        <source>A retry policy: slug, file, or a number of attempts in all</source>
        <translation>Eine Wiederholungsrichtlinie: Kurzname, Datei oder Gesamtzahl der Versuche</translation>
    </message>
    <message>
        <source>One attempt, whatever the policy says</source>
        <translation>Ein Versuch, was auch immer die Richtlinie sagt</translation>
    </message>
    <message>
        <source>Calls in flight at once</source>
        <translation>Gleichzeitig laufende Aufrufe</translation>
    </message>
    <message>
        <source>Every target is answered by the simulator</source>
        <translation>Jedes Ziel wird vom Simulator beantwortet</translation>
    </message>
    <message>
        <source>Seed of the waits between attempts</source>
        <translation>Startwert für die Wartezeiten zwischen Versuchen</translation>
    </message>
    <message>
        <source>One JSON object for each finished call, one per line</source>
        <translation>Ein JSON-Objekt je abgeschlossenem Aufruf, eines pro Zeile</translation>
    </message>
    <message>
        <source>text, table or markdown</source>
        <translation>text, table oder markdown</translation>
    </message>
    <message>
        <source>Write the results into a file</source>
        <translation>Die Ergebnisse in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Attempts carry what was sent and received, redacted</source>
        <translation>Versuche enthalten, was gesendet und empfangen wurde, geschwärzt</translation>
    </message>
    <message>
        <source>Write every exchange into this folder</source>
        <translation>Jeden Austausch in diesen Ordner schreiben</translation>
    </message>
    <message>
        <source>Answer from recorded exchanges, without the network</source>
        <translation>Mit aufgezeichnetem Austausch antworten, ohne Netzwerk</translation>
    </message>
    <message>
        <source>Pace of a replay: 1 as recorded, 0 without delays</source>
        <translation>Tempo einer Wiedergabe: 1 wie aufgezeichnet, 0 ohne Verzögerungen</translation>
    </message>
    <message>
        <source>Seconds for one attempt</source>
        <translation>Sekunden für einen Versuch</translation>
    </message>
    <message>
        <source>Seconds until the first text</source>
        <translation>Sekunden bis zum ersten Text</translation>
    </message>
    <message>
        <source>Seconds without a byte</source>
        <translation>Sekunden ohne ein Byte</translation>
    </message>
    <message>
        <source>Seconds to connect</source>
        <translation>Sekunden für den Verbindungsaufbau</translation>
    </message>
    <message>
        <source>Provider id, see `antiphon-cli providers`</source>
        <translation>Kennung des Anbieters, siehe `antiphon-cli providers`</translation>
    </message>
    <message>
        <source>Which of the provider&apos;s apis</source>
        <translation>Welche der APIs des Anbieters</translation>
    </message>
    <message>
        <source>A part of the address: NAME=VALUE (repeatable)</source>
        <translation>Ein Teil der Adresse: NAME=WERT (wiederholbar)</translation>
    </message>
    <message>
        <source>Model, as the provider names it</source>
        <translation>Modell, wie der Anbieter es nennt</translation>
    </message>
    <message>
        <source>Another server that speaks the provider&apos;s format</source>
        <translation>Ein anderer Server, der das Format des Anbieters spricht</translation>
    </message>
    <message>
        <source>Environment variable with the key</source>
        <translation>Umgebungsvariable mit dem Schlüssel</translation>
    </message>
    <message>
        <source>An extra header: NAME:VALUE (repeatable)</source>
        <translation>Eine zusätzliche Kopfzeile: NAME:WERT (wiederholbar)</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>Systemnachricht</translation>
    </message>
    <message>
        <source>User message, sent as it is</source>
        <translation>Benutzernachricht, gesendet wie angegeben</translation>
    </message>
    <message>
        <source>Prompt template (- for standard input)</source>
        <translation>Prompt-Vorlage (- für die Standardeingabe)</translation>
    </message>
    <message>
        <source>A JSON list of messages</source>
        <translation>Eine JSON-Liste von Nachrichten</translation>
    </message>
    <message>
        <source>An image for the user message (repeatable)</source>
        <translation>Ein Bild für die Benutzernachricht (wiederholbar)</translation>
    </message>
    <message>
        <source>A recording for the user message (repeatable)</source>
        <translation>Eine Tonaufnahme für die Benutzernachricht (wiederholbar)</translation>
    </message>
    <message>
        <source>A PDF for the user message (repeatable)</source>
        <translation>Ein PDF für die Benutzernachricht (wiederholbar)</translation>
    </message>
    <message>
        <source>--var %1: write NAME=VALUE, NAME=@FILE or NAME:=JSON.</source>
        <translation>--var %1: NAME=WERT, NAME=@DATEI oder NAME:=JSON schreiben.</translation>
    </message>
    <message>
        <source>%1 must hold one JSON object of names and values.</source>
        <translation>%1 muss ein JSON-Objekt mit Namen und Werten enthalten.</translation>
    </message>
    <message>
        <source>--param %1: write NAME=VALUE.</source>
        <translation>--param %1: NAME=WERT schreiben.</translation>
    </message>
    <message>
        <source>Entry of the keychain with the key, see `keys set`</source>
        <translation>Schlüsselbund-Eintrag mit dem Schlüssel, siehe `keys set`</translation>
    </message>
    <message>
        <source>A dynamic.js that configures the call</source>
        <translation>Ein dynamic.js, das den Aufruf konfiguriert</translation>
    </message>
    <message>
        <source>The JSON Schema of the value the answer is to give</source>
        <translation>Das JSON-Schema des Werts, den die Antwort ergeben soll</translation>
    </message>
    <message>
        <source>How the value is asked for (default: what the target does best)</source>
        <translation>Wie der Wert verlangt wird (Vorgabe: was das Ziel am besten kann)</translation>
    </message>
    <message>
        <source>So often tools may answer in one call (default: 8)</source>
        <translation>So oft dürfen Werkzeuge in einem Aufruf antworten (Vorgabe: 8)</translation>
    </message>
    <message>
        <source>Tools that are commands may run without being asked for</source>
        <translation>Werkzeuge, die Befehle sind, dürfen ohne Nachfrage laufen</translation>
    </message>
    <message>
        <source>US dollars this run may cost: no attempt starts that might go beyond</source>
        <translation>US-Dollar, die dieser Lauf kosten darf: Kein Versuch beginnt, der darüber hinausgehen könnte</translation>
    </message>
    <message>
        <source>A tool the model may call: a .tool.json of a project, or as OpenAI writes tools (repeatable)</source>
        <translation>Ein Werkzeug, das das Modell aufrufen darf: eine .tool.json eines Projekts oder so, wie OpenAI Werkzeuge schreibt (wiederholbar)</translation>
    </message>
    <message>
        <source>auto, none, required, or the name of the tool to call first</source>
        <translation>auto, none, required oder der Name des Werkzeugs, das zuerst aufzurufen ist</translation>
    </message>
    <message>
        <source>Provider and model can only be overridden together.</source>
        <translation>Anbieter und Modell lassen sich nur zusammen überschreiben.</translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;.</source>
        <translation>Es gibt keinen Anbieter &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Must be greater than %1.</source>
        <translation>Muss größer als %1 sein.</translation>
    </message>
    <message>
        <source>Must be at least %1.</source>
        <translation>Muss mindestens %1 sein.</translation>
    </message>
    <message>
        <source>Must be less than %1.</source>
        <translation>Muss kleiner als %1 sein.</translation>
    </message>
    <message>
        <source>Must be at most %1.</source>
        <translation>Darf höchstens %1 sein.</translation>
    </message>
    <message>
        <source>Must be one of: %1.</source>
        <translation>Muss einer dieser Werte sein: %1.</translation>
    </message>
    <message>
        <source>Must be a list of texts.</source>
        <translation>Muss eine Liste von Texten sein.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln text(s) are taken.</source>
        <translation>
            <numerusform>Höchstens %Ln Text ist möglich.</numerusform>
            <numerusform>Höchstens %Ln Texte sind möglich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Must be a number.</source>
        <translation>Muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>Must be a whole number.</source>
        <translation>Muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>Must be on or off.</source>
        <translation>Muss an oder aus sein.</translation>
    </message>
    <message>
        <source>Must be a text.</source>
        <translation>Muss ein Text sein.</translation>
    </message>
    <message>
        <source>is missing.</source>
        <translation>fehlt.</translation>
    </message>
    <message>
        <source>%1: must be a list.</source>
        <translation>%1: muss eine Liste sein.</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;; parameters say &quot;parameters/1&quot;.</source>
        <translation>ist &quot;%1&quot;; Parameter sagen &quot;parameters/1&quot;.</translation>
    </message>
    <message>
        <source>half a character in a \u escape</source>
        <translation>ein halbes Zeichen in einer \u-Maskierung</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>erwartet wird ein Wert</translation>
    </message>
    <message>
        <source>there is something behind the value</source>
        <translation>hinter dem Wert steht noch etwas</translation>
    </message>
    <message>
        <source>expected a comma or the closing bracket</source>
        <translation>erwartet wird ein Komma oder die schließende Klammer</translation>
    </message>
    <message>
        <source>a line break or another control character inside a text</source>
        <translation>ein Zeilenumbruch oder ein anderes Steuerzeichen in einem Text</translation>
    </message>
    <message>
        <source>an unknown escape inside a text</source>
        <translation>eine unbekannte Maskierung in einem Text</translation>
    </message>
    <message>
        <source>a \u escape takes four digits</source>
        <translation>eine \u-Maskierung braucht vier Ziffern</translation>
    </message>
    <message>
        <source>a text that is not UTF-8</source>
        <translation>ein Text, der nicht UTF-8 ist</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>das ist keine Zahl</translation>
    </message>
    <message>
        <source>expected true, false or null</source>
        <translation>erwartet wird true, false oder null</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>%1 after %2 of %3</source>
        <translation>%1 nach %2 %3</translation>
    </message>
    <message>
        <source>attempt %1, %2</source>
        <translation>Versuch %1, %2</translation>
    </message>
    <message>
        <source>, then waited %1</source>
        <translation>, dann %1 gewartet</translation>
    </message>
    <message>
        <source> by %1</source>
        <extracomment>%1 is how a wait was worked out: &quot;backoff&quot;, &quot;retry-after&quot;</extracomment>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>The simulated server refused the connection.</source>
        <translation>Der simulierte Server hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The simulated server&apos;s name was not found.</source>
        <translation>Der Name des simulierten Servers wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The encrypted connection to the simulated server failed.</source>
        <translation>Die verschlüsselte Verbindung zum simulierten Server ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The simulated server closed the connection without an answer.</source>
        <translation>Der simulierte Server hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The simulated server reset the connection.</source>
        <translation>Der simulierte Server hat die Verbindung zurückgesetzt.</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;; a retry policy says &quot;retry/1&quot;.</source>
        <translation>ist &quot;%1&quot;; eine Wiederholungsrichtlinie sagt &quot;retry/1&quot;.</translation>
    </message>
    <message>
        <source>must be a list with at least one entry.</source>
        <translation>muss eine Liste mit mindestens einem Eintrag sein.</translation>
    </message>
    <message>
        <source>says none of %1.</source>
        <translation>nennt keines von %1.</translation>
    </message>
    <message>
        <source>says %1 at once; combine them with &quot;all&quot; or &quot;any&quot;.</source>
        <translation>nennt %1 zugleich; mit &quot;all&quot; oder &quot;any&quot; verbinden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no status; write &quot;429&quot;, &quot;5xx&quot; or &quot;520-524&quot;.</source>
        <translation>&quot;%1&quot; ist kein Status; &quot;429&quot;, &quot;5xx&quot; oder &quot;520-524&quot; schreiben.</translation>
    </message>
    <message>
        <source>must be a regular expression or {&quot;equals&quot;: &quot;text&quot;}.</source>
        <translation>muss ein regulärer Ausdruck oder {&quot;equals&quot;: &quot;Text&quot;} sein.</translation>
    </message>
    <message>
        <source>is no regular expression: %1 at character %2.</source>
        <translation>ist kein regulärer Ausdruck: %1 bei Zeichen %2.</translation>
    </message>
    <message>
        <source>must be an object from kinds of error to waits.</source>
        <translation>muss ein Objekt sein, das Fehlerarten Wartezeiten zuordnet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of error; there are default, %2.</source>
        <translation>&quot;%1&quot; ist keine Fehlerart; es gibt default, %2.</translation>
    </message>
    <message>
        <source>must be &quot;always&quot;, &quot;never&quot; or an object with one of %1.</source>
        <translation>muss &quot;always&quot;, &quot;never&quot; oder ein Objekt mit einem von %1 sein.</translation>
    </message>
    <message>
        <source>must be &quot;never&quot; or an object with one of %1.</source>
        <translation>muss &quot;never&quot; oder ein Objekt mit einem von %1 sein.</translation>
    </message>
    <message>
        <source>A condition of the retry policy could not be worked out and counts as not met: %1</source>
        <translation>Eine Bedingung der Wiederholungsrichtlinie ließ sich nicht auswerten und gilt als nicht erfüllt: %1</translation>
    </message>
    <message>
        <source>must be an expression in quotes.</source>
        <translation>muss ein Ausdruck in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>must be a list with at least one kind of error.</source>
        <translation>muss eine Liste mit mindestens einer Fehlerart sein.</translation>
    </message>
    <message>
        <source>must be &quot;log&quot; or an object with one of log, script, collect.</source>
        <translation>muss &quot;log&quot; oder ein Objekt mit einem von log, script, collect sein.</translation>
    </message>
    <message>
        <source>must be text in quotes.</source>
        <translation>muss Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>must be a list.</source>
        <translation>muss eine Liste sein.</translation>
    </message>
    <message>
        <source>must be an object with &quot;value&quot; or &quot;script&quot;.</source>
        <translation>muss ein Objekt mit &quot;value&quot; oder &quot;script&quot; sein.</translation>
    </message>
    <message numerus="yes">
        <source>Given up after %n attempts. The last failure: %1</source>
        <translation>
            <numerusform>Nach %n Versuch aufgegeben. Der letzte Fehler: %1</numerusform>
            <numerusform>Nach %n Versuchen aufgegeben. Der letzte Fehler: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Another attempt was asked for.</source>
        <translation>Ein weiterer Versuch wurde verlangt.</translation>
    </message>
    <message>
        <source>must be an object from targets to conditions.</source>
        <translation>muss ein Objekt sein, das Zielen Bedingungen zuordnet.</translation>
    </message>
    <message>
        <source>A number of attempts is at least 0.</source>
        <translation>Eine Anzahl von Versuchen ist mindestens 0.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no wait; there are backoff, none, fixed, random, incrementing, exponential, random_exponential, exponential_jitter, chain, combine, by_error, script.</source>
        <translation>&quot;%1&quot; ist keine Wartezeit; es gibt backoff, none, fixed, random, incrementing, exponential, random_exponential, exponential_jitter, chain, combine, by_error, script.</translation>
    </message>
    <message>
        <source>it gave no number</source>
        <translation>es ergab keine Zahl</translation>
    </message>
    <message>
        <source>A wait of the retry policy could not be worked out and is left out: %1</source>
        <translation>Eine Wartezeit der Wiederholungsrichtlinie ließ sich nicht auswerten und wird ausgelassen: %1</translation>
    </message>
    <message>
        <source>With a rule on answers only, network errors are not retried.</source>
        <translation>Mit einer Regel nur für Antworten werden Netzwerkfehler nicht wiederholt.</translation>
    </message>
    <message numerus="yes">
        <source>The policy has no bound of its own: it ends after %Ln attempt(s).</source>
        <translation>
            <numerusform>Die Richtlinie hat selbst keine Grenze: Sie endet nach %Ln Versuch.</numerusform>
            <numerusform>Die Richtlinie hat selbst keine Grenze: Sie endet nach %Ln Versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A call can wait for %1.</source>
        <translation>Ein Aufruf kann %1 lang warten.</translation>
    </message>
    <message>
        <source>A call can be made %L1 times, and billed each time.</source>
        <translation>Ein Aufruf kann %L1-mal gemacht werden und wird jedes Mal in Rechnung gestellt.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Four attempts, 0.5 s doubling to 60 s.</source>
        <translation>Vier Versuche, 0,5 s, verdoppelt bis 60 s.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>One attempt: what fails has failed.</source>
        <translation>Ein Versuch: Was fehlschlägt, ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Two attempts.</source>
        <translation>Zwei Versuche.</translation>
    </message>
    <message>
        <source>Patient (batch)</source>
        <translation>Geduldig (Stapel)</translation>
    </message>
    <message>
        <source>Eight attempts within an hour, 2 s doubling to 120 s, a fifth more or less.</source>
        <translation>Acht Versuche innerhalb einer Stunde, 2 s, verdoppelt bis 120 s, ein Fünftel mehr oder weniger.</translation>
    </message>
    <message>
        <source>Aggressive (local)</source>
        <translation>Aggressiv (lokal)</translation>
    </message>
    <message>
        <source>Six attempts, 0.2 s apart.</source>
        <translation>Sechs Versuche im Abstand von 0,2 s.</translation>
    </message>
    <message>
        <source>The key in %1 holds a blank or a character no key has.</source>
        <translation>Der Schlüssel in %1 enthält ein Leerzeichen oder ein Zeichen, das kein Schlüssel hat.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>There is no key for %1: give the target &quot;%2&quot; a key reference.</source>
        <translation>Es gibt keinen Schlüssel für %1: dem Ziel &quot;%2&quot; einen Schlüsselverweis geben.</translation>
    </message>
    <message>
        <source>There is no key for %1: set the environment variable %2, or give the target &quot;%3&quot; another key reference.</source>
        <translation>Es gibt keinen Schlüssel für %1: die Umgebungsvariable %2 setzen oder dem Ziel &quot;%3&quot; einen anderen Schlüsselverweis geben.</translation>
    </message>
    <message>
        <source>Keys are made at %1.</source>
        <translation>Schlüssel gibt es bei %1.</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set; the target &quot;%2&quot; takes its key from it.</source>
        <translation>Die Umgebungsvariable %1 ist nicht gesetzt; das Ziel &quot;%2&quot; nimmt seinen Schlüssel daraus.</translation>
    </message>
    <message>
        <source>There is no keychain here to read &quot;%1&quot; from; give the target &quot;%2&quot; an environment variable.</source>
        <translation>Hier gibt es keinen Schlüsselbund, aus dem sich &quot;%1&quot; lesen ließe; dem Ziel &quot;%2&quot; eine Umgebungsvariable geben.</translation>
    </message>
    <message>
        <source>The keychain has no entry &quot;%1&quot;; the target &quot;%2&quot; takes its key from it.</source>
        <translation>Der Schlüsselbund hat keinen Eintrag &quot;%1&quot;; das Ziel &quot;%2&quot; nimmt seinen Schlüssel daraus.</translation>
    </message>
    <message>
        <source>There is no retry policy &quot;%1&quot;; the target &quot;%2&quot; is to run with it. There are: %3.</source>
        <translation>Es gibt keine Wiederholungsrichtlinie &quot;%1&quot;; das Ziel &quot;%2&quot; soll mit ihr laufen. Vorhanden sind: %3.</translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;; the target &quot;%2&quot; names it. There are: %3.</source>
        <translation>Es gibt keinen Anbieter &quot;%1&quot;; das Ziel &quot;%2&quot; nennt ihn. Vorhanden sind: %3.</translation>
    </message>
    <message>
        <source>This version does not speak the format &quot;%1&quot; of %2.</source>
        <translation>Diese Version spricht das Format &quot;%1&quot; von %2 nicht.</translation>
    </message>
    <message>
        <source>There is no target &quot;%1&quot; for &quot;%2&quot; to fall back to.</source>
        <translation>Es gibt kein Ziel &quot;%1&quot;, auf das &quot;%2&quot; ausweichen könnte.</translation>
    </message>
    <message>
        <source>The fallback &quot;%1&quot;: %2</source>
        <translation>Das Ausweichziel &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is too large for what it should be.</source>
        <translation>%1 ist zu groß für das, was es sein soll.</translation>
    </message>
    <message>
        <source>To sign in as an Entra application %1 is missing.</source>
        <translation>Zur Anmeldung als Entra-Anwendung fehlt %1.</translation>
    </message>
    <message>
        <source>AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET</source>
        <translation>AZURE_TENANT_ID, AZURE_CLIENT_ID und AZURE_CLIENT_SECRET</translation>
    </message>
    <message>
        <source>AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or a profile in ~/.aws/credentials)</source>
        <translation>AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY (oder ein Profil in ~/.aws/credentials)</translation>
    </message>
    <message>
        <source>%1 is to be found under &quot;%2&quot;, where there is nothing.</source>
        <translation>%1 soll unter &quot;%2&quot; zu finden sein, dort ist aber nichts.</translation>
    </message>
    <message>
        <source>%1 is named by %2, which is not set.</source>
        <translation>%1 wird durch %2 angegeben, das nicht gesetzt ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 is not in PEM form, which has a line &quot;%3&quot;.</source>
        <translation>%1: %2 liegt nicht in PEM-Form vor, die eine Zeile &quot;%3&quot; hat.</translation>
    </message>
    <message>
        <source>The password of the proxy</source>
        <translation>Das Passwort des Proxys</translation>
    </message>
    <message>
        <source>The file of certificate authorities</source>
        <translation>Die Datei der Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>The client certificate</source>
        <translation>Das Client-Zertifikat</translation>
    </message>
    <message>
        <source>The key of the client certificate</source>
        <translation>Der Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <source>The pass phrase of the client certificate&apos;s key</source>
        <translation>Die Passphrase des Schlüssels des Client-Zertifikats</translation>
    </message>
    <message>
        <source>the target&apos;s own price</source>
        <translation>der eigene Preis des Ziels</translation>
    </message>
    <message>
        <source>There is no target &quot;%1&quot;, which a rule chooses.</source>
        <translation>Es gibt kein Ziel &quot;%1&quot;, das eine Regel wählt.</translation>
    </message>
    <message>
        <source>There is no retry policy &quot;%1&quot;, which a rule chooses.</source>
        <translation>Es gibt keine Wiederholungsrichtlinie &quot;%1&quot;, die eine Regel wählt.</translation>
    </message>
    <message>
        <source>There is no prompt &quot;%1&quot; here to ask.</source>
        <translation>Es gibt hier keinen Prompt &quot;%1&quot;, der gefragt werden könnte.</translation>
    </message>
    <message>
        <source>There is no target &quot;%1&quot; to ask the prompt &quot;%2&quot; on.</source>
        <translation>Es gibt kein Ziel &quot;%1&quot;, auf dem der Prompt &quot;%2&quot; gefragt werden könnte.</translation>
    </message>
    <message>
        <source>Prompts ask each other in a circle: %1.</source>
        <translation>Prompts fragen einander im Kreis: %1.</translation>
    </message>
    <message>
        <source>The computed field &quot;%1&quot;: %2</source>
        <translation>Das berechnete Feld &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>OpenAI SDK for Python</source>
        <translation>OpenAI SDK für Python</translation>
    </message>
    <message>
        <source>Two retries, 0.5 s doubling to 8 s, up to a quarter less; a server that asks for more than 120 s ends the call.</source>
        <translation>Zwei Wiederholungen, 0,5 s, verdoppelt bis 8 s, bis zu einem Viertel weniger; ein Server, der mehr als 120 s verlangt, beendet den Aufruf.</translation>
    </message>
    <message>
        <source>OpenAI SDK for Node</source>
        <translation>OpenAI SDK für Node</translation>
    </message>
    <message>
        <source>Two retries, 0.5 s doubling to 8 s, up to a quarter less; a wish of up to 60 s is obeyed, 0 too.</source>
        <translation>Zwei Wiederholungen, 0,5 s, verdoppelt bis 8 s, bis zu einem Viertel weniger; ein Wunsch bis 60 s wird befolgt, auch 0.</translation>
    </message>
    <message>
        <source>Anthropic SDK for Python</source>
        <translation>Anthropic SDK für Python</translation>
    </message>
    <message>
        <source>Two retries, 0.5 s doubling to 8 s, up to a quarter less; a wish of up to 60 s is obeyed.</source>
        <translation>Zwei Wiederholungen, 0,5 s, verdoppelt bis 8 s, bis zu einem Viertel weniger; ein Wunsch bis 60 s wird befolgt.</translation>
    </message>
    <message>
        <source>Google GenAI SDK for Python</source>
        <translation>Google GenAI SDK für Python</translation>
    </message>
    <message>
        <source>With its retry options, which are off by default: five attempts, 1 s doubling to 60 s with up to a second more; Retry-After is not looked at.</source>
        <translation>Mit seinen Wiederholungsoptionen, die normalerweise aus sind: fünf Versuche, 1 s, verdoppelt bis 60 s, mit bis zu einer Sekunde mehr; Retry-After wird nicht beachtet.</translation>
    </message>
    <message>
        <source>Cohere SDK for Python</source>
        <translation>Cohere SDK für Python</translation>
    </message>
    <message>
        <source>Mistral SDK for Python</source>
        <translation>Mistral SDK für Python</translation>
    </message>
    <message>
        <source>With the retry config of its manual, which is off by default: 0.5 s growing by half to 60 s with up to a second more, for an hour.</source>
        <translation>Mit der Wiederholungskonfiguration seines Handbuchs, die normalerweise aus ist: 0,5 s, jeweils um die Hälfte länger bis 60 s, mit bis zu einer Sekunde mehr, eine Stunde lang.</translation>
    </message>
    <message>
        <source>LiteLLM router</source>
        <translation>LiteLLM router</translation>
    </message>
    <message>
        <source>Mirascope 0, retries=3</source>
        <translation>Mirascope 0, retries=3</translation>
    </message>
    <message>
        <source>Three attempts without pause after any failure.</source>
        <translation>Drei Versuche ohne Pause nach jedem Fehler.</translation>
    </message>
    <message>
        <source>Mirascope 2</source>
        <translation>Mirascope 2</translation>
    </message>
    <message>
        <source>Three retries, 0.5 s doubling to 60 s; all targets of the chain get as many.</source>
        <translation>Drei Wiederholungen, 0,5 s, verdoppelt bis 60 s; alle Ziele der Kette bekommen gleich viele.</translation>
    </message>
    <message>
        <source>tenacity, Retrying()</source>
        <translation>tenacity, Retrying()</translation>
    </message>
    <message>
        <source>Any failure, without pause and without end: here at most 10 attempts.</source>
        <translation>Jeder Fehler, ohne Pause und ohne Ende: hier höchstens 10 Versuche.</translation>
    </message>
    <message>
        <source>must be a day as in &quot;2026-11-21&quot;.</source>
        <translation>muss ein Tag sein, etwa &quot;2026-11-21&quot;.</translation>
    </message>
    <message>
        <source>rows: must be a list.</source>
        <translation>rows: muss eine Liste sein.</translation>
    </message>
    <message>
        <source>providers: must be an object.</source>
        <translation>providers: muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>providers.%1: must be an object.</source>
        <translation>providers.%1: muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;; prices say &quot;prices/1&quot;.</source>
        <translation>ist &quot;%1&quot;; Preise sagen &quot;prices/1&quot;.</translation>
    </message>
    <message>
        <source>factors: must be an object.</source>
        <translation>factors: muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>either a tier or a region is to be named.</source>
        <translation>entweder eine Stufe oder eine Region ist anzugeben.</translation>
    </message>
    <message>
        <source>peakHours: must be an object.</source>
        <translation>peakHours: muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>must be times as in &quot;01:00-04:00&quot;.</source>
        <translation>muss aus Uhrzeiten bestehen, etwa &quot;01:00-04:00&quot;.</translation>
    </message>
    <message>
        <source>searches: must be an object.</source>
        <translation>searches: muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;; see `antiphon-cli providers`.</source>
        <translation>Es gibt keinen Anbieter &quot;%1&quot;; siehe `antiphon-cli providers`.</translation>
    </message>
    <message>
        <source>USD per million tokens, as read on %1; prices change.
</source>
        <translation>USD pro Million Token, abgelesen am %1; Preise ändern sich.
</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>  from %1</source>
        <translation>  ab %1</translation>
    </message>
    <message>
        <source>  until %1</source>
        <translation>  bis %1</translation>
    </message>
    <message>
        <source>  unverified</source>
        <translation>  ungeprüft</translation>
    </message>
    <message>
        <source>The dated price table</source>
        <translation>Die datierte Preistabelle</translation>
    </message>
    <message>
        <source>Only models whose name contains this</source>
        <translation>Nur Modelle, deren Name dies enthält</translation>
    </message>
    <message>
        <source>Only this provider</source>
        <translation>Nur dieser Anbieter</translation>
    </message>
    <message>
        <source>--as-of must be a day as in 2026-11-21.</source>
        <translation>--as-of muss ein Tag sein, etwa 2026-11-21.</translation>
    </message>
    <message>
        <source>%1 prices are kept in %2; they go before the bundled ones. Left out: %3 entries that are no chat models or of unknown providers.
</source>
        <translation>%1 Preise sind in %2 abgelegt; sie gehen den mitgelieferten vor. Ausgelassen: %3 Einträge, die keine Chatmodelle oder von unbekannten Anbietern sind.
</translation>
    </message>
    <message>
        <source>Keep a price list in LiteLLM&apos;s format; its prices win</source>
        <translation>Eine Preisliste im Format von LiteLLM ablegen; ihre Preise haben Vorrang</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Die Liste</translation>
    </message>
    <message>
        <source>Keep it in this project, not for all</source>
        <translation>In diesem Projekt ablegen, nicht für alle</translation>
    </message>
    <message>
        <source>The day of the list; else today</source>
        <translation>Der Tag der Liste; sonst heute</translation>
    </message>
    <message>
        <source>With the prices of this project</source>
        <translation>Mit den Preisen dieses Projekts</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>%1 Token ein, %2 aus</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>first text %1</source>
        <translation>erster Text %1</translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>gesamt %1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>, simulated</source>
        <translation>, simuliert</translation>
    </message>
    <message>
        <source> · simulated</source>
        <translation> · simuliert</translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source> (simulated: no money was spent)</source>
        <translation> (simuliert: kein Geld wurde ausgegeben)</translation>
    </message>
    <message>
        <source>[the provider ran %1]</source>
        <translation>[der Anbieter hat %1 ausgeführt]</translation>
    </message>
    <message>
        <source>[image: %1]</source>
        <translation>[Bild: %1]</translation>
    </message>
    <message>
        <source>[image: %1, %2 bytes]</source>
        <translation>[Bild: %1, %2 Byte]</translation>
    </message>
    <message>
        <source>[audio: %1, %2 bytes]</source>
        <translation>[Audio: %1, %2 Byte]</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>&quot;run.concurrency.%1&quot; must be a whole number from 1.</source>
        <translation>&quot;run.concurrency.%1&quot; muss eine ganze Zahl ab 1 sein.</translation>
    </message>
    <message>
        <source>is missing: what there is to choose from.</source>
        <translation>fehlt: was zur Auswahl steht.</translation>
    </message>
    <message>
        <source>this text is written for %1, which Antiphon does not run. Rewrite it in Antiphon&apos;s template language and remove &quot;engine&quot;.</source>
        <translation>dieser Text ist für %1 geschrieben, das Antiphon nicht ausführt. In der Vorlagensprache von Antiphon neu schreiben und &quot;engine&quot; entfernen.</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;; a prompt says &quot;prompt/1&quot;.</source>
        <translation>ist &quot;%1&quot;; ein Prompt sagt &quot;prompt/1&quot;.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; must be %2.</source>
        <translation>Die Variable &quot;%1&quot; muss %2 sein.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>einer der Werte %1</translation>
    </message>
    <message>
        <source>a list of lists</source>
        <translation>eine Liste von Listen</translation>
    </message>
    <message>
        <source>one file or address, not a list</source>
        <translation>eine Datei oder Adresse, keine Liste</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; needs a value.</source>
        <translation>Die Variable &quot;%1&quot; braucht einen Wert.</translation>
    </message>
    <message>
        <source>key in %1</source>
        <translation>Schlüssel in %1</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>kein Schlüssel nötig</translation>
    </message>
    <message>
        <source>The providers, their apis and where keys are found</source>
        <translation>Die Anbieter, ihre APIs und wo Schlüssel gefunden werden</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>The budget of this run</source>
        <translation>Das Budget dieses Laufs</translation>
    </message>
    <message>
        <source>Raise it with --budget, or &quot;budget.run.stop&quot; in the project&apos;s antiphon.json.</source>
        <translation>Mit --budget oder &quot;budget.run.stop&quot; in der antiphon.json des Projekts erhöhen.</translation>
    </message>
    <message>
        <source>The project&apos;s budget for one day</source>
        <translation>Das Budget des Projekts für einen Tag</translation>
    </message>
    <message>
        <source>Raise &quot;budget.day.stop&quot; in the project&apos;s antiphon.json, or go on tomorrow.</source>
        <translation>&quot;budget.day.stop&quot; in der antiphon.json des Projekts erhöhen oder morgen weitermachen.</translation>
    </message>
    <message>
        <source>The project&apos;s budget</source>
        <translation>Das Budget des Projekts</translation>
    </message>
    <message>
        <source>Raise &quot;budget.project.stop&quot; in the project&apos;s antiphon.json.</source>
        <translation>&quot;budget.project.stop&quot; in der antiphon.json des Projekts erhöhen.</translation>
    </message>
    <message>
        <source>%1 is %2: %3 is spent, and this attempt may cost up to %4. %5</source>
        <translation>%1 beträgt %2: %3 sind ausgegeben, und dieser Versuch kann bis zu %4 kosten. %5</translation>
    </message>
    <message>
        <source>%1: %2 is spent, more than the %3 to warn at.</source>
        <translation>%1: %2 sind ausgegeben, mehr als die %3, ab denen gewarnt wird.</translation>
    </message>
    <message>
        <source>%1, all of them again in %2 s</source>
        <translation>%1, in %2 s wieder alle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done, truncated</source>
        <translation>Fertig, abgeschnitten</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Über Budget</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ausweichziel</translation>
    </message>
    <message>
        <source>Grader</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>%1 (virtual)</source>
        <translation>%1 (virtuell)</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>, row %1</source>
        <translation>, Zeile %1</translation>
    </message>
    <message>
        <source>, repeat %1</source>
        <translation>, Durchgang %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Thinking:</source>
        <translation>Überlegungen:</translation>
    </message>
    <message>
        <source>%1, %2, %3 tokens in, %4 out, %5</source>
        <translation>%1, %2, %3 Token ein, %4 aus, %5</translation>
    </message>
    <message>
        <source>Tool call: %1(%2)</source>
        <translation>Werkzeugaufruf: %1(%2)</translation>
    </message>
    <message>
        <source>Tool run by the provider: %1</source>
        <translation>Vom Anbieter ausgeführtes Werkzeug: %1</translation>
    </message>
    <message>
        <source>Image: %1, %2</source>
        <translation>Bild: %1, %2</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>Audio: %1, %2</source>
        <translation>Audio: %1, %2</translation>
    </message>
    <message>
        <source>What is said: %1</source>
        <translation>Gesprochener Text: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>%1 answered: %2</source>
        <translation>%1 antwortete: %2</translation>
    </message>
    <message>
        <source>The simulator does not know the path %1; it speaks /v1/chat/completions, /v1/responses, /v1/messages and /v1beta/models/NAME:generateContent.</source>
        <translation>Der Simulator kennt den Pfad %1 nicht; er spricht /v1/chat/completions, /v1/responses, /v1/messages und /v1beta/models/NAME:generateContent.</translation>
    </message>
    <message>
        <source>The request sent to the simulator</source>
        <translation>Die an den Simulator gesendete Anfrage</translation>
    </message>
    <message>
        <source>The request sent to the simulator is no JSON object.</source>
        <translation>Die an den Simulator gesendete Anfrage ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1:%2:%3: warning: %4
</source>
        <translation>%1:%2:%3: Warnung: %4
</translation>
    </message>
    <message>
        <source>A template and variables: the exact messages</source>
        <translation>Eine Vorlage und Variablen: die genauen Nachrichten</translation>
    </message>
    <message>
        <source>The template&apos;s file (- for standard input)</source>
        <translation>Die Datei der Vorlage (- für die Standardeingabe)</translation>
    </message>
    <message>
        <source>A folder of snippets (default: those of the template&apos;s project)</source>
        <translation>Ein Ordner mit Bausteinen (Vorgabe: die des Projekts der Vorlage)</translation>
    </message>
    <message>
        <source>v1 or v0</source>
        <translation>v1 oder v0</translation>
    </message>
    <message>
        <source>Every original behaviour, also the bugs</source>
        <translation>Jedes ursprüngliche Verhalten, auch die Fehler</translation>
    </message>
    <message>
        <source>Role words count at the start of a line only</source>
        <translation>Rollenwörter zählen nur am Zeilenanfang</translation>
    </message>
    <message>
        <source>Keep the indentation within sections</source>
        <translation>Die Einrückung innerhalb von Abschnitten behalten</translation>
    </message>
    <message>
        <source>Messages, warnings and errors as JSON</source>
        <translation>Nachrichten, Warnungen und Fehler als JSON</translation>
    </message>
    <message>
        <source>tool calls</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>finish reason</source>
        <translation>Grund des Endes</translation>
    </message>
    <message>
        <source>No response came, so there is none to replay.</source>
        <translation>Es kam keine Antwort, daher gibt es keine abzuspielen.</translation>
    </message>
    <message>
        <source>The format &quot;%1&quot; of this answer is not known.</source>
        <translation>Das Format &quot;%1&quot; dieser Antwort ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The recorded answer stops here; its attempt had timed out.</source>
        <translation>Die aufgezeichnete Antwort endet hier; bei diesem Versuch war die Zeit abgelaufen.</translation>
    </message>
    <message>
        <source>The recorded connection was lost here.</source>
        <translation>Die aufgezeichnete Verbindung ging hier verloren.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>There is no folder %1 to replay from.</source>
        <translation>Es gibt keinen Ordner %1 zum Wiedergeben.</translation>
    </message>
    <message>
        <source>The folder %1 holds no recordings.</source>
        <translation>Der Ordner %1 enthält keine Aufzeichnungen.</translation>
    </message>
    <message>
        <source>No recording answers %1 %2.</source>
        <translation>Keine Aufzeichnung antwortet auf %1 %2.</translation>
    </message>
    <message>
        <source>Tool %1 has no name.</source>
        <translation>Werkzeug %1 hat keinen Namen.</translation>
    </message>
    <message>
        <source>The parameters of the tool &quot;%1&quot; are no JSON Schema object.</source>
        <translation>Die Parameter des Werkzeugs &quot;%1&quot; sind kein JSON-Schema-Objekt.</translation>
    </message>
    <message>
        <source>Tools are a list of {&quot;name&quot;, &quot;description&quot;, &quot;parameters&quot;}.</source>
        <translation>Werkzeuge sind eine Liste von {&quot;name&quot;, &quot;description&quot;, &quot;parameters&quot;}.</translation>
    </message>
    <message>
        <source>%1: warning: %2
</source>
        <translation>%1: Warnung: %2
</translation>
    </message>
    <message>
        <source>Print the request that `run` or `call` would send; send nothing</source>
        <translation>Die Anfrage ausgeben, die `run` oder `call` senden würde; nichts senden</translation>
    </message>
    <message>
        <source>The project&apos;s folder</source>
        <translation>Der Ordner des Projekts</translation>
    </message>
    <message>
        <source>The prompt (default: the first)</source>
        <translation>Der Prompt (Vorgabe: der erste)</translation>
    </message>
    <message>
        <source>A variant of the prompt</source>
        <translation>Eine Variante des Prompts</translation>
    </message>
    <message>
        <source>An input set</source>
        <translation>Ein Eingabesatz</translation>
    </message>
    <message>
        <source>&lt;the answer of %1&gt;</source>
        <translation>&lt;die Antwort von %1&gt;</translation>
    </message>
    <message>
        <source>Say which layer each value comes from</source>
        <translation>Angeben, aus welcher Ebene jeder Wert stammt</translation>
    </message>
    <message>
        <source>%1 is left out: %2 has no such parameter.</source>
        <translation>%1 wird ausgelassen: %2 hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>This prompt produced no messages, so there is nothing to send. Write some text into the template, or give its variables values.</source>
        <translation>Dieser Prompt hat keine Nachrichten ergeben, also gibt es nichts zu senden. Text in die Vorlage schreiben oder ihren Variablen Werte geben.</translation>
    </message>
    <message>
        <source>What earlier answers hold in the form &quot;%1&quot; is left out: %2 has another.</source>
        <translation>Was frühere Antworten in der Form &quot;%1&quot; enthalten, wird ausgelassen: %2 hat eine andere.</translation>
    </message>
    <message>
        <source>Cache markers are left out: %1 knows none.</source>
        <translation>Cache-Marken werden ausgelassen: %1 kennt keine.</translation>
    </message>
    <message>
        <source>The schema of the answer is not a JSON object.</source>
        <translation>Das Schema der Antwort ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The answer is not as the policy wants it.</source>
        <translation>Die Antwort ist nicht so, wie die Richtlinie sie will.</translation>
    </message>
    <message>
        <source>  (between %1 and %2 s)</source>
        <translation>  (zwischen %1 und %2 s)</translation>
    </message>
    <message>
        <source>, %1 s in all
</source>
        <translation>, insgesamt %1 s
</translation>
    </message>
    <message>
        <source>Play a retry policy against outcomes, in virtual time</source>
        <translation>Eine Wiederholungsrichtlinie an Ausgängen durchspielen, in virtueller Zeit</translation>
    </message>
    <message>
        <source>A JSON list of outcomes; the last one repeats</source>
        <translation>Eine JSON-Liste von Ausgängen; der letzte wiederholt sich</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>Startwert der Ziehungen</translation>
    </message>
    <message>
        <source>The plan as JSON</source>
        <translation>Den Plan als JSON</translation>
    </message>
    <message>
        <source>Each wait with its range</source>
        <translation>Jede Wartezeit mit ihrem Bereich</translation>
    </message>
    <message>
        <source>warning: %1
</source>
        <translation>Warnung: %1
</translation>
    </message>
    <message>
        <source>antiphon-cli: retry-plan: give --outcomes FILE, or --list.
</source>
        <translation>antiphon-cli: retry-plan: --outcomes DATEI oder --list angeben.
</translation>
    </message>
    <message>
        <source>A retry/1 file, a number of attempts in all, or a built-in policy (see --list); default: the built-in one</source>
        <translation>Eine retry/1-Datei, eine Gesamtzahl der Versuche oder eine eingebaute Richtlinie (siehe --list); Vorgabe: die eingebaute</translation>
    </message>
    <message>
        <source>What policies have a name of their own: those of official SDKs, Mirascope, tenacity</source>
        <translation>Welche Richtlinien einen eigenen Namen haben: die offizieller SDKs, von Mirascope und tenacity</translation>
    </message>
    <message>
        <source>The computed fields need each other in a circle: %1. Take one of them out of another&apos;s expression.</source>
        <translation>Die berechneten Felder brauchen einander im Kreis: %1. Eines davon aus dem Ausdruck eines anderen entfernen.</translation>
    </message>
    <message>
        <source>is missing: the prompt that is asked, as in &quot;classify&quot; or &quot;classify#short&quot;.</source>
        <translation>fehlt: der Prompt, der gefragt wird, etwa &quot;classify&quot; oder &quot;classify#short&quot;.</translation>
    </message>
    <message>
        <source>must be an expression in quotes or {&quot;prompt&quot;: ...}.</source>
        <translation>muss ein Ausdruck in Anführungszeichen oder {&quot;prompt&quot;: ...} sein.</translation>
    </message>
    <message>
        <source>must be a list of tools.</source>
        <translation>muss eine Liste von Werkzeugen sein.</translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation>muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>must be a name in quotes.</source>
        <translation>muss ein Name in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>cannot be set; there are params.&lt;name&gt;, tools, metadata, target, retry, output.schema.</source>
        <translation>kann nicht gesetzt werden; vorhanden sind params.&lt;name&gt;, tools, metadata, target, retry, output.schema.</translation>
    </message>
    <message>
        <source>is missing: the expression that decides.</source>
        <translation>fehlt: der Ausdruck, der entscheidet.</translation>
    </message>
    <message>
        <source>must be a list, not %1.</source>
        <translation>muss eine Liste sein, nicht %1.</translation>
    </message>
    <message>
        <source>A file of rules has a list &quot;rules&quot;.</source>
        <translation>Eine Regeldatei hat eine Liste &quot;rules&quot;.</translation>
    </message>
    <message>
        <source>is missing: what must not be true.</source>
        <translation>fehlt: was nicht zutreffen darf.</translation>
    </message>
    <message>
        <source>the rule</source>
        <translation>die Regel</translation>
    </message>
    <message>
        <source>
[the stream was restarted; the text above is void]
</source>
        <translation>
[der Datenstrom wurde neu begonnen; der Text darüber gilt nicht]
</translation>
    </message>
    <message>
        <source>antiphon-cli: %1: %2: %3
</source>
        <translation>antiphon-cli: %1: %2: %3
</translation>
    </message>
    <message>
        <source>Run a prompt of a project on its targets, side by side</source>
        <translation>Einen Prompt eines Projekts auf seinen Zielen ausführen, Seite an Seite</translation>
    </message>
    <message>
        <source>An input set (default: the first, if no --var is given)</source>
        <translation>Ein Eingabesatz (Vorgabe: der erste, wenn kein --var angegeben ist)</translation>
    </message>
    <message>
        <source>One call without a project</source>
        <translation>Ein Aufruf ohne Projekt</translation>
    </message>
    <message>
        <source>Audio (%1) written to %2.
</source>
        <translation>Audio (%1) in %2 geschrieben.
</translation>
    </message>
    <message>
        <source>The answer holds no audio, so %1 was not written.</source>
        <translation>Die Antwort enthält kein Audio, daher wurde %1 nicht geschrieben.</translation>
    </message>
    <message>
        <source>Write the spoken answer into a file</source>
        <translation>Die gesprochene Antwort in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Go on from the messages in this file, and keep what is said there</source>
        <translation>Von den Nachrichten in dieser Datei aus fortfahren und behalten, was dort gesagt wird</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a file&apos;s name: only lower case letters a-z, digits, &quot;-&quot; and &quot;_&quot; can.</source>
        <translation>&quot;%1&quot; kann kein Dateiname sein: Erlaubt sind nur Kleinbuchstaben a-z, Ziffern, &quot;-&quot; und &quot;_&quot;.</translation>
    </message>
    <message>
        <source>%1 is no &quot;%2&quot; file of this Antiphon, so it was not written over.</source>
        <translation>%1 ist keine &quot;%2&quot;-Datei dieses Antiphon und wurde daher nicht überschrieben.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a schema&apos;s name: only lower case letters a-z, digits, &quot;-&quot; and &quot;_&quot; can.</source>
        <translation>&quot;%1&quot; kann kein Name eines Schemas sein: Nur Kleinbuchstaben a-z, Ziffern, &quot;-&quot; und &quot;_&quot; sind möglich.</translation>
    </message>
    <message>
        <source>There is already a file %1.</source>
        <translation>Es gibt bereits eine Datei %1.</translation>
    </message>
    <message>
        <source>Forced tool</source>
        <translation>Erzwungenes Werkzeug</translation>
    </message>
    <message>
        <source>JSON in words</source>
        <translation>JSON in Worten</translation>
    </message>
    <message>
        <source>Service&apos;s own schema</source>
        <translation>Schema des Dienstes</translation>
    </message>
    <message>
        <source>The model has to call a tool whose arguments are the value.</source>
        <translation>Das Modell muss ein Werkzeug aufrufen, dessen Argumente der Wert sind.</translation>
    </message>
    <message>
        <source>The prompt asks for JSON and shows the schema.</source>
        <translation>Der Prompt verlangt JSON und zeigt das Schema.</translation>
    </message>
    <message>
        <source>The service itself holds the answer to the schema.</source>
        <translation>Der Dienst selbst hält die Antwort an das Schema.</translation>
    </message>
    <message>
        <source>The provider “%1” is not known.</source>
        <translation>Der Anbieter „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>text</source>
        <comment>type of a value</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>whole number</source>
        <comment>type of a value</comment>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>number</source>
        <comment>type of a value</comment>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>yes or no</source>
        <comment>type of a value</comment>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>object</source>
        <comment>type of a value</comment>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>list</source>
        <comment>type of a value</comment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>null</source>
        <comment>type of a value</comment>
        <translation>null</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between types of a value</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1, or null</source>
        <extracomment>a value that may be null; %1 is its type</extracomment>
        <translation>%1 oder null</translation>
    </message>
    <message>
        <source>anything</source>
        <comment>type of a value</comment>
        <translation>beliebig</translation>
    </message>
    <message numerus="yes">
        <source>one of %Ln</source>
        <translation>
            <numerusform>einer von %Ln</numerusform>
            <numerusform>einer von %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>fixed</source>
        <comment>type of a value that is always the same</comment>
        <translation>fest</translation>
    </message>
    <message>
        <source>list of %1</source>
        <extracomment>%1 is the type of the items</extracomment>
        <translation>Liste von %1</translation>
    </message>
    <message>
        <source>there is not enough memory to start a script</source>
        <translation>der Speicher reicht nicht, um ein Skript zu starten</translation>
    </message>
    <message>
        <source>it must export a function &quot;%1&quot;: export function %1(...) { ... }</source>
        <translation>es muss eine Funktion &quot;%1&quot; exportieren: export function %1(...) { ... }</translation>
    </message>
    <message>
        <source>its promises went on for more than %1 steps</source>
        <translation>seine Promises liefen über mehr als %1 Schritte</translation>
    </message>
    <message>
        <source>what it promised never came</source>
        <translation>was es zugesagt hat, kam nie</translation>
    </message>
    <message>
        <source>a function or symbol is no result</source>
        <translation>eine Funktion oder ein Symbol ist kein Ergebnis</translation>
    </message>
    <message>
        <source>the result has %1 bytes; %2 are allowed</source>
        <translation>das Ergebnis hat %1 Byte; erlaubt sind %2</translation>
    </message>
    <message>
        <source>the result is no JSON value: %1</source>
        <translation>das Ergebnis ist kein JSON-Wert: %1</translation>
    </message>
    <message>
        <source>it took longer than %1 ms</source>
        <translation>es hat länger als %1 ms gedauert</translation>
    </message>
    <message>
        <source>it took too many steps</source>
        <translation>es hat zu viele Schritte gebraucht</translation>
    </message>
    <message>
        <source>it threw something without a text</source>
        <translation>es hat etwas ohne Text geworfen</translation>
    </message>
    <message>
        <source>Simulator script, %1: %2</source>
        <translation>Simulatorskript, %1: %2</translation>
    </message>
    <message>
        <source>there is no such field; there are %1.</source>
        <translation>es gibt kein solches Feld; vorhanden sind %1.</translation>
    </message>
    <message>
        <source>must be a text.</source>
        <translation>muss ein Text sein.</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2.</source>
        <translation>muss eine Zahl von %1 bis %2 sein.</translation>
    </message>
    <message>
        <source>must be a number of at least %1.</source>
        <translation>muss eine Zahl ab %1 sein.</translation>
    </message>
    <message>
        <source>must be a whole number of at least %1.</source>
        <translation>muss eine ganze Zahl ab %1 sein.</translation>
    </message>
    <message>
        <source>must be [min, max], whole numbers of at least 1.</source>
        <translation>muss [min, max] sein, ganze Zahlen ab 1.</translation>
    </message>
    <message>
        <source>must be one of %1.</source>
        <translation>muss einer der Werte %1 sein.</translation>
    </message>
    <message>
        <source>must be seconds or the text of a Retry-After header.</source>
        <translation>muss Sekunden oder der Text einer Kopfzeile Retry-After sein.</translation>
    </message>
    <message>
        <source>must be one line.</source>
        <translation>muss eine Zeile sein.</translation>
    </message>
    <message>
        <source>must be an HTTP status from 400 to 599.</source>
        <translation>muss ein HTTP-Status von 400 bis 599 sein.</translation>
    </message>
    <message>
        <source>must be true or false.</source>
        <translation>muss true oder false sein.</translation>
    </message>
    <message>
        <source>needs &quot;error&quot; or &quot;status&quot;.</source>
        <translation>braucht &quot;error&quot; oder &quot;status&quot;.</translation>
    </message>
    <message>
        <source>needs &quot;kind&quot;.</source>
        <translation>braucht &quot;kind&quot;.</translation>
    </message>
    <message>
        <source>must be an object of counters, or null for none.</source>
        <translation>muss ein Objekt mit Zählern sein oder null für keine.</translation>
    </message>
    <message>
        <source>there is no such counter; there are %1.</source>
        <translation>es gibt keinen solchen Zähler; vorhanden sind %1.</translation>
    </message>
    <message>
        <source>must be a whole number of at least 0.</source>
        <translation>muss eine ganze Zahl ab 0 sein.</translation>
    </message>
    <message>
        <source>must be an object of texts.</source>
        <translation>muss ein Objekt mit Texten sein.</translation>
    </message>
    <message>
        <source>is not the name of a header.</source>
        <translation>ist nicht der Name einer Kopfzeile.</translation>
    </message>
    <message>
        <source>must be a text of one line.</source>
        <translation>muss ein einzeiliger Text sein.</translation>
    </message>
    <message>
        <source>must be a list of calls.</source>
        <translation>muss eine Liste von Aufrufen sein.</translation>
    </message>
    <message>
        <source>needs &quot;name&quot;.</source>
        <translation>braucht &quot;name&quot;.</translation>
    </message>
    <message>
        <source>must be &quot;token&quot;, a number of characters or [min, max].</source>
        <translation>muss &quot;token&quot;, eine Anzahl von Zeichen oder [min, max] sein.</translation>
    </message>
    <message>
        <source>only one of text, json and echo can be the answer.</source>
        <translation>nur eines von text, json und echo kann die Antwort sein.</translation>
    </message>
    <message>
        <source>must be &quot;simulator/1&quot;.</source>
        <translation>muss &quot;simulator/1&quot; sein.</translation>
    </message>
    <message>
        <source>must be a list of at least one step.</source>
        <translation>muss eine Liste mit mindestens einem Schritt sein.</translation>
    </message>
    <message>
        <source>the model &quot;scripted&quot; needs &quot;steps&quot;.</source>
        <translation>das Modell &quot;scripted&quot; braucht &quot;steps&quot;.</translation>
    </message>
    <message>
        <source>&quot;scripted&quot; needs &quot;steps&quot;.</source>
        <translation>&quot;scripted&quot; braucht &quot;steps&quot;.</translation>
    </message>
    <message>
        <source>there is no script &quot;%1&quot;; there are %2.</source>
        <translation>es gibt kein Skript &quot;%1&quot;; vorhanden sind %2.</translation>
    </message>
    <message>
        <source>has both &quot;script&quot; and &quot;steps&quot;; keep one.</source>
        <translation>hat sowohl &quot;script&quot; als auch &quot;steps&quot;; eines behalten.</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>ein Objekt in geschweiften Klammern</translation>
    </message>
    <message>
        <source>&quot;note&quot; must be a text in quotes.</source>
        <translation>&quot;note&quot; muss ein Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here. It is kept as it is.</source>
        <translation>&quot;%1&quot; ist hier nicht bekannt. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2.</source>
        <translation>&quot;%1&quot; muss %2 sein.</translation>
    </message>
    <message>
        <source>ok</source>
        <comment>state of a field</comment>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>arriving</source>
        <comment>state of a field</comment>
        <translation>trifft ein</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>state of a field</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>does not fit</source>
        <comment>state of a field</comment>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>rule broken</source>
        <comment>state of a field</comment>
        <translation>Regel verletzt</translation>
    </message>
    <message>
        <source>converted</source>
        <comment>state of a field</comment>
        <translation>umgewandelt</translation>
    </message>
    <message>
        <source>repaired</source>
        <comment>state of a field</comment>
        <translation>repariert</translation>
    </message>
    <message>
        <source>see below</source>
        <comment>state of a field</comment>
        <translation>siehe unten</translation>
    </message>
    <message>
        <source>The private key of the service account cannot be used: it must be an RSA key in PEM form. Download the key file again.</source>
        <translation>Der private Schlüssel des Dienstkontos ist nicht verwendbar: Er muss ein RSA-Schlüssel in PEM-Form sein. Die Schlüsseldatei erneut herunterladen.</translation>
    </message>
    <message>
        <source>There is no built-in script and no file called &quot;%1&quot;. Built in are: %2.</source>
        <translation>Es gibt weder ein eingebautes Skript noch eine Datei namens &quot;%1&quot;. Eingebaut sind: %2.</translation>
    </message>
    <message>
        <source>antiphon-cli: Cannot write %1: %2.
</source>
        <translation>antiphon-cli: %1 lässt sich nicht schreiben: %2.
</translation>
    </message>
    <message>
        <source>Serve the simulated providers over HTTP on this computer</source>
        <translation>Die simulierten Anbieter auf diesem Rechner über HTTP bereitstellen</translation>
    </message>
    <message>
        <source>A built-in script, or a file</source>
        <translation>Ein eingebautes Skript oder eine Datei</translation>
    </message>
    <message>
        <source>Seed of all chance</source>
        <translation>Startwert allen Zufalls</translation>
    </message>
    <message>
        <source>Delays are divided by it; 0: no delays</source>
        <translation>Verzögerungen werden dadurch geteilt; 0: keine Verzögerungen</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 takes a free one</source>
        <translation>Port auf 127.0.0.1; 0 nimmt einen freien</translation>
    </message>
    <message>
        <source>Write one JSON line per request, secrets redacted</source>
        <translation>Eine JSON-Zeile je Anfrage schreiben, Geheimnisse geschwärzt</translation>
    </message>
    <message>
        <source>The target&apos;s simulator script</source>
        <translation>Das Simulatorskript des Ziels</translation>
    </message>
    <message>
        <source>This folder cannot be made.</source>
        <translation>Dieser Ordner lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Another program is writing it for too long.</source>
        <translation>Ein anderes Programm schreibt zu lange darin.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Held (rate limit)</source>
        <translation>Zurückgehalten (Ratenbegrenzung)</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Überlegt</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>Repariert</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>Ausweichziel</translation>
    </message>
    <message>
        <source>grader</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>über Budget</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>request rejected</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>quota used up</source>
        <translation>Kontingent aufgebraucht</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>Ratenbegrenzung</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>broken answer</source>
        <translation>fehlerhafte Antwort</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>tool failed</source>
        <translation>Werkzeug fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 must be text, not %2.</source>
        <translation>%1 muss Text sein, nicht %2.</translation>
    </message>
    <message>
        <source>a key itself must not stand in a file. Write where it is found, as in {&quot;from&quot;: &quot;env&quot;, &quot;name&quot;: &quot;OPENAI_API_KEY&quot;}, and make the key that stood here invalid if the file was shared.</source>
        <translation>ein Schlüssel selbst darf nicht in einer Datei stehen. Angeben, wo er zu finden ist, etwa {&quot;from&quot;: &quot;env&quot;, &quot;name&quot;: &quot;OPENAI_API_KEY&quot;}, und den Schlüssel, der hier stand, ungültig machen, falls die Datei weitergegeben wurde.</translation>
    </message>
    <message>
        <source>is missing: the variable or keychain entry of the key.</source>
        <translation>fehlt: die Variable oder der Schlüsselbund-Eintrag des Schlüssels.</translation>
    </message>
    <message>
        <source>is missing, as in &quot;openai&quot;.</source>
        <translation>fehlt, etwa &quot;openai&quot;.</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;; a target says &quot;target/1&quot;.</source>
        <translation>ist &quot;%1&quot;; ein Ziel sagt &quot;target/1&quot;.</translation>
    </message>
    <message>
        <source>is missing: the provider&apos;s name of the model.</source>
        <translation>fehlt: der Name des Modells beim Anbieter.</translation>
    </message>
    <message>
        <source>must not accept certificates: that is for each person to decide, in the settings.</source>
        <translation>darf keine Zertifikate akzeptieren: Das entscheidet jede Person selbst, in den Einstellungen.</translation>
    </message>
    <message>
        <source>Escape the Brace</source>
        <translation>Klammer verdoppeln</translation>
    </message>
    <message>
        <source>“%1” is not declared in this prompt. Did you mean “%2”?</source>
        <translation>„%1“ ist in diesem Prompt nicht deklariert. War „%2“ gemeint?</translation>
    </message>
    <message>
        <source>Change to “%1”</source>
        <translation>In „%1“ ändern</translation>
    </message>
    <message>
        <source>The variable “%1” is not used in this template.</source>
        <translation>Die Variable „%1“ wird in dieser Vorlage nicht verwendet.</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>it is self-signed</source>
        <translation>es ist selbstsigniert</translation>
    </message>
    <message>
        <source>it comes from an authority that is not known here (%1)</source>
        <translation>es stammt von einer Stelle, die hier nicht bekannt ist (%1)</translation>
    </message>
    <message>
        <source>it expired on %1</source>
        <translation>es ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>it is valid only from %1 on</source>
        <translation>es ist erst ab %1 gültig</translation>
    </message>
    <message>
        <source>it is for %1, not for %2</source>
        <translation>es gilt für %1, nicht für %2</translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation>es wurde widerrufen</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. Nothing was sent.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>If this is the right server, name the file of its authority in the network settings, or accept exactly this certificate there (SHA-256 %1).</source>
        <translation>Ist dies der richtige Server, die Datei seiner Zertifizierungsstelle in den Netzwerkeinstellungen angeben oder dort genau dieses Zertifikat akzeptieren (SHA-256 %1).</translation>
    </message>
    <message>
        <source>The file of certificate authorities holds no certificate.</source>
        <translation>Die Datei der Zertifizierungsstellen enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>The file of the client certificate holds no certificate.</source>
        <translation>Die Datei des Client-Zertifikats enthält kein Zertifikat.</translation>
    </message>
    <message>
        <source>The key of the client certificate cannot be read. If it is locked, its pass phrase is missing or wrong.</source>
        <translation>Der Schlüssel des Client-Zertifikats ist nicht lesbar. Ist er gesperrt, fehlt seine Passphrase oder sie ist falsch.</translation>
    </message>
    <message>
        <source>These credentials need no access token.</source>
        <translation>Diese Anmeldedaten brauchen kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>%1 gave no access token (status %2).</source>
        <translation>%1 hat kein Zugriffstoken ausgegeben (Status %2).</translation>
    </message>
    <message>
        <source>%1 gave no access token: %2</source>
        <translation>%1 hat kein Zugriffstoken ausgegeben: %2</translation>
    </message>
    <message>
        <source>Sign in again: gcloud auth application-default login.</source>
        <translation>Erneut anmelden: gcloud auth application-default login.</translation>
    </message>
    <message>
        <source>The answer of %1 holds no access token.</source>
        <translation>Die Antwort von %1 enthält kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>The key file %1: %2</source>
        <translation>Die Schlüsseldatei %1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address to ask for a token.</source>
        <translation>&quot;%1&quot; ist keine Adresse, bei der sich ein Token anfordern lässt.</translation>
    </message>
    <message>
        <source>it has no &quot;%1&quot;.</source>
        <translation>sie hat kein &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>its type is &quot;%1&quot;. Supported are &quot;service_account&quot; and &quot;authorized_user&quot;.</source>
        <translation>ihr Typ ist &quot;%1&quot;. Unterstützt werden &quot;service_account&quot; und &quot;authorized_user&quot;.</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>this provider takes keys, not key files.</source>
        <translation>dieser Anbieter nimmt Schlüssel, keine Schlüsseldateien.</translation>
    </message>
    <message>
        <source>is missing: what the tool answers.</source>
        <translation>fehlt: was das Werkzeug antwortet.</translation>
    </message>
    <message>
        <source>may only have letters a-z and A-Z, digits, &quot;_&quot; and &quot;-&quot;, at most 64 of them.</source>
        <translation>darf nur Buchstaben a-z und A-Z, Ziffern, &quot;_&quot; und &quot;-&quot; enthalten, höchstens 64 davon.</translation>
    </message>
    <message>
        <source>must be a JSON Schema in braces.</source>
        <translation>muss ein JSON-Schema in geschweiften Klammern sein.</translation>
    </message>
    <message>
        <source>must be an object: the tool as its provider writes it.</source>
        <translation>muss ein Objekt sein: das Werkzeug, wie sein Anbieter es schreibt.</translation>
    </message>
    <message>
        <source>is &quot;%1&quot;; a tool says &quot;tool/1&quot;.</source>
        <translation>ist &quot;%1&quot;; ein Werkzeug sagt &quot;tool/1&quot;.</translation>
    </message>
    <message>
        <source>is missing: the program and its arguments as a list of texts.</source>
        <translation>fehlt: das Programm und seine Argumente als Liste von Texten.</translation>
    </message>
    <message>
        <source>The prompt &quot;%1&quot; wants the tool &quot;%2&quot; called, which is none of its tools.</source>
        <translation>Der Prompt &quot;%1&quot; will das Werkzeug &quot;%2&quot; aufgerufen haben, das keines seiner Werkzeuge ist.</translation>
    </message>
    <message>
        <source>There is no tool &quot;%1&quot;, which the prompt &quot;%2&quot; names. There are: %3.</source>
        <translation>Es gibt kein Werkzeug &quot;%1&quot;, das der Prompt &quot;%2&quot; nennt. Vorhanden sind: %3.</translation>
    </message>
    <message>
        <source>Without --schema every line is an object with the members &quot;schema&quot; and &quot;instance&quot;.</source>
        <translation>Ohne --schema ist jede Zeile ein Objekt mit den Elementen &quot;schema&quot; und &quot;instance&quot;.</translation>
    </message>
    <message>
        <source>Instance %1</source>
        <translation>Instanz %1</translation>
    </message>
    <message>
        <source>Hold JSON texts, one a line, against a JSON Schema</source>
        <translation>JSON-Texte, einen pro Zeile, gegen ein JSON Schema prüfen</translation>
    </message>
    <message>
        <source>The schema; without it each line is {&quot;schema&quot;, &quot;instance&quot;, &quot;draft&quot;}</source>
        <translation>Das Schema; ohne es ist jede Zeile {&quot;schema&quot;, &quot;instance&quot;, &quot;draft&quot;}</translation>
    </message>
    <message>
        <source>The draft of a schema that names none</source>
        <translation>Die Draft-Version eines Schemas, das keine nennt</translation>
    </message>
    <message>
        <source>Also take what can be turned into the right type, as answers are</source>
        <translation>Auch annehmen, was sich in den richtigen Typ umwandeln lässt, wie bei Antworten</translation>
    </message>
    <message>
        <source>An object with all errors for every line</source>
        <translation>Ein Objekt mit allen Fehlern für jede Zeile</translation>
    </message>
    <message>
        <source>A file, or - for standard input</source>
        <translation>Eine Datei oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>Backoff</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Incrementing</source>
        <translation>Steigend</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Random exponential</source>
        <translation>Zufällig exponentiell</translation>
    </message>
    <message>
        <source>Exponential with jitter</source>
        <translation>Exponentiell mit Jitter</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>By error</source>
        <translation>Nach Fehler</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Wie im Text</translation>
    </message>
    <message>
        <source>Grows by a factor each time up to a cap; jitter varies it both ways.</source>
        <translation>Wächst jedes Mal um einen Faktor bis zu einer Obergrenze; Jitter variiert sie in beide Richtungen.</translation>
    </message>
    <message>
        <source>The next attempt begins at once.</source>
        <translation>Der nächste Versuch beginnt sofort.</translation>
    </message>
    <message>
        <source>The same wait every time.</source>
        <translation>Jedes Mal dieselbe Wartezeit.</translation>
    </message>
    <message>
        <source>Anything between two bounds.</source>
        <translation>Irgendetwas zwischen zwei Grenzen.</translation>
    </message>
    <message>
        <source>Grows by the same amount each time.</source>
        <translation>Wächst jedes Mal um denselben Betrag.</translation>
    </message>
    <message>
        <source>Grows by a factor each time, between two bounds.</source>
        <translation>Wächst jedes Mal um einen Faktor, zwischen zwei Grenzen.</translation>
    </message>
    <message>
        <source>Anything from the shortest wait to one that grows by a factor each time.</source>
        <translation>Irgendetwas zwischen der kürzesten Wartezeit und einer, die jedes Mal um einen Faktor wächst.</translation>
    </message>
    <message>
        <source>Grows by a factor each time, with up to so much added.</source>
        <translation>Wächst jedes Mal um einen Faktor, mit bis zu so viel Zuschlag.</translation>
    </message>
    <message>
        <source>One wait after the other; the last one repeats.</source>
        <translation>Eine Wartezeit nach der anderen; die letzte wiederholt sich.</translation>
    </message>
    <message>
        <source>Several waits added up.</source>
        <translation>Mehrere Wartezeiten zusammengezählt.</translation>
    </message>
    <message>
        <source>A wait of its own for each kind of error.</source>
        <translation>Eine eigene Wartezeit für jede Fehlerart.</translation>
    </message>
    <message>
        <source>This wait is not in the form; it is edited as text.</source>
        <translation>Diese Wartezeit steht nicht im Formular; sie wird als Text bearbeitet.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>No wait is longer</source>
        <translation>Keine Wartezeit ist länger</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>No wait is shorter; this wins over the longest</source>
        <translation>Keine Wartezeit ist kürzer; dies geht der längsten vor</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Each wait is so many times the one before</source>
        <translation>Jede Wartezeit ist so viele Male die vorige</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>Erste Wartezeit</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>Each wait varies by this share of itself</source>
        <translation>Jede Wartezeit schwankt um diesen Anteil ihrer selbst</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Each wait is so much longer</source>
        <translation>Jede Wartezeit ist um so viel länger</translation>
    </message>
    <message>
        <source>Plus up to</source>
        <translation>Plus bis zu</translation>
    </message>
    <message>
        <source>So much is added at random</source>
        <translation>So viel wird zufällig hinzugefügt</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis zu %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln Teil</numerusform>
            <numerusform>%Ln Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>exponential backoff</source>
        <translation>exponentielles Backoff</translation>
    </message>
    <message>
        <source>the server&apos;s Retry-After</source>
        <translation>Retry-After des Servers</translation>
    </message>
    <message>
        <source>%1 s, as the server asked with the header “%2”</source>
        <translation>%1 s, wie vom Server mit der Kopfzeile „%2“ verlangt</translation>
    </message>
    <message>
        <source>%1 s, drawn from %2 to %3 s by %4</source>
        <translation>%1 s, ausgelost zwischen %2 und %3 s (%4)</translation>
    </message>
    <message>
        <source>%1 s by %2</source>
        <translation>%1 s (%2)</translation>
    </message>
    <message>
        <source>attempts %1 of %2</source>
        <translation>Versuche %1 von %2</translation>
    </message>
    <message>
        <source>elapsed %1 of %2 s</source>
        <translation>vergangen %1 von %2 s</translation>
    </message>
    <message>
        <source>elapsed with the wait %1 of %2 s</source>
        <translation>vergangen mit der Wartezeit %1 von %2 s</translation>
    </message>
    <message>
        <source>repairs %1 of %2</source>
        <translation>Reparaturen %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>try again, continuing the text</source>
        <translation>erneut versuchen und den Text fortsetzen</translation>
    </message>
    <message>
        <source>try again, with the text from the start</source>
        <translation>erneut versuchen, mit dem Text von vorn</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>erneut versuchen</translation>
    </message>
    <message>
        <source>ask the model to repair its answer</source>
        <translation>das Modell bitten, seine Antwort zu reparieren</translation>
    </message>
    <message>
        <source>send the tool&apos;s result</source>
        <translation>das Ergebnis des Werkzeugs senden</translation>
    </message>
    <message>
        <source>use another target</source>
        <translation>ein anderes Ziel verwenden</translation>
    </message>
    <message>
        <source>use the target %1</source>
        <translation>das Ziel %1 verwenden</translation>
    </message>
    <message>
        <source>Attempt %1 ended with</source>
        <translation>Versuch %1 endete mit</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>The answer is whole: nothing more to do.</source>
        <translation>Die Antwort ist vollständig: nichts weiter zu tun.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Rule that matched</source>
        <translation>Regel, die zutraf</translation>
    </message>
    <message>
        <source>Stop checks</source>
        <translation>Prüfung der Grenzen</translation>
    </message>
    <message>
        <source>Why attempt %1 happened</source>
        <translation>Warum Versuch %1 stattfand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It is the first attempt of this call.</source>
        <translation>Es ist der erste Versuch dieses Aufrufs.</translation>
    </message>
    <message>
        <source>What followed attempt %1</source>
        <translation>Was auf Versuch %1 folgte</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Retry-After %1 s</source>
        <translation>Retry-After %1 s</translation>
    </message>
    <message>
        <source>%1 %2 s of %3 to %4</source>
        <translation>%1 %2 s aus %3 bis %4</translation>
    </message>
    <message>
        <source>%1 %2 s</source>
        <translation>%1 %2 s</translation>
    </message>
    <message>
        <source>Changed in the request</source>
        <translation>In der Anfrage geändert</translation>
    </message>
    <message numerus="yes">
        <source>Budget of %1 for today reached after %2 of %Ln call(s).</source>
        <translation>
            <numerusform>Budget von %1 für heute nach %2 von %Ln Aufruf erreicht.</numerusform>
            <numerusform>Budget von %1 für heute nach %2 von %Ln Aufrufen erreicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Budget of %1 for the project reached after %2 of %Ln call(s).</source>
        <translation>
            <numerusform>Budget von %1 für das Projekt nach %2 von %Ln Aufruf erreicht.</numerusform>
            <numerusform>Budget von %1 für das Projekt nach %2 von %Ln Aufrufen erreicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Budget of %1 reached after %2 of %Ln call(s).</source>
        <translation>
            <numerusform>Budget von %1 nach %2 von %Ln Aufruf erreicht.</numerusform>
            <numerusform>Budget von %1 nach %2 von %Ln Aufrufen erreicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>This run has cost %1, more than the %2 to warn at.</source>
        <translation>Dieser Lauf hat %1 gekostet, mehr als die %2, ab denen gewarnt wird.</translation>
    </message>
    <message>
        <source>Today has cost %1, more than the %2 to warn at.</source>
        <translation>Heute wurden %1 ausgegeben, mehr als die %2, ab denen gewarnt wird.</translation>
    </message>
    <message>
        <source>The project has cost %1, more than the %2 to warn at.</source>
        <translation>Das Projekt hat %1 gekostet, mehr als die %2, ab denen gewarnt wird.</translation>
    </message>
    <message>
        <source>warns at %1, stops at %2</source>
        <translation>warnt ab %1, hält bei %2 an</translation>
    </message>
    <message>
        <source>stops at %1</source>
        <translation>hält bei %1 an</translation>
    </message>
    <message>
        <source>warns at %1</source>
        <translation>warnt ab %1</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <source>project %1 of %2</source>
        <comment>money spent</comment>
        <translation>Projekt %1 von %2</translation>
    </message>
    <message>
        <source>today %1 of %2</source>
        <comment>money spent</comment>
        <translation>heute %1 von %2</translation>
    </message>
    <message>
        <source>today %1</source>
        <comment>money spent</comment>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>Today: %1 spent, %2
Project: %3 spent, %4
Each run: %5
Money of the simulator is not in it.</source>
        <translation>Heute: %1 ausgegeben, %2
Projekt: %3 ausgegeben, %4
Jeder Lauf: %5
Geld des Simulators ist nicht enthalten.</translation>
    </message>
    <message>
        <source>By script</source>
        <translation>Per Skript</translation>
    </message>
    <message>
        <source>As many seconds as JavaScript says, over attempt, error, elapsed and the like.</source>
        <translation>So viele Sekunden, wie JavaScript sagt, über attempt, error, elapsed und dergleichen.</translation>
    </message>
    <message>
        <source>You, when asked</source>
        <translation>Sie, auf Nachfrage</translation>
    </message>
    <message>
        <source>Written results</source>
        <translation>Notierte Ergebnisse</translation>
    </message>
    <message>
        <source>A script</source>
        <translation>Ein Skript</translation>
    </message>
    <message>
        <source>A command</source>
        <translation>Ein Befehl</translation>
    </message>
    <message>
        <source>The column stops and asks you. Results that are written down here are offered as the answer.</source>
        <translation>Die Spalte hält an und fragt Sie. Hier notierte Ergebnisse werden als Antwort angeboten.</translation>
    </message>
    <message>
        <source>The first result whose arguments all agree is the answer, else the one for all other arguments.</source>
        <translation>Das erste Ergebnis, dessen Argumente alle übereinstimmen, ist die Antwort, sonst das für alle anderen Argumente.</translation>
    </message>
    <message>
        <source>JavaScript in a sandbox, without files or network: call(args, context) returns the answer.</source>
        <translation>JavaScript in einer Sandbox, ohne Dateien und Netzwerk: call(args, context) gibt die Antwort zurück.</translation>
    </message>
    <message>
        <source>A program gets the arguments as one line of JSON and writes the answer. It never runs without your consent.</source>
        <translation>Ein Programm erhält die Argumente als eine Zeile JSON und schreibt die Antwort. Es läuft nie ohne Ihre Zustimmung.</translation>
    </message>
    <message>
        <source>Its service</source>
        <translation>Der Dienst des Modells</translation>
    </message>
    <message>
        <source>There is no script yet that could answer.</source>
        <translation>Es gibt noch kein Skript, das antworten könnte.</translation>
    </message>
    <message>
        <source>The model&apos;s service runs this tool itself.</source>
        <translation>Der Dienst des Modells führt dieses Werkzeug selbst aus.</translation>
    </message>
    <message>
        <source>No result is written down for these arguments.</source>
        <translation>Für diese Argumente ist kein Ergebnis notiert.</translation>
    </message>
    <message>
        <source>The arguments fit. You would be asked, and offered: %1</source>
        <translation>Die Argumente passen. Sie würden gefragt, und angeboten würde: %1</translation>
    </message>
    <message>
        <source>The arguments fit. You would be asked.</source>
        <translation>Die Argumente passen. Sie würden gefragt.</translation>
    </message>
    <message>
        <source>The arguments fit. The command was not run.</source>
        <translation>Die Argumente passen. Der Befehl wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The project has no target &quot;%1&quot;. Choose another one, or restore its file in the folder &quot;targets&quot;.</source>
        <translation>Das Projekt hat kein Ziel &quot;%1&quot;. Ein anderes wählen oder seine Datei im Ordner &quot;targets&quot; wiederherstellen.</translation>
    </message>
    <message>
        <source>The response failed, and the provider does not say why.</source>
        <translation>Die Antwort ist fehlgeschlagen, und der Anbieter sagt nicht, warum.</translation>
    </message>
    <message>
        <source>The answer is JSON, but no response: it has no &quot;output&quot;.</source>
        <translation>Die Antwort ist JSON, aber keine Antwort dieses Formats: Sie hat kein &quot;output&quot;.</translation>
    </message>
    <message>
        <source>There is no target &quot;%1&quot;. Add targets/%1.json or take the name out.</source>
        <translation>Es gibt kein Ziel &quot;%1&quot;. targets/%1.json hinzufügen oder den Namen entfernen.</translation>
    </message>
    <message>
        <source>There is no retry policy &quot;%1&quot;. Add retry/%1.json or take the name out.</source>
        <translation>Es gibt keine Wiederholungsrichtlinie &quot;%1&quot;. retry/%1.json hinzufügen oder den Namen entfernen.</translation>
    </message>
    <message>
        <source>There is no schema &quot;%1&quot;. Add schemas/%1.schema.json or take the name out.</source>
        <translation>Es gibt kein Schema &quot;%1&quot;. schemas/%1.schema.json hinzufügen oder den Namen entfernen.</translation>
    </message>
    <message>
        <source>There are no rules &quot;%1&quot;. Add schemas/%1.rules.json or take the name out.</source>
        <translation>Es gibt keine Regeln &quot;%1&quot;. schemas/%1.rules.json hinzufügen oder den Namen entfernen.</translation>
    </message>
    <message>
        <source>answered by %1</source>
        <extracomment>The name of a target that took over from another</extracomment>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>The service filtered the answer (&quot;%1&quot;).</source>
        <translation>Der Dienst hat die Antwort gefiltert („%1“).</translation>
    </message>
    <message>
        <source>The service broke off its answer with &quot;%1&quot;.</source>
        <translation>Der Dienst hat seine Antwort mit „%1“ abgebrochen.</translation>
    </message>
    <message>
        <source>The model wrote a call or an answer that the service could not read (&quot;%1&quot;). The next try often does better.</source>
        <translation>Das Modell hat einen Aufruf oder eine Antwort geschrieben, die der Dienst nicht lesen konnte („%1“). Oft gelingt es beim nächsten Versuch.</translation>
    </message>
    <message>
        <source>Row %1 of the dataset &quot;%2&quot; has no column &quot;%3&quot; with the answer to show. Name the right one in datasets/%2.dataset.json: &quot;expected&quot;.</source>
        <translation>Zeile %1 des Datensatzes „%2“ hat keine Spalte „%3“ mit der Antwort, die zu zeigen ist. Nennen Sie die richtige in datasets/%2.dataset.json: &quot;expected&quot;.</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; has %2 rows, and all examples go with every call: use one of at most %3.</source>
        <translation>Der Datensatz „%1“ hat %2 Zeilen, und alle Beispiele gehen mit jedem Aufruf mit: Nehmen Sie einen mit höchstens %3.</translation>
    </message>
    <message>
        <source>Example %1: %2</source>
        <translation>Beispiel %1: %2</translation>
    </message>
    <message>
        <source>it has no value for any variable of the template (%1). Columns of other names can be told in the prompt&apos;s &quot;mapping&quot;.</source>
        <translation>Es hat für keine Variable der Vorlage (%1) einen Wert. Spalten mit anderen Namen nennt das &quot;mapping&quot; des Prompts.</translation>
    </message>
    <message>
        <source>the template has no user message to show it with.</source>
        <translation>Die Vorlage hat keine Nachricht des Benutzers, mit der es gezeigt werden kann.</translation>
    </message>
    <message>
        <source>The answer of example %1 does not fit the schema: %2</source>
        <translation>Die Antwort von Beispiel %1 passt nicht zum Schema: %2</translation>
    </message>
    <message>
        <source>is missing: &quot;http&quot; or &quot;socks5&quot; for a proxy of one&apos;s own.</source>
        <translation>fehlt: &quot;http&quot; oder &quot;socks5&quot; für einen eigenen Proxy.</translation>
    </message>
    <message>
        <source>The prompt has about %1 tokens, more than the %2 of &quot;%3&quot;: %4 cuts its beginning off without a word.</source>
        <translation>Der Prompt hat etwa %1 Token, mehr als die %2 von „%3“: %4 schneidet seinen Anfang wortlos ab.</translation>
    </message>
    <message>
        <source>The prompt has about %1 tokens. Where the model reads no more than %2, %4 cuts its beginning off without a word: set &quot;%3&quot;.</source>
        <translation>Der Prompt hat etwa %1 Token. Liest das Modell nicht mehr als %2, schneidet %4 seinen Anfang wortlos ab: Setzen Sie „%3“.</translation>
    </message>
    <message>
        <source>An answer of %1 tokens may take longer than ten minutes, for which %2 wants a stream: the call may be refused or cut off.</source>
        <translation>Eine Antwort von %1 Token kann länger als zehn Minuten dauern, wofür %2 einen Stream verlangt: Der Aufruf kann abgelehnt oder abgeschnitten werden.</translation>
    </message>
    <message>
        <source>The prompt&apos;s examples are left out: its messages come from %1.</source>
        <translation>Die Beispiele des Prompts bleiben weg: Seine Nachrichten kommen aus %1.</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>die Zahl ist zu groß</translation>
    </message>
    <message>
        <source>The answer holds a line that is too long.</source>
        <translation>Die Antwort enthält eine zu lange Zeile.</translation>
    </message>
    <message>
        <source>The answer was damaged on its way: a checksum or a length in it is wrong.</source>
        <translation>Die Antwort wurde unterwegs beschädigt: Eine Prüfsumme oder eine Länge darin ist falsch.</translation>
    </message>
    <message>
        <source>The provider sent an empty answer.</source>
        <translation>Der Anbieter hat eine leere Antwort gesendet.</translation>
    </message>
    <message>
        <source>The provider sent something that is not JSON.</source>
        <translation>Der Anbieter hat etwas gesendet, das kein JSON ist.</translation>
    </message>
    <message>
        <source>The provider sent an answer in which no data was found.</source>
        <translation>Der Anbieter hat eine Antwort gesendet, in der keine Daten zu finden waren.</translation>
    </message>
    <message>
        <source>This request carried a secret in %1, which the target no longer has. Give it to the target again, or run the prompt anew.</source>
        <translation>Diese Anfrage trug in %1 ein Geheimnis, das das Ziel nicht mehr hat. Geben Sie es dem Ziel wieder oder führen Sie den Prompt neu aus.</translation>
    </message>
    <message>
        <source>This request went to %1, and the target now asks %2, with a key for there. Give the target its old address again, or run the prompt anew.</source>
        <translation>Diese Anfrage ging an %1, und das Ziel fragt jetzt %2, mit einem Schlüssel für dort. Geben Sie dem Ziel seine alte Adresse wieder oder führen Sie den Prompt neu aus.</translation>
    </message>
    <message>
        <source>the parameter &quot;%1&quot; of its address</source>
        <translation>dem Parameter „%1“ ihrer Adresse</translation>
    </message>
    <message>
        <source>A secret stood in the path of this request and is masked in its record, so it cannot be sent as it was. Run the prompt anew.</source>
        <translation>Im Pfad dieser Anfrage stand ein Geheimnis, das in der Aufzeichnung verdeckt ist; sie kann nicht gesendet werden, wie sie war. Führen Sie den Prompt neu aus.</translation>
    </message>
    <message>
        <source>the header &quot;%1&quot;</source>
        <translation>der Kopfzeile „%1“</translation>
    </message>
    <message>
        <source>This attempt ended before anything was sent, so there is nothing to send again. Run the prompt anew.</source>
        <translation>Dieser Versuch endete, bevor etwas gesendet wurde; es gibt nichts erneut zu senden. Führen Sie den Prompt neu aus.</translation>
    </message>
    <message>
        <source>A secret stood in the body of this request and is masked in its record, so it cannot be sent as it was. Run the prompt anew, and leave keys to the target instead of the prompt.</source>
        <translation>Im Inhalt dieser Anfrage stand ein Geheimnis, das in der Aufzeichnung verdeckt ist; sie kann nicht gesendet werden, wie sie war. Führen Sie den Prompt neu aus und überlassen Sie Schlüssel dem Ziel statt dem Prompt.</translation>
    </message>
    <message>
        <source>This request was sent with a key, and the target has none now. Give it one, or run the prompt anew.</source>
        <translation>Diese Anfrage wurde mit einem Schlüssel gesendet, und das Ziel hat jetzt keinen. Geben Sie ihm einen oder führen Sie den Prompt neu aus.</translation>
    </message>
    <message>
        <source>Two retries, 1 s doubling to 60 s, a tenth more or less; Retry-After is cut to 60 s, and so is x-ratelimit-reset, with up to a fifth more; timeouts are not retried.</source>
        <translation>Zwei Wiederholungen, 1 s bis 60 s verdoppelt, ein Zehntel mehr oder weniger; Retry-After wird auf 60 s gekürzt, x-ratelimit-reset auch, mit bis zu einem Fünftel mehr; Zeitüberschreitungen werden nicht wiederholt.</translation>
    </message>
    <message>
        <source>Two retries, 0.5 s doubling to 8 s or a Retry-After of up to 60 s, with up to 0.75 s more.</source>
        <translation>Zwei Wiederholungen, 0,5 s bis 8 s verdoppelt oder ein Retry-After bis 60 s, mit bis zu 0,75 s mehr.</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is one of %2 now; this request was made for %3. Give the target its old provider again, or run the prompt anew.</source>
        <translation>Das Ziel „%1“ ist jetzt eines von %2; diese Anfrage war für %3 gemacht. Geben Sie dem Ziel seinen alten Anbieter wieder oder führen Sie den Prompt neu aus.</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; speaks another format now than this request is in, &quot;%2&quot;. Run the prompt anew.</source>
        <translation>Das Ziel „%1“ spricht jetzt ein anderes Format als das dieser Anfrage, „%2“. Führen Sie den Prompt neu aus.</translation>
    </message>
    <message>
        <source>A quote stands inside a cell that does not begin with one. Put the whole cell in quotes, and write the quote twice.</source>
        <translation>In einer Zelle, die nicht mit einem Anführungszeichen beginnt, steht eines. Setzen Sie die ganze Zelle in Anführungszeichen und schreiben Sie das innere doppelt.</translation>
    </message>
    <message>
        <source>Behind the quote that ends a cell there must be a comma or the end of the line.</source>
        <translation>Hinter dem Anführungszeichen, das eine Zelle beendet, muss ein Komma oder das Zeilenende stehen.</translation>
    </message>
    <message>
        <source>The cell that begins here with a quote does not end.</source>
        <translation>Die Zelle, die hier mit einem Anführungszeichen beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>The file is empty: its first line must name the columns.</source>
        <translation>Die Datei ist leer: Ihre erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <source>This row has %1 cells where the first line names %2 columns.</source>
        <translation>Diese Zeile hat %1 Zellen, die erste Zeile nennt %2 Spalten.</translation>
    </message>
    <message>
        <source>Each line must be one object in braces.</source>
        <translation>Jede Zeile muss ein Objekt in geschweiften Klammern sein.</translation>
    </message>
    <message>
        <source>The file must say &quot;antiphon&quot;: &quot;dataset/1&quot;.</source>
        <translation>Die Datei muss &quot;antiphon&quot;: &quot;dataset/1&quot; enthalten.</translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;, from which the prompt &quot;%2&quot; takes its examples. There are: %3.</source>
        <translation>Es gibt keinen Datensatz „%1“, aus dem der Prompt „%2“ seine Beispiele nimmt. Es gibt: %3.</translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;. Add datasets/%1.csv or take the name out.</source>
        <translation>Es gibt keinen Datensatz „%1“. Legen Sie datasets/%1.csv an oder nehmen Sie den Namen heraus.</translation>
    </message>
    <message>
        <source>%1 cannot be renamed to %2: %3.</source>
        <translation>%1 kann nicht in %2 umbenannt werden: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be removed. What it says is in %2 too.</source>
        <translation>%1 kann nicht entfernt werden. Was darin steht, steht auch in %2.</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>nothing: all of it is sent</source>
        <translation>nichts: alles wird gesendet</translation>
    </message>
    <message>
        <source>Replay of attempt %1, %2</source>
        <extracomment>%1 is the number of an attempt, %2 the name of a target</extracomment>
        <translation>Wiedergabe von Versuch %1, %2</translation>
    </message>
    <message>
        <source>The project has no target &quot;%1&quot; any more, so there is no key and no price for this request. Restore the target, or run the prompt on another one.</source>
        <translation>Das Projekt hat kein Ziel „%1“ mehr, also gibt es für diese Anfrage weder Schlüssel noch Preis. Stellen Sie das Ziel wieder her oder führen Sie den Prompt auf einem anderen aus.</translation>
    </message>
    <message>
        <source>“Simulate All Targets” is on, and this request went to a real service. Switch it off in the menu Run to send it.</source>
        <translation>„Alle Ziele simulieren“ ist an, und diese Anfrage ging an einen echten Dienst. Schalten Sie es im Menü Ausführen aus, um sie zu senden.</translation>
    </message>
    <message>
        <source>Tools at work</source>
        <translation>Werkzeuge arbeiten</translation>
    </message>
    <message>
        <source>A secret stood in this request. The other forms show it masked.</source>
        <translation>In dieser Anfrage stand ein Geheimnis. Die anderen Formen zeigen es verdeckt.</translation>
    </message>
    <message>
        <source>, then tools worked %1</source>
        <translation>, danach arbeiteten Werkzeuge %1</translation>
    </message>
    <message>
        <source>The request of attempt %1 was sent again as it was: one request, one answer.</source>
        <translation>Die Anfrage von Versuch %1 wurde erneut gesendet, wie sie war: eine Anfrage, eine Antwort.</translation>
    </message>
    <message>
        <source>The recorded response of attempt %1 was read again. Nothing was sent.</source>
        <translation>Die aufgezeichnete Antwort von Versuch %1 wurde erneut gelesen. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>aboutdata</name>
    <message>
        <source>Call and response, side by side: a workbench for prompt engineering</source>
        <translation>Ruf und Antwort, Seite an Seite: eine Werkbank für Prompt-Entwicklung</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>New &amp;Prompt…</source>
        <translation>Neuer &amp;Prompt…</translation>
    </message>
    <message>
        <source>Add &amp;Target…</source>
        <translation>Ziel &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;New Project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open S&amp;ample Project</source>
        <translation>Beispielpro&amp;jekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Export Answers…</source>
        <translation>Antworten &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save A&amp;ll</source>
        <translation>&amp;Alle speichern</translation>
    </message>
    <message>
        <source>Re&amp;vert…</source>
        <translation>Zu&amp;rücksetzen…</translation>
    </message>
    <message>
        <source>&amp;Close Tab</source>
        <translation>Reiter s&amp;chließen</translation>
    </message>
    <message>
        <source>Close Pro&amp;ject</source>
        <translation>Projekt schl&amp;ießen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>Copy Answers as &amp;Markdown</source>
        <translation>Antworten als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy Answers as &amp;JSON</source>
        <translation>Antworten als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>&amp;Ziele</translation>
    </message>
    <message>
        <source>&amp;Attempts</source>
        <translation>&amp;Versuche</translation>
    </message>
    <message>
        <source>&amp;Next Response</source>
        <translation>&amp;Nächste Antwort</translation>
    </message>
    <message>
        <source>&amp;Previous Response</source>
        <translation>&amp;Vorherige Antwort</translation>
    </message>
    <message>
        <source>&amp;Maximize Response</source>
        <translation>Antwort &amp;maximieren</translation>
    </message>
    <message>
        <source>Rendered &amp;Markdown</source>
        <translation>Formatiertes Mark&amp;down</translation>
    </message>
    <message>
        <source>Message Pre&amp;view</source>
        <translation>Vors&amp;chau der Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Word Wrap</source>
        <translation>&amp;Zeilenumbruch</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Reset &amp;Zoom</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;System Message</source>
        <translation>&amp;Systemnachricht</translation>
    </message>
    <message>
        <source>&amp;User Message</source>
        <translation>&amp;Benutzernachricht</translation>
    </message>
    <message>
        <source>&amp;Assistant Message</source>
        <translation>&amp;Assistentennachricht</translation>
    </message>
    <message>
        <source>&amp;History Placeholder</source>
        <translation>&amp;Verlaufsplatzhalter</translation>
    </message>
    <message>
        <source>&amp;Variable…</source>
        <translation>Va&amp;riable…</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>Cancel &amp;Focused Response</source>
        <translation>&amp;Fokussierte Antwort abbrechen</translation>
    </message>
    <message>
        <source>&amp;Cancel All</source>
        <translation>Alle &amp;abbrechen</translation>
    </message>
    <message>
        <source>Try Next Attempt &amp;Now</source>
        <translation>&amp;Nächsten Versuch jetzt starten</translation>
    </message>
    <message>
        <source>&amp;Simulate All Targets</source>
        <translation>Alle Ziele &amp;simulieren</translation>
    </message>
    <message>
        <source>&amp;Automatic Retries</source>
        <translation>Automatische &amp;Wiederholungen</translation>
    </message>
    <message>
        <source>&amp;Inspect Attempts</source>
        <translation>Versuche &amp;untersuchen</translation>
    </message>
    <message>
        <source>&amp;Check Project</source>
        <translation>Projekt &amp;prüfen</translation>
    </message>
    <message>
        <source>Show &amp;Menu Bar</source>
        <translation>&amp;Menüleiste zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Toolbar</source>
        <translation>&amp;Werkzeugleiste zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Status Bar</source>
        <translation>&amp;Statusleiste zeigen</translation>
    </message>
    <message>
        <source>Follow S&amp;ystem Colors</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Light Colors</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark Colors</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Providers &amp;&amp; Keys…</source>
        <translation>&amp;Anbieter &amp;&amp; Schlüssel…</translation>
    </message>
    <message>
        <source>&amp;Find Action…</source>
        <translation>Aktion &amp;suchen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Overview</source>
        <translation>&amp;Tastaturübersicht</translation>
    </message>
    <message>
        <source>&amp;About Antiphon</source>
        <translation>Ü&amp;ber Antiphon</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tool Views</source>
        <translation>&amp;Werkzeugansichten</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>New Sn&amp;ippet…</source>
        <translation>Neuer Ba&amp;ustein…</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Nächstes Vorkommen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>&amp;Vorheriges Vorkommen</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Erset&amp;zen…</translation>
    </message>
    <message>
        <source>Go to Te&amp;mplate</source>
        <translation>Zur Vorla&amp;ge gehen</translation>
    </message>
    <message>
        <source>Go to &amp;Line…</source>
        <translation>Zu Zeile ge&amp;hen…</translation>
    </message>
    <message>
        <source>Pa&amp;rameters</source>
        <translation>Pa&amp;rameter</translation>
    </message>
    <message>
        <source>Pro&amp;blems</source>
        <translation>Pro&amp;bleme</translation>
    </message>
    <message>
        <source>Antiphon &amp;Handbook</source>
        <translation>Antiphon-&amp;Handbuch</translation>
    </message>
    <message>
        <source>New S&amp;chema…</source>
        <translation>Neues S&amp;chema…</translation>
    </message>
    <message>
        <source>New &amp;Retry Policy…</source>
        <translation>Neue Wiederholungs&amp;richtlinie…</translation>
    </message>
    <message>
        <source>Go to &amp;Output</source>
        <translation>Zur &amp;Ausgabe gehen</translation>
    </message>
    <message>
        <source>Go to &amp;Dynamic Configuration</source>
        <translation>Zur &amp;dynamischen Konfiguration gehen</translation>
    </message>
    <message>
        <source>New T&amp;ool…</source>
        <translation>Neues &amp;Werkzeug…</translation>
    </message>
    <message>
        <source>Go to Too&amp;ls of the Prompt</source>
        <translation>Zu den Werkzeugen des Promp&amp;ts gehen</translation>
    </message>
    <message>
        <source>Attempts in a Ta&amp;b</source>
        <translation>Versuche in einem Re&amp;iter</translation>
    </message>
    <message>
        <source>&amp;Budgets…</source>
        <translation>&amp;Budgets…</translation>
    </message>
    <message>
        <source>&amp;Allowed Commands…</source>
        <translation>&amp;Erlaubte Befehle …</translation>
    </message>
</context>
<context>
    <name>anthropic</name>
    <message>
        <source>The answer is JSON, but no message: it has no &quot;content&quot;.</source>
        <translation>Die Antwort ist JSON, aber keine Nachricht: Sie hat kein &quot;content&quot;.</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>A cache marker belongs to the part before it, and there is none: move the marker behind the part that is to be cached.</source>
        <translation>Eine Cache-Marke gehört zum Teil davor, und den gibt es nicht: die Marke hinter den Teil verschieben, der zwischengespeichert werden soll.</translation>
    </message>
    <message>
        <source>%1 takes at most %2 cache markers in a request.</source>
        <translation>%1 nimmt höchstens %2 Cache-Marken in einer Anfrage an.</translation>
    </message>
    <message>
        <source>the free-form tool &quot;%1&quot;</source>
        <translation>das Freiform-Werkzeug &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>codecparts</name>
    <message>
        <source>%1 cannot carry %2.</source>
        <translation>%1 kann %2 nicht übertragen.</translation>
    </message>
    <message>
        <source>The prompt produced no messages: there is nothing to send.</source>
        <translation>Der Prompt hat keine Nachrichten ergeben: Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>The list of models is not in the expected form.</source>
        <translation>Die Modellliste hat nicht die erwartete Form.</translation>
    </message>
    <message>
        <source>%1 takes system messages only at the beginning: move it before the first message of the user, or make it one of theirs.</source>
        <translation>%1 nimmt Systemnachrichten nur am Anfang an: vor die erste Benutzernachricht verschieben oder in eine Benutzernachricht umwandeln.</translation>
    </message>
</context>
<context>
    <name>endpoint</name>
    <message>
        <source>%1 needs the endpoint value &quot;%2&quot;. Set it under &quot;endpoint&quot; in the target.</source>
        <translation>%1 braucht den Endpunktwert &quot;%2&quot;. Im Ziel unter &quot;endpoint&quot; setzen.</translation>
    </message>
    <message>
        <source>%1 needs the endpoint value &quot;%2&quot;. Set it under &quot;endpoint&quot; in the target, or set the environment variable %3.</source>
        <translation>%1 braucht den Endpunktwert &quot;%2&quot;. Im Ziel unter &quot;endpoint&quot; setzen oder die Umgebungsvariable %3 setzen.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>The base URL needs the environment variable %1, which is not set.</source>
        <translation>Die Basis-URL braucht die Umgebungsvariable %1, die nicht gesetzt ist.</translation>
    </message>
    <message>
        <source>%1 has no address of its own. Set &quot;baseUrl&quot; in the target (--base-url on the command line).</source>
        <translation>%1 hat keine eigene Adresse. Im Ziel &quot;baseUrl&quot; setzen (--base-url auf der Befehlszeile).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no base URL. It must look like https://api.example.com/v1.</source>
        <translation>&quot;%1&quot; ist keine Basis-URL. Sie muss aussehen wie https://api.example.com/v1.</translation>
    </message>
    <message>
        <source>%1 has no api &quot;%2&quot;. It has: %3.</source>
        <translation>%1 hat keine API &quot;%2&quot;. Vorhanden sind: %3.</translation>
    </message>
</context>
<context>
    <name>errorclasses</name>
    <message>
        <source>The server answered with status %1 and nothing else.</source>
        <translation>Der Server hat mit Status %1 und sonst nichts geantwortet.</translation>
    </message>
    <message>
        <source>The server answered with status %1 and a web page instead of an API answer. Check the base URL, and any proxy on the way.</source>
        <translation>Der Server hat mit Status %1 und einer Webseite statt einer API-Antwort geantwortet. Die Basis-URL und jeden Proxy auf dem Weg prüfen.</translation>
    </message>
    <message>
        <source>Check the base URL, also whether it ends in /v1.</source>
        <translation>Die Basis-URL prüfen, auch ob sie auf /v1 endet.</translation>
    </message>
    <message>
        <source>(No such path: check the base URL, also whether it ends in /v1.)</source>
        <translation>(Kein solcher Pfad: die Basis-URL prüfen, auch ob sie auf /v1 endet.)</translation>
    </message>
</context>
<context>
    <name>formatspec</name>
    <message>
        <source>The format code &apos;c&apos; allows neither a sign nor &apos;#&apos;.</source>
        <translation>Der Formatcode &apos;c&apos; erlaubt weder Vorzeichen noch &apos;#&apos;.</translation>
    </message>
    <message>
        <source>The number is not that of a character, as the format code &apos;c&apos; needs.</source>
        <translation>Die Zahl ist nicht die eines Zeichens, wie der Formatcode &apos;c&apos; sie braucht.</translation>
    </message>
    <message>
        <source>A whole number takes no precision; use a type such as &apos;f&apos;.</source>
        <translation>Eine ganze Zahl hat keine Genauigkeit; einen Typ wie &apos;f&apos; verwenden.</translation>
    </message>
    <message>
        <source>A whole number takes no &apos;z&apos;: it has no negative zero.</source>
        <translation>Eine ganze Zahl hat kein &apos;z&apos;: Es gibt keine negative Null.</translation>
    </message>
    <message>
        <source>The number in the format specification is too large.</source>
        <translation>Die Zahl in der Formatangabe ist zu groß.</translation>
    </message>
    <message>
        <source>Cannot specify &apos;%1&apos; with &apos;%2&apos;.</source>
        <translation>&apos;%1&apos; lässt sich nicht mit &apos;%2&apos; angeben.</translation>
    </message>
    <message>
        <source>Cannot specify both &apos;,&apos; and &apos;_&apos;.</source>
        <translation>&apos;,&apos; und &apos;_&apos; lassen sich nicht zugleich angeben.</translation>
    </message>
    <message>
        <source>The format specification lacks its precision after the dot.</source>
        <translation>Der Formatangabe fehlt die Genauigkeit nach dem Punkt.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no format specification for a value of type &apos;%2&apos;.</source>
        <translation>&apos;%1&apos; ist keine Formatangabe für einen Wert vom Typ &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>Unknown format code &apos;%1&apos; for a value of type &apos;%2&apos;.</source>
        <translation>Unbekannter Formatcode &apos;%1&apos; für einen Wert vom Typ &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; asks for a sign, &apos;#&apos;, &apos;z&apos; or &apos;=&apos;, which only numbers can have; the value is text.</source>
        <translation>&apos;%1&apos; verlangt ein Vorzeichen, &apos;#&apos;, &apos;z&apos; oder &apos;=&apos;, was nur Zahlen haben können; der Wert ist Text.</translation>
    </message>
    <message>
        <source>A value of type &apos;%1&apos; takes no format specification, but &apos;%2&apos; is given.</source>
        <translation>Ein Wert vom Typ &apos;%1&apos; nimmt keine Formatangabe an, angegeben ist aber &apos;%2&apos;.</translation>
    </message>
</context>
<context>
    <name>gemini</name>
    <message>
        <source>The answer is JSON, but not Gemini&apos;s: it has no &quot;candidates&quot;.</source>
        <translation>Die Antwort ist JSON, aber nicht von Gemini: Sie hat kein &quot;candidates&quot;.</translation>
    </message>
    <message>
        <source>The list of models is not in the expected form.</source>
        <translation>Die Modellliste hat nicht die erwartete Form.</translation>
    </message>
    <message>
        <source>the free-form tool &quot;%1&quot;</source>
        <translation>das Freiform-Werkzeug &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Antiphon: call and response, side by side, in the terminal.</source>
        <translation>Antiphon: Ruf und Antwort, Seite an Seite, im Terminal.</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>Schließt aus</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>Diese Hilfe ausgeben und beenden</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>Die Version ausgeben und beenden</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Subcommands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>SUBCOMMAND</source>
        <translation>BEFEHL</translation>
    </message>
</context>
<context>
    <name>openaichat</name>
    <message>
        <source>The answer is JSON, but no chat completion: it has no &quot;choices&quot;.</source>
        <translation>Die Antwort ist JSON, aber keine Chat-Vervollständigung: Sie hat kein &quot;choices&quot;.</translation>
    </message>
    <message>
        <source>audio by its address</source>
        <translation>Audio über seine Adresse</translation>
    </message>
    <message>
        <source>audio of type %1</source>
        <translation>Audio vom Typ %1</translation>
    </message>
    <message>
        <source>a document by its address</source>
        <translation>ein Dokument über seine Adresse</translation>
    </message>
    <message>
        <source>%1 does not fetch images by their address: attach the image itself.</source>
        <translation>%1 ruft keine Bilder über ihre Adresse ab: das Bild selbst anhängen.</translation>
    </message>
    <message>
        <source>%1 takes text only, no images, sounds or documents.</source>
        <translation>%1 nimmt nur Text an, keine Bilder, Töne oder Dokumente.</translation>
    </message>
    <message>
        <source>%1 streams sound as %2 only: set audio.format to &quot;%2&quot;, or turn streaming off.</source>
        <translation>%1 überträgt Ton im Datenstrom nur als %2: audio.format auf &quot;%2&quot; setzen oder das Streaming ausschalten.</translation>
    </message>
    <message>
        <source>%1 gives sound in streams only: turn streaming on.</source>
        <translation>%1 gibt Ton nur im Datenstrom aus: das Streaming einschalten.</translation>
    </message>
</context>
<context>
    <name>parameters</name>
    <message>
        <source>The parameter %1 must be %2.</source>
        <translation>Der Parameter %1 muss %2 sein.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a text or a list of texts</source>
        <translation>ein Text oder eine Liste von Texten</translation>
    </message>
    <message>
        <source>Parameters are an object of names and values.</source>
        <translation>Parameter sind ein Objekt mit Namen und Werten.</translation>
    </message>
</context>
<context>
    <name>parameterwords</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Maximum tokens</source>
        <translation>Höchstzahl der Token</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsstrafe</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Präsenzstrafe</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>Stopptexte</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Überlegungen</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Caching</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message numerus="yes">
        <source>at most %Ln text(s)</source>
        <translation>
            <numerusform>höchstens %Ln Text</numerusform>
            <numerusform>höchstens %Ln Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>in tokens</source>
        <translation>in Token</translation>
    </message>
    <message>
        <source>in seconds</source>
        <translation>in Sekunden</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
</context>
<context>
    <name>provider</name>
    <message>
        <source>providers.json, %1: %2</source>
        <translation>providers.json, %1: %2</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>it has no &quot;id&quot;.</source>
        <translation>&quot;id&quot; fehlt.</translation>
    </message>
    <message>
        <source>it has neither &quot;apis&quot; nor a &quot;codec&quot; of its own.</source>
        <translation>es gibt weder &quot;apis&quot; noch einen eigenen &quot;codec&quot;.</translation>
    </message>
    <message>
        <source>api &quot;%1&quot; names no &quot;codec&quot;.</source>
        <translation>die API &quot;%1&quot; nennt keinen &quot;codec&quot;.</translation>
    </message>
    <message>
        <source>This is no list of providers: it does not begin with &quot;antiphon&quot;: &quot;providers/1&quot;.</source>
        <translation>Das ist keine Anbieterliste: Sie beginnt nicht mit &quot;antiphon&quot;: &quot;providers/1&quot;.</translation>
    </message>
    <message>
        <source>This list of providers has no &quot;providers&quot;.</source>
        <translation>Dieser Anbieterliste fehlt &quot;providers&quot;.</translation>
    </message>
    <message>
        <source>this id is taken already.</source>
        <translation>diese Kennung ist schon vergeben.</translation>
    </message>
</context>
<context>
    <name>screenshot</name>
    <message>
        <source>%1 cannot be written.
</source>
        <translation>%1 lässt sich nicht schreiben.
</translation>
    </message>
</context>
<context>
    <name>searchfield</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>secretstore</name>
    <message>
        <source>There is no key called &quot;%1&quot;.</source>
        <translation>Es gibt keinen Schlüssel namens &quot;%1&quot;.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>
Cancelling; press Ctrl+C again to end at once.
</source>
        <translation>
Wird abgebrochen; Strg+C noch einmal drücken, um sofort zu beenden.
</translation>
    </message>
</context>
<context>
    <name>sigv4</name>
    <message>
        <source>Which region is this? Requests to AWS are signed for one: set &quot;region&quot; under &quot;endpoint&quot; in the target, or the environment variable AWS_REGION.</source>
        <translation>Welche Region ist das? Anfragen an AWS werden für eine Region signiert: &quot;region&quot; unter &quot;endpoint&quot; im Ziel setzen oder die Umgebungsvariable AWS_REGION.</translation>
    </message>
</context>
<context>
    <name>template</name>
    <message>
        <source>Single &apos;}&apos; without a &apos;{&apos; before it. To write a brace as text, double it: &apos;}}&apos;.</source>
        <translation>Einzelnes &apos;}&apos; ohne &apos;{&apos; davor. Für eine Klammer als Text verdoppeln: &apos;}}&apos;.</translation>
    </message>
    <message>
        <source>Single &apos;{&apos; at the end of the text. To write a brace as text, double it: &apos;{{&apos;.</source>
        <translation>Einzelnes &apos;{&apos; am Ende des Textes. Für eine Klammer als Text verdoppeln: &apos;{{&apos;.</translation>
    </message>
    <message>
        <source>Unexpected &apos;{&apos; in the name of a field. To write a brace as text, double it: &apos;{{&apos;.</source>
        <translation>Unerwartetes &apos;{&apos; im Namen eines Feldes. Für eine Klammer als Text verdoppeln: &apos;{{&apos;.</translation>
    </message>
    <message>
        <source>This field has no end: expected &apos;}&apos; before the end of the text. To write a brace as text, double it: &apos;{{&apos;.</source>
        <translation>Dieses Feld hat kein Ende: Vor dem Ende des Textes wird &apos;}&apos; erwartet. Für eine Klammer als Text verdoppeln: &apos;{{&apos;.</translation>
    </message>
    <message>
        <source>After &apos;!&apos; one letter is expected, then &apos;:&apos; or &apos;}&apos;.</source>
        <translation>Nach &apos;!&apos; wird ein Buchstabe erwartet, dann &apos;:&apos; oder &apos;}&apos;.</translation>
    </message>
    <message>
        <source>Unknown conversion &apos;!%1&apos;: there are !r, !s and !a.</source>
        <translation>Unbekannte Umwandlung &apos;!%1&apos;: Es gibt !r, !s und !a.</translation>
    </message>
    <message>
        <source>This field has no end: expected &apos;}&apos; after its specification.</source>
        <translation>Dieses Feld hat kein Ende: Nach seiner Angabe wird &apos;}&apos; erwartet.</translation>
    </message>
    <message>
        <source>After &apos;]&apos; only &apos;.&apos; or &apos;[&apos; may follow in &apos;%1&apos;.</source>
        <translation>Nach &apos;]&apos; darf in &apos;%1&apos; nur &apos;.&apos; oder &apos;[&apos; folgen.</translation>
    </message>
    <message>
        <source>A &apos;]&apos; is missing in &apos;%1&apos;.</source>
        <translation>In &apos;%1&apos; fehlt ein &apos;]&apos;.</translation>
    </message>
    <message>
        <source>An empty step in the path &apos;%1&apos;.</source>
        <translation>Ein leerer Schritt im Pfad &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A field without a name: there is no list of values to index. Write the variable&apos;s name, or &apos;{{&apos; for a brace.</source>
        <translation>Ein Feld ohne Namen: Es gibt keine Liste von Werten zum Abzählen. Den Namen der Variable schreiben oder &apos;{{&apos; für eine Klammer.</translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; must be a list for &apos;:list&apos;, not a value of type &apos;%2&apos;.</source>
        <translation>Die Variable &apos;%1&apos; muss für &apos;:list&apos; eine Liste sein, kein Wert vom Typ &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; must be a list of lists for &apos;:lists&apos;.</source>
        <translation>Die Variable &apos;%1&apos; muss für &apos;:lists&apos; eine Liste von Listen sein.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no value here: a specification cannot hold a field. Write the number itself.</source>
        <translation>&apos;%1&apos; hat hier keinen Wert: Eine Angabe kann kein Feld enthalten. Die Zahl selbst schreiben.</translation>
    </message>
    <message>
        <source>%1 has no attribute &apos;%2&apos;.</source>
        <translation>%1 hat kein Attribut &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no entry &apos;%2&apos;.</source>
        <translation>&apos;%1&apos; hat keinen Eintrag &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; leads to a value of type &apos;%2&apos;, which has no entries.</source>
        <translation>&apos;%1&apos; führt zu einem Wert vom Typ &apos;%2&apos;, der keine Einträge hat.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; leads to a list: its entries have numbers from 0, not &apos;%2&apos;.</source>
        <translation>&apos;%1&apos; führt zu einer Liste: Ihre Einträge haben Nummern ab 0, nicht &apos;%2&apos;.</translation>
    </message>
    <message numerus="yes">
        <source>There is no entry %2 in &apos;%1&apos;: it has %n entries.</source>
        <translation>
            <numerusform>Es gibt keinen Eintrag %2 in &apos;%1&apos;: Vorhanden ist %n Eintrag.</numerusform>
            <numerusform>Es gibt keinen Eintrag %2 in &apos;%1&apos;: Vorhanden sind %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; has no value.</source>
        <translation>Die Variable &apos;%1&apos; hat keinen Wert.</translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; must be a list for &apos;:%2&apos;.</source>
        <translation>Die Variable &apos;%1&apos; muss für &apos;:%2&apos; eine Liste sein.</translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; must be text for &apos;:%2&apos;, not a value of type &apos;%3&apos;.</source>
        <translation>Die Variable &apos;%1&apos; muss für &apos;:%2&apos; Text sein, kein Wert vom Typ &apos;%3&apos;.</translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; must hold a content part for &apos;:%2&apos;: an object with a type, as in {&quot;type&quot;: &quot;text&quot;, &quot;text&quot;: &quot;...&quot;}.</source>
        <translation>Die Variable &apos;%1&apos; muss für &apos;:%2&apos; einen Inhaltsteil enthalten: ein Objekt mit einem Typ, etwa {&quot;type&quot;: &quot;text&quot;, &quot;text&quot;: &quot;...&quot;}.</translation>
    </message>
    <message>
        <source>The variable &apos;%1&apos; must hold a file&apos;s path or an address for &apos;:%2&apos;, not a value of type &apos;%3&apos;.</source>
        <translation>Die Variable &apos;%1&apos; muss für &apos;:%2&apos; den Pfad einer Datei oder eine Adresse enthalten, keinen Wert vom Typ &apos;%3&apos;.</translation>
    </message>
    <message>
        <source>The data: address in &apos;%1&apos; is malformed.</source>
        <translation>Die data:-Adresse in &apos;%1&apos; ist fehlerhaft.</translation>
    </message>
    <message>
        <source>Failed to load %1: files are not read here.</source>
        <translation>%1 ließ sich nicht laden: Dateien werden hier nicht gelesen.</translation>
    </message>
    <message>
        <source>Failed to load %1: %2</source>
        <translation>%1 ließ sich nicht laden: %2</translation>
    </message>
    <message>
        <source>Unsupported image type in &apos;%1&apos;: use JPEG, PNG, GIF, WebP, HEIC or HEIF.</source>
        <translation>Nicht unterstützter Bildtyp in &apos;%1&apos;: JPEG, PNG, GIF, WebP, HEIC oder HEIF verwenden.</translation>
    </message>
    <message>
        <source>Unsupported audio type in &apos;%1&apos;: use WAV, MP3, AIFF, AAC, Ogg or FLAC.</source>
        <translation>Nicht unterstützter Audiotyp in &apos;%1&apos;: WAV, MP3, AIFF, AAC, Ogg oder FLAC verwenden.</translation>
    </message>
    <message>
        <source>Unsupported document type in &apos;%1&apos;: use PDF.</source>
        <translation>Nicht unterstützter Dokumenttyp in &apos;%1&apos;: PDF verwenden.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no option: write NAME=VALUE, as in {photo:image(detail=low)}.</source>
        <translation>&apos;%1&apos; ist keine Option: NAME=WERT schreiben, etwa {photo:image(detail=low)}.</translation>
    </message>
    <message>
        <source>MESSAGES: names no variable. Write the one that holds the history, as in MESSAGES: {history}.</source>
        <translation>MESSAGES: nennt keine Variable. Die schreiben, die den Verlauf enthält, etwa MESSAGES: {history}.</translation>
    </message>
    <message>
        <source>The text &apos;%1&apos; is a variable&apos;s name and stands for its value, which must be text.</source>
        <translation>Der Text &apos;%1&apos; ist der Name einer Variable und steht für deren Wert, der Text sein muss.</translation>
    </message>
    <message>
        <source>MESSAGES: needs a list of messages, but &apos;%1&apos; is a value of type &apos;%2&apos;.</source>
        <translation>MESSAGES: braucht eine Liste von Nachrichten, aber &apos;%1&apos; ist ein Wert vom Typ &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>Entry %2 of &apos;%1&apos; is no message: an object with role and content.</source>
        <translation>Eintrag %2 von &apos;%1&apos; ist keine Nachricht: ein Objekt mit role und content.</translation>
    </message>
    <message>
        <source>With these values nothing is left of this prompt.</source>
        <translation>Mit diesen Werten bleibt von diesem Prompt nichts übrig.</translation>
    </message>
    <message>
        <source>With these values the %1 message is empty and is left out.</source>
        <translation>Mit diesen Werten ist die %1-Nachricht leer und wird ausgelassen.</translation>
    </message>
    <message>
        <source>The template does not use &apos;%1&apos;.</source>
        <translation>Die Vorlage verwendet &apos;%1&apos; nicht.</translation>
    </message>
    <message>
        <source>Every section of this prompt is empty with these values: there is nothing to send.</source>
        <translation>Jeder Abschnitt dieses Prompts ist mit diesen Werten leer: Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>The snippet reference has no end: expected &apos;}&apos;. To write a brace as text, double it: &apos;{{&apos;.</source>
        <translation>Der Bausteinverweis hat kein Ende: &apos;}&apos; wird erwartet. Für eine Klammer als Text verdoppeln: &apos;{{&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name of a snippet: write lower case letters, digits, &apos;-&apos; and &apos;_&apos; only, without blanks or a specification.</source>
        <translation>&apos;%1&apos; ist kein Name eines Bausteins: nur Kleinbuchstaben, Ziffern, &apos;-&apos; und &apos;_&apos; schreiben, ohne Leerzeichen oder Angabe.</translation>
    </message>
    <message>
        <source>Snippets include each other: %1.</source>
        <translation>Bausteine schließen einander ein: %1.</translation>
    </message>
    <message>
        <source>Snippets include snippets more than %1 deep: %2.</source>
        <translation>Bausteine schließen Bausteine tiefer als %1 Ebenen ein: %2.</translation>
    </message>
    <message>
        <source>There is no snippet &apos;%1&apos;.</source>
        <translation>Es gibt keinen Baustein &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Snippets make this template too large.</source>
        <translation>Bausteine machen diese Vorlage zu groß.</translation>
    </message>
    <message>
        <source>Template, line %1, column %2: %3</source>
        <translation>Vorlage, Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>template.%1 must be one of %2.</source>
        <translation>template.%1 muss einer der Werte %2 sein.</translation>
    </message>
    <message>
        <source>template must be an object.</source>
        <translation>template muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>%1: starts a new message here, in the middle of a line. If it is meant as text, use anchored roles.</source>
        <translation>%1: beginnt hier mitten in einer Zeile eine neue Nachricht. Ist es als Text gemeint, verankerte Rollen verwenden.</translation>
    </message>
    <message>
        <source>This text comes before the first role and is dropped. Put SYSTEM: or USER: in front of it.</source>
        <translation>Dieser Text steht vor der ersten Rolle und wird verworfen. SYSTEM: oder USER: davor setzen.</translation>
    </message>
    <message>
        <source>Text beside the field of a MESSAGES: section is dropped. Put it into a section of its own.</source>
        <translation>Text neben dem Feld eines MESSAGES:-Abschnitts wird verworfen. In einen eigenen Abschnitt setzen.</translation>
    </message>
    <message>
        <source>The indentation of this line and those below is removed. To keep it, turn on Preserve Indentation.</source>
        <translation>Die Einrückung dieser und der folgenden Zeilen wird entfernt. Um sie zu behalten, „Einrückung behalten“ einschalten.</translation>
    </message>
</context>
<context>
    <name>terminal</name>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>writeexport</name>
    <message>
        <source>“%1” cannot be written: %2. Choose another place.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2. Einen anderen Ort wählen.</translation>
    </message>
</context>
</TS>
