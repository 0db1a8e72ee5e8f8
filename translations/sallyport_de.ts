<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a capture file</source>
        <translation>Eine Mitschnittdatei öffnen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close the capture</source>
        <translation>Den Mitschnitt schließen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save all packets, also while more arrive</source>
        <translation>Alle Pakete speichern, auch während weitere kommen</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save all packets to another file</source>
        <translation>Alle Pakete in eine andere Datei speichern</translation>
    </message>
    <message>
        <source>Save S&amp;elected…</source>
        <translation>Ge&amp;wählte speichern …</translation>
    </message>
    <message>
        <source>Save the selected packets</source>
        <translation>Die gewählten Pakete speichern</translation>
    </message>
    <message>
        <source>Save S&amp;hown…</source>
        <translation>&amp;Gezeigte speichern …</translation>
    </message>
    <message>
        <source>Save the packets that the filter shows</source>
        <translation>Die Pakete speichern, die der Filter zeigt</translation>
    </message>
    <message>
        <source>Save &amp;Marked…</source>
        <translation>&amp;Markierte speichern …</translation>
    </message>
    <message>
        <source>Save the marked packets</source>
        <translation>Die markierten Pakete speichern</translation>
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
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>Die gewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Find Packet…</source>
        <translation>Paket &amp;suchen …</translation>
    </message>
    <message>
        <source>Find a packet by filter, text or bytes</source>
        <translation>Ein Paket nach Filter, Text oder Bytes suchen</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>Weiters&amp;uchen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Rückwärts suc&amp;hen</translation>
    </message>
    <message>
        <source>&amp;Mark/Unmark Packet</source>
        <translation>Paket &amp;markieren oder nicht</translation>
    </message>
    <message>
        <source>Mark All &amp;Shown</source>
        <translation>Alle &amp;gezeigten markieren</translation>
    </message>
    <message>
        <source>U&amp;nmark All</source>
        <translation>Alle Markierungen &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Ignore/Unignore Packet</source>
        <translation>Paket &amp;ignorieren oder nicht</translation>
    </message>
    <message>
        <source>Set/Unset &amp;Time Reference</source>
        <translation>&amp;Zeitbezug setzen oder nicht</translation>
    </message>
    <message>
        <source>Filter Ba&amp;r</source>
        <translation>&amp;Filterzeile</translation>
    </message>
    <message>
        <source>Write a filter</source>
        <translation>Einen Filter schreiben</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Toolbar</source>
        <translation>&amp;Werkzeugleiste</translation>
    </message>
    <message>
        <source>Packet &amp;List</source>
        <translation>Paket&amp;liste</translation>
    </message>
    <message>
        <source>Packet &amp;Details</source>
        <translation>&amp;Einzelheiten des Pakets</translation>
    </message>
    <message>
        <source>Packet &amp;Bytes</source>
        <translation>&amp;Bytes des Pakets</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal Size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>E&amp;xpand Subtree</source>
        <translation>Zweig &amp;aufklappen</translation>
    </message>
    <message>
        <source>Collapse S&amp;ubtree</source>
        <translation>Zwe&amp;ig zuklappen</translation>
    </message>
    <message>
        <source>&amp;Expand All</source>
        <translation>Alles aufkla&amp;ppen</translation>
    </message>
    <message>
        <source>&amp;Collapse All</source>
        <translation>Alles z&amp;uklappen</translation>
    </message>
    <message>
        <source>Resi&amp;ze Columns</source>
        <translation>Breite &amp;der Spalten anpassen</translation>
    </message>
    <message>
        <source>Give every column the width of what is visible in it</source>
        <translation>Jeder Spalte die Breite dessen geben, was in ihr zu sehen ist</translation>
    </message>
    <message>
        <source>Reset La&amp;yout</source>
        <translation>Anordnung zurü&amp;cksetzen</translation>
    </message>
    <message>
        <source>Put panes and columns where they were at first</source>
        <translation>Bereiche und Spalten dahin, wo sie zuerst waren</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The packet looked at before</source>
        <translation>Das vorher betrachtete Paket</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>&amp;Go to Packet…</source>
        <translation>&amp;Gehe zu Paket …</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>&amp;Nächstes Paket</translation>
    </message>
    <message>
        <source>&amp;Previous Packet</source>
        <translation>V&amp;origes Paket</translation>
    </message>
    <message>
        <source>F&amp;irst Packet</source>
        <translation>&amp;Erstes Paket</translation>
    </message>
    <message>
        <source>&amp;Last Packet</source>
        <translation>&amp;Letztes Paket</translation>
    </message>
    <message>
        <source>Follow the Live &amp;End</source>
        <translation>&amp;Dem Ende folgen</translation>
    </message>
    <message>
        <source>Scroll to new packets as they arrive</source>
        <translation>Zu neuen Paketen rollen, wenn sie kommen</translation>
    </message>
    <message>
        <source>Start Pa&amp;ge</source>
        <translation>Startse&amp;ite</translation>
    </message>
    <message>
        <source>Interfaces, recent files, the practice network</source>
        <translation>Schnittstellen, zuletzt benutzte Dateien, das Übungsnetz</translation>
    </message>
    <message>
        <source>Choose interfaces and a capture filter</source>
        <translation>Schnittstellen und Mitschnittfilter wählen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>The same source again, with an empty list</source>
        <translation>Dieselbe Quelle noch einmal, mit leerer Liste</translation>
    </message>
    <message>
        <source>Refresh &amp;Interfaces</source>
        <translation>S&amp;chnittstellen auffrischen</translation>
    </message>
    <message>
        <source>&amp;Firewall</source>
        <translation>&amp;Firewall</translation>
    </message>
    <message>
        <source>Turn the firewall on or off: rules act on this computer&apos;s traffic</source>
        <translation>Die Firewall ein- oder ausschalten: Regeln wirken auf den Verkehr dieses Rechners</translation>
    </message>
    <message>
        <source>&amp;Drop Packets Like This</source>
        <translation>Pakete wie dieses &amp;verwerfen</translation>
    </message>
    <message>
        <source>Add a rule that drops packets like the selected one</source>
        <translation>Eine Regel, die Pakete wie das gewählte verwirft</translation>
    </message>
    <message>
        <source>&amp;Accept Packets Like This</source>
        <translation>Pakete wie dieses &amp;annehmen</translation>
    </message>
    <message>
        <source>Add a rule that accepts packets like the selected one</source>
        <translation>Eine Regel, die Pakete wie das gewählte annimmt</translation>
    </message>
    <message>
        <source>Drop What the Filter S&amp;hows…</source>
        <translation>Verwerfen, was der Filter &amp;zeigt …</translation>
    </message>
    <message>
        <source>Make a rule of the display filter</source>
        <translation>Aus dem Anzeigefilter eine Regel machen</translation>
    </message>
    <message>
        <source>&amp;Why This Verdict?</source>
        <translation>&amp;Warum dieses Urteil?</translation>
    </message>
    <message>
        <source>Which rule decided the selected packet, and how long that took</source>
        <translation>Welche Regel über das gewählte Paket entschied, und wie lange das dauerte</translation>
    </message>
    <message>
        <source>Replay This File Through the R&amp;ules</source>
        <translation>Diese Datei durch die R&amp;egeln schicken</translation>
    </message>
    <message>
        <source>What the rules would have done with these packets</source>
        <translation>Was die Regeln mit diesen Paketen getan hätten</translation>
    </message>
    <message>
        <source>While Sallyport Cannot Judge: Let Traffic &amp;Through</source>
        <translation>Kann Sallyport nicht urteilen: Verkehr &amp;durchlassen</translation>
    </message>
    <message>
        <source>If it hangs or is overrun, packets wait until its queue is full; then they pass unjudged. When it ends, traffic flows as without it</source>
        <translation>Hängt es oder kommt es nicht nach, warten Pakete, bis seine Warteschlange voll ist; dann gehen sie ungeprüft durch. Endet es, läuft der Verkehr wie ohne es</translation>
    </message>
    <message>
        <source>While Sallyport Cannot Judge: Refus&amp;e Traffic</source>
        <translation>Kann Sallyport nicht urteilen: Verkehr abwe&amp;isen</translation>
    </message>
    <message>
        <source>If it hangs or is overrun, nothing passes unjudged. When it ends, traffic flows as without it</source>
        <translation>Hängt es oder wird es überrannt, kommt nichts ungeprüft durch. Endet es, fließt der Verkehr wie ohne das Programm</translation>
    </message>
    <message>
        <source>&amp;Practice Network</source>
        <translation>Ü&amp;bungsnetz</translation>
    </message>
    <message>
        <source>A small network of its own, with real traffic and a firewall to try</source>
        <translation>Ein kleines eigenes Netz mit echtem Verkehr und einer Firewall zum Ausprobieren</translation>
    </message>
    <message>
        <source>Pa&amp;nic: Remove All Rules</source>
        <translation>&amp;Panik: alle Regeln entfernen</translation>
    </message>
    <message>
        <source>Take our rules out of the kernel at once and let everything go</source>
        <translation>Unsere Regeln sofort aus dem Kernel nehmen und alles gehen lassen</translation>
    </message>
    <message>
        <source>&amp;Keys and Filters</source>
        <translation>&amp;Tasten und Filter</translation>
    </message>
    <message>
        <source>&amp;About Sallyport</source>
        <translation>&amp;Über Sallyport</translation>
    </message>
    <message>
        <source>Plug-in &amp;Module…</source>
        <translation>Plug-in-&amp;Modul …</translation>
    </message>
    <message>
        <source>Packets from a packet module of somebody else: a shared object, which runs as part of this program</source>
        <translation>Pakete aus einem fremden Paketmodul: einer ladbaren Datei, die als Teil dieses Programms läuft</translation>
    </message>
    <message>
        <source>Cop&amp;y Rows</source>
        <translation>Zeilen k&amp;opieren</translation>
    </message>
    <message>
        <source>Next Mar&amp;k</source>
        <translation>Nächste Mar&amp;kierung</translation>
    </message>
    <message>
        <source>Pr&amp;evious Mark</source>
        <translation>&amp;Vorige Markierung</translation>
    </message>
    <message>
        <source>O&amp;ptions…</source>
        <translation>&amp;Optionen …</translation>
    </message>
</context>
<context>
    <name>ComposeView</name>
    <message>
        <source>packet %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>From packet %1</source>
        <translation>Aus Paket %1</translation>
    </message>
    <message>
        <source>From a packet</source>
        <translation>Aus einem Paket</translation>
    </message>
    <message>
        <source>&amp;Edit and Resend</source>
        <translation>&amp;Ändern und neu senden</translation>
    </message>
    <message>
        <source>Compose a packet that begins as this one (Ctrl+Alt+E)</source>
        <translation>Ein Paket verfassen, das wie dieses beginnt (Strg+Alt+E)</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Durchgezogen</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Gepunktet</translation>
    </message>
    <message>
        <source>Dash and dot</source>
        <translation>Strichpunkt</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>copy or capture it again</source>
        <translation>kopieren Sie sie noch einmal, oder schneiden Sie noch einmal mit</translation>
    </message>
    <message>
        <source>the packets before it can be used; else copy it again</source>
        <translation>die Pakete davor sind brauchbar; sonst kopieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>ask its owner for the right to read it</source>
        <translation>bitten Sie den Eigentümer um das Recht, sie zu lesen</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>cannot open it: %1</source>
        <translation>sie lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>it is a directory</source>
        <translation>das ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>name a capture file in it</source>
        <translation>nennen Sie eine Mitschnittdatei darin</translation>
    </message>
    <message>
        <source>it is empty: not even a file header is there</source>
        <translation>sie ist leer: Nicht einmal ein Dateikopf ist da</translation>
    </message>
    <message>
        <source>cannot map it: %1</source>
        <translation>sie lässt sich nicht einblenden: %1</translation>
    </message>
    <message>
        <source>cannot map room to read it into: %1</source>
        <translation>es ist kein Platz, um sie einzulesen: %1</translation>
    </message>
    <message>
        <source>cannot read it: %1</source>
        <translation>sie lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>its gzip compression is damaged: %1</source>
        <translation>ihre gzip-Kompression ist beschädigt: %1</translation>
    </message>
    <message>
        <source>cannot read on: %1</source>
        <translation>das Lesen geht nicht weiter: %1</translation>
    </message>
    <message>
        <source>its gzip compression is cut short</source>
        <translation>ihre gzip-Kompression ist abgeschnitten</translation>
    </message>
    <message>
        <source>it holds more than %1 MiB once it is read or decompressed</source>
        <translation>gelesen oder entpackt ist sie größer als %1 MiB</translation>
    </message>
    <message>
        <source>decompress it to a file and open that</source>
        <translation>entpacken Sie sie in eine Datei und öffnen Sie diese</translation>
    </message>
    <message>
        <source>cannot keep what is read of it in %1: %2</source>
        <translation>was daraus gelesen wird, lässt sich nicht in %1 aufheben: %2</translation>
    </message>
    <message>
        <source>free space there or choose another directory with TMPDIR</source>
        <translation>schaffen Sie dort Platz, oder wählen Sie mit TMPDIR ein anderes Verzeichnis</translation>
    </message>
    <message>
        <source>somebody shortened it while it was read</source>
        <translation>jemand hat sie beim Lesen gekürzt</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>öffnen Sie sie noch einmal</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: it is not a capture file: it begins with %2</source>
        <translation>%1: Das ist keine Mitschnittdatei: Sie beginnt mit %2</translation>
    </message>
    <message>
        <source>pcap and pcapng files can be opened, also compressed with gzip</source>
        <translation>pcap- und pcapng-Dateien lassen sich öffnen, auch mit gzip komprimiert</translation>
    </message>
    <message>
        <source>the file is cut short in the middle of %1: %2 bytes are missing</source>
        <translation>die Datei ist mitten in %1 abgeschnitten: %2 Bytes fehlen</translation>
    </message>
    <message>
        <source>%1: after packet %2, at byte %3: %4</source>
        <translation>%1: nach Paket %2, bei Byte %3: %4</translation>
    </message>
    <message>
        <source>the packets before it can be used</source>
        <translation>die Pakete davor sind brauchbar</translation>
    </message>
    <message>
        <source>%1; what was written before is kept in %2</source>
        <translation>%1; was vorher geschrieben wurde, steht in %2</translation>
    </message>
    <message>
        <source>%1; the packet before is kept in %2</source>
        <translation>%1; das Paket davor steht in %2</translation>
    </message>
    <message>
        <source>%1; the %2 packets before are kept in %3</source>
        <translation>%1; die %2 Pakete davor stehen in %3</translation>
    </message>
    <message>
        <source>free space there, or write to another disk</source>
        <translation>schaffen Sie dort Platz, oder schreiben Sie auf einen anderen Datenträger</translation>
    </message>
    <message>
        <source>write to a directory that you may write to</source>
        <translation>schreiben Sie in ein Verzeichnis, in das Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>make the directory first</source>
        <translation>legen Sie zuerst das Verzeichnis an</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>cannot replace %1: %2</source>
        <translation>%1 lässt sich nicht ersetzen: %2</translation>
    </message>
    <message>
        <source>cannot compress %1: %2</source>
        <translation>%1 lässt sich nicht komprimieren: %2</translation>
    </message>
    <message>
        <source>%1: the file header is cut short: %2 of 24 bytes are there</source>
        <translation>%1: Der Dateikopf ist abgeschnitten: %2 von 24 Bytes sind da</translation>
    </message>
    <message>
        <source>%1: pcap version %2.%3 is not known; 2.4 is usual</source>
        <translation>%1: Die pcap-Version %2.%3 ist nicht bekannt; üblich ist 2.4</translation>
    </message>
    <message>
        <source>a packet&apos;s header</source>
        <translation>dem Kopf eines Pakets</translation>
    </message>
    <message>
        <source>the packet&apos;s header says %1 bytes, a packet has at most %2; the file is damaged here</source>
        <translation>der Kopf des Pakets nennt %1 Bytes, ein Paket hat höchstens %2; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>einem Paket</translation>
    </message>
    <message>
        <source>a pcap file holds packets of one link type, these have %1 and %2</source>
        <translation>eine pcap-Datei enthält Pakete eines einzigen Verbindungstyps, diese haben %1 und %2</translation>
    </message>
    <message>
        <source>save them as pcapng</source>
        <translation>speichern Sie sie als pcapng</translation>
    </message>
    <message>
        <source>%1: it does not begin with a section header</source>
        <translation>%1: Sie beginnt nicht mit einem Abschnittskopf</translation>
    </message>
    <message>
        <source>%1: interrupted</source>
        <translation>%1: unterbrochen</translation>
    </message>
    <message>
        <source>a block&apos;s header</source>
        <translation>dem Kopf eines Blocks</translation>
    </message>
    <message>
        <source>a section header has the byte-order mark %1, not 0x1a2b3c4d; the file is damaged here</source>
        <translation>ein Abschnittskopf hat die Bytefolgemarke %1, nicht 0x1a2b3c4d; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>a block of type %1 says it has %2 bytes, the least is 12; the file is damaged here</source>
        <translation>ein Block vom Typ %1 nennt %2 Bytes, mindestens hat er 12; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>a block</source>
        <translation>einem Block</translation>
    </message>
    <message>
        <source>a block says it has %1 bytes at its begin and %2 at its end; the file is damaged here</source>
        <translation>ein Block nennt an seinem Anfang %1 Bytes und an seinem Ende %2; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>%1 is shorter than the %2 bytes that it must have; the file is damaged here</source>
        <translation>%1 ist kürzer als die %2 Bytes, die nötig sind; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>an option of %1 bytes does not fit in its block; the file is damaged here</source>
        <translation>eine Option von %1 Bytes passt nicht in ihren Block; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>a section header</source>
        <translation>ein Abschnittskopf</translation>
    </message>
    <message>
        <source>pcapng version %1.%2 is not known; 1.0 is usual</source>
        <translation>die pcapng-Version %1.%2 ist nicht bekannt; üblich ist 1.0</translation>
    </message>
    <message>
        <source>an interface description</source>
        <translation>eine Schnittstellenbeschreibung</translation>
    </message>
    <message>
        <source>a packet is of interface %1, but the section has described %2; the file is damaged here</source>
        <translation>ein Paket gehört zu Schnittstelle %1, aber der Abschnitt beschreibt nur %2; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>a packet of %1 bytes does not fit in its block of %2; the file is damaged here</source>
        <translation>ein Paket von %1 Bytes passt nicht in seinen Block von %2; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>a packet says it has %1 bytes, a packet has at most %2; the file is damaged here</source>
        <translation>ein Paket nennt %1 Bytes, ein Paket hat höchstens %2; die Datei ist hier beschädigt</translation>
    </message>
    <message>
        <source>a packet block</source>
        <translation>ein Paketblock</translation>
    </message>
    <message>
        <source>a simple packet block</source>
        <translation>ein einfacher Paketblock</translation>
    </message>
    <message>
        <source>there is no layer %1 to put %2 under</source>
        <translation>es gibt keine Schicht %1, unter die %2 gelegt werden könnte</translation>
    </message>
    <message>
        <source>%1 cannot stand at the bottom of such a packet</source>
        <translation>%1 kann nicht zuunterst in einem solchen Paket stehen</translation>
    </message>
    <message>
        <source>%1 cannot stand at the bottom of such a packet and under %2</source>
        <translation>%1 kann nicht zuunterst in einem solchen Paket und unter %2 stehen</translation>
    </message>
    <message>
        <source>%1 cannot stand on %2</source>
        <translation>%1 kann nicht auf %2 stehen</translation>
    </message>
    <message>
        <source>%1 cannot stand on %2 and under %3</source>
        <translation>%1 kann nicht auf %2 und unter %3 stehen</translation>
    </message>
    <message>
        <source>%1 has no bytes to begin with</source>
        <translation>für %1 gibt es keine Bytes zum Anfangen</translation>
    </message>
    <message>
        <source>give its bytes</source>
        <translation>geben Sie die Bytes an</translation>
    </message>
    <message>
        <source>there is no such layer</source>
        <translation>eine solche Schicht gibt es nicht</translation>
    </message>
    <message>
        <source>%1 takes %2 bytes here, not %3</source>
        <translation>%1 nimmt hier %2 Bytes, nicht %3</translation>
    </message>
    <message>
        <source>this packet has no %1 number %2</source>
        <translation>dieses Paket hat kein %1 Nummer %2</translation>
    </message>
    <message>
        <source>this packet has no %1</source>
        <translation>dieses Paket hat kein %1</translation>
    </message>
    <message>
        <source>%1 is computed from other fields: it cannot be set</source>
        <translation>%1 wird aus anderen Feldern berechnet und lässt sich nicht setzen</translation>
    </message>
    <message>
        <source>set those instead</source>
        <translation>setzen Sie stattdessen diese</translation>
    </message>
    <message>
        <source>%1 does not lie in the packet&apos;s bytes: it cannot be set</source>
        <translation>%1 liegt nicht in den Bytes des Pakets und lässt sich nicht setzen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; sets nothing</source>
        <translation>„%1“ setzt nichts</translation>
    </message>
    <message>
        <source>write FIELD=VALUE</source>
        <translation>schreiben Sie FELD=WERT</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no occurrence</source>
        <translation>„%1“ ist kein Vorkommen</translation>
    </message>
    <message>
        <source>count from 1: %1#2=…</source>
        <translation>zählen Sie ab 1: %1#2=…</translation>
    </message>
    <message>
        <source>there is no field %1</source>
        <translation>ein Feld %1 gibt es nicht</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>war %1 gemeint?</translation>
    </message>
    <message>
        <source>%1 cannot be computed here: the packet is a fragment, or cut</source>
        <translation>%1 lässt sich hier nicht berechnen: Das Paket ist ein Fragment oder abgeschnitten</translation>
    </message>
    <message>
        <source>set it by hand</source>
        <translation>setzen Sie es von Hand</translation>
    </message>
    <message>
        <source>%1 is not automatic: nothing tells what it should be</source>
        <translation>%1 ist nicht selbsttätig: Nichts sagt, wie es sein müsste</translation>
    </message>
    <message>
        <source>there are only %1 bytes</source>
        <translation>es sind nur %1 Bytes da</translation>
    </message>
    <message>
        <source>make the packet longer first</source>
        <translation>machen Sie zuerst das Paket länger</translation>
    </message>
    <message>
        <source>there is no such list in this layer</source>
        <translation>eine solche Liste gibt es in dieser Schicht nicht</translation>
    </message>
    <message>
        <source>nothing tells what a %1 looks like</source>
        <translation>nichts sagt, wie „%1“ aussieht</translation>
    </message>
    <message>
        <source>insert its bytes</source>
        <translation>fügen Sie die Bytes ein</translation>
    </message>
    <message>
        <source>this packet has no place for a %1</source>
        <translation>dieses Paket hat keinen Platz für „%1“</translation>
    </message>
    <message>
        <source>%1 is in no list: it cannot be removed</source>
        <translation>%1 steht in keiner Liste und lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>ein Steuerzeichen</translation>
    </message>
    <message>
        <source>lines are left out here</source>
        <translation>hier sind Zeilen ausgelassen</translation>
    </message>
    <message>
        <source>print the dump with all of them: hexdump -v</source>
        <translation>geben Sie alle Zeilen aus: hexdump -v</translation>
    </message>
    <message>
        <source>an offset was expected, as in the lines before</source>
        <translation>hier wird ein Offset erwartet, wie in den Zeilen davor</translation>
    </message>
    <message>
        <source>a second packet begins here</source>
        <translation>hier beginnt ein zweites Paket</translation>
    </message>
    <message>
        <source>paste one packet at a time</source>
        <translation>fügen Sie immer nur ein Paket ein</translation>
    </message>
    <message>
        <source>the offset says %1, but there are %2 bytes before it</source>
        <translation>der Offset nennt %1, aber davor stehen %2 Bytes</translation>
    </message>
    <message>
        <source>%1 is no hex digit, and bytes were expected behind the offset</source>
        <translation>%1 ist keine Hexziffer, und hinter dem Offset werden Bytes erwartet</translation>
    </message>
    <message>
        <source>only %1 of the %2 bytes of this line can be read</source>
        <translation>nur %1 der %2 Bytes dieser Zeile sind lesbar</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no byte</source>
        <translation>„%1“ ist kein Byte</translation>
    </message>
    <message>
        <source>write two hex digits a byte</source>
        <translation>schreiben Sie zwei Hexziffern je Byte</translation>
    </message>
    <message>
        <source>%1 is no hex digit</source>
        <translation>%1 ist keine Hexziffer</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has an odd number of digits</source>
        <translation>„%1“ hat eine ungerade Zahl von Ziffern</translation>
    </message>
    <message>
        <source>there are no bytes to read</source>
        <translation>es gibt keine Bytes zu lesen</translation>
    </message>
    <message>
        <source>paste hex digits, or a dump as Wireshark and tcpdump -x print it</source>
        <translation>fügen Sie Hexziffern ein oder eine Ausgabe wie von Wireshark und tcpdump -x</translation>
    </message>
    <message>
        <source>%1 cannot lie in %2</source>
        <translation>%1 kann nicht in %2 liegen</translation>
    </message>
    <message>
        <source>put a layer between them that can carry it</source>
        <translation>legen Sie eine Schicht dazwischen, die es tragen kann</translation>
    </message>
    <message>
        <source>%1: what is there reads as %2</source>
        <translation>%1: Was dort steht, liest sich als %2</translation>
    </message>
    <message>
        <source>see the fields of the layer below that name what comes next</source>
        <translation>sehen Sie nach den Feldern der Schicht darunter, die nennen, was folgt</translation>
    </message>
    <message>
        <source>%1 carries several things here, or something that was put together: no layer can be added, removed or moved there</source>
        <translation>%1 trägt hier mehreres oder etwas Zusammengesetztes: Dort lässt sich keine Schicht hinzufügen, entfernen oder verschieben</translation>
    </message>
    <message>
        <source>edit its fields, or begin with a template</source>
        <translation>bearbeiten Sie die Felder, oder beginnen Sie mit einer Vorlage</translation>
    </message>
    <message>
        <source>a packet of this link type cannot begin with %1</source>
        <translation>ein Paket dieses Verbindungstyps kann nicht mit %1 beginnen</translation>
    </message>
    <message>
        <source>add its link layer below</source>
        <translation>fügen Sie darunter die Verbindungsschicht hinzu</translation>
    </message>
    <message>
        <source>the packet holds no IP packet, and its link layer is another one than is needed there</source>
        <translation>das Paket enthält kein IP-Paket, und seine Verbindungsschicht ist eine andere, als dort nötig ist</translation>
    </message>
    <message>
        <source>send it on the kind of interface that it was captured on</source>
        <translation>senden Sie es auf einer Schnittstelle der Art, von der es mitgeschnitten wurde</translation>
    </message>
    <message>
        <source>packets cannot be sent with this kind of link layer</source>
        <translation>mit einer solchen Verbindungsschicht lassen sich keine Pakete senden</translation>
    </message>
    <message>
        <source>choose an Ethernet interface</source>
        <translation>wählen Sie eine Ethernet-Schnittstelle</translation>
    </message>
    <message>
        <source>%1 is swept twice</source>
        <translation>%1 wird zweimal verändert</translation>
    </message>
    <message>
        <source>put all its values into one sweep</source>
        <translation>schreiben Sie alle seine Werte in eine Reihe</translation>
    </message>
    <message>
        <source>these sweeps make too many packets</source>
        <translation>diese Reihen ergeben zu viele Pakete</translation>
    </message>
    <message>
        <source>take larger steps</source>
        <translation>nehmen Sie größere Schritte</translation>
    </message>
    <message>
        <source>there is no packet to send yet</source>
        <translation>noch ist kein Paket zu senden da</translation>
    </message>
    <message>
        <source>add a layer, or begin with a template</source>
        <translation>fügen Sie eine Schicht hinzu, oder beginnen Sie mit einer Vorlage</translation>
    </message>
    <message>
        <source>there is no packet to send</source>
        <translation>es ist kein Paket zu senden da</translation>
    </message>
    <message>
        <source>%1 cannot stand there</source>
        <translation>%1 kann dort nicht stehen</translation>
    </message>
    <message>
        <source>%1 has no %2</source>
        <translation>%1 hat kein %2</translation>
    </message>
    <message>
        <source>there is no %1 &apos;%2&apos;</source>
        <translation>es gibt kein %1 „%2“</translation>
    </message>
    <message>
        <source>a %1 cannot be made for this kind of link</source>
        <translation>„%1“ lässt sich für diese Art von Verbindung nicht machen</translation>
    </message>
    <message>
        <source>choose an Ethernet interface, or paste its bytes</source>
        <translation>wählen Sie eine Ethernet-Schnittstelle, oder fügen Sie die Bytes ein</translation>
    </message>
    <message>
        <source>a %1 needs a link layer, and packets are sent without one here</source>
        <translation>„%1“ braucht eine Verbindungsschicht, und hier werden Pakete ohne sie gesendet</translation>
    </message>
    <message>
        <source>send it straight onto an Ethernet interface</source>
        <translation>senden Sie es unmittelbar auf eine Ethernet-Schnittstelle</translation>
    </message>
    <message>
        <source>the template %1 does not fit: %2</source>
        <translation>die Vorlage %1 passt nicht: %2</translation>
    </message>
    <message>
        <source>write FIELD=FIRST..LAST, FIELD=FIRST..LAST/STEP or FIELD={VALUE,VALUE,…}</source>
        <translation>schreiben Sie FELD=ERSTER..LETZTER, FELD=ERSTER..LETZTER/SCHRITT oder FELD={WERT,WERT,…}</translation>
    </message>
    <message>
        <source>the sweep &apos;%1&apos; has an empty value</source>
        <translation>die Reihe „%1“ hat einen leeren Wert</translation>
    </message>
    <message>
        <source>the sweep &apos;%1&apos; has the step &apos;%2&apos;, which is no number from 1 on</source>
        <translation>die Reihe „%1“ hat den Schritt „%2“, der keine Zahl ab 1 ist</translation>
    </message>
    <message>
        <source>the sweep &apos;%1&apos; has a range without an end</source>
        <translation>die Reihe „%1“ hat einen Bereich ohne Ende</translation>
    </message>
    <message>
        <source>the sweep &apos;%1&apos; names no field</source>
        <translation>die Reihe „%1“ nennt kein Feld</translation>
    </message>
    <message>
        <source>the sweep &apos;%1&apos; has a brace without the other</source>
        <translation>die Reihe „%1“ hat eine Klammer ohne die andere</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>eine Adresse</translation>
    </message>
    <message>
        <source>this packet has no %1 to sweep</source>
        <translation>dieses Paket hat kein %1, das sich verändern ließe</translation>
    </message>
    <message>
        <source>%1 is computed from other fields: it cannot be swept</source>
        <translation>%1 wird aus anderen Feldern berechnet und lässt sich nicht verändern</translation>
    </message>
    <message>
        <source>%1 has no ranges</source>
        <translation>%1 hat keine Bereiche</translation>
    </message>
    <message>
        <source>list its values: %1={…,…}</source>
        <translation>zählen Sie die Werte auf: %1={…,…}</translation>
    </message>
    <message>
        <source>%1: the range %2..%3 runs backwards</source>
        <translation>%1: Der Bereich %2..%3 läuft rückwärts</translation>
    </message>
    <message>
        <source>begin with the smaller value</source>
        <translation>beginnen Sie mit dem kleineren Wert</translation>
    </message>
    <message>
        <source>%1: the range has too many values</source>
        <translation>%1: Der Bereich hat zu viele Werte</translation>
    </message>
    <message>
        <source>take a step: %1..%2/1000</source>
        <translation>nehmen Sie einen Schritt: %1..%2/1000</translation>
    </message>
    <message>
        <source>%1 cannot hold %2</source>
        <translation>%1 kann %2 nicht aufnehmen</translation>
    </message>
    <message>
        <source>it goes from %1 to %2</source>
        <translation>möglich ist %1 bis %2</translation>
    </message>
    <message>
        <source>%1: all values of a sweep must lie in one /64 network</source>
        <translation>%1: Alle Werte einer Reihe müssen in einem einzigen /64-Netz liegen</translation>
    </message>
    <message>
        <source>sweep each network by itself</source>
        <translation>nehmen Sie für jedes Netz eine eigene Reihe</translation>
    </message>
    <message>
        <source>ARP request</source>
        <translation>ARP-Anfrage</translation>
    </message>
    <message>
        <source>Asks who has an IPv4 address</source>
        <translation>Fragt, wer eine IPv4-Adresse hat</translation>
    </message>
    <message>
        <source>DHCP discover</source>
        <translation>DHCP-Discover</translation>
    </message>
    <message>
        <source>Looks for DHCP servers on the link</source>
        <translation>Sucht DHCP-Server im lokalen Netz</translation>
    </message>
    <message>
        <source>DNS query</source>
        <translation>DNS-Anfrage</translation>
    </message>
    <message>
        <source>Asks a name server for the address of a name</source>
        <translation>Fragt einen Nameserver nach der Adresse eines Namens</translation>
    </message>
    <message>
        <source>HTTP GET</source>
        <translation>HTTP-GET</translation>
    </message>
    <message>
        <source>A request for a page, in one segment without a handshake before it</source>
        <translation>Eine Anfrage nach einer Seite, in einem Segment, ohne Handshake davor</translation>
    </message>
    <message>
        <source>IPv6 neighbour solicitation</source>
        <translation>IPv6-Nachbarsuche</translation>
    </message>
    <message>
        <source>Asks who has an IPv6 address</source>
        <translation>Fragt, wer eine IPv6-Adresse hat</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>An ICMP echo request; the host answers it</source>
        <translation>Eine ICMP-Echo-Anfrage; der Rechner beantwortet sie</translation>
    </message>
    <message>
        <source>TCP SYN</source>
        <translation>TCP-SYN</translation>
    </message>
    <message>
        <source>Asks to open a connection</source>
        <translation>Bittet darum, eine Verbindung zu öffnen</translation>
    </message>
    <message>
        <source>TLS ClientHello</source>
        <translation>TLS-ClientHello</translation>
    </message>
    <message>
        <source>The first message of a TLS connection, with a server name</source>
        <translation>Die erste Nachricht einer TLS-Verbindung, mit einem Servernamen</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>A datagram with a few bytes of text</source>
        <translation>Ein Datagramm mit einigen Bytes Text</translation>
    </message>
    <message>
        <source>%1 borrows from what is changed and cannot be written out</source>
        <translation>%1 leiht sich etwas von dem, was geändert wird, und lässt sich nicht ausschreiben</translation>
    </message>
    <message>
        <source>what borrows from this part cannot be written out</source>
        <translation>was sich von diesem Teil etwas leiht, lässt sich nicht ausschreiben</translation>
    </message>
    <message>
        <source>there is no such field in this packet</source>
        <translation>ein solches Feld gibt es in diesem Paket nicht</translation>
    </message>
    <message>
        <source>this part has no value of its own: set the fields in it</source>
        <translation>dieser Teil hat keinen eigenen Wert: Setzen Sie die Felder darin</translation>
    </message>
    <message>
        <source>%1 stands in bytes that were put together: it cannot become longer</source>
        <translation>%1 steht in zusammengesetzten Bytes und kann nicht länger werden</translation>
    </message>
    <message>
        <source>this is padded in bytes that were put together: it must stay as long as it is</source>
        <translation>dies ist in zusammengesetzten Bytes aufgefüllt und muss so lang bleiben, wie es ist</translation>
    </message>
    <message>
        <source>a part that was put together with others would be left without bytes</source>
        <translation>ein Teil, der mit anderen zusammengesetzt wurde, bliebe ohne Bytes</translation>
    </message>
    <message>
        <source>%1 stands in bytes that were put together: it cannot be swept</source>
        <translation>%1 steht in zusammengesetzten Bytes und lässt sich nicht verändern</translation>
    </message>
    <message>
        <source>set it to one value</source>
        <translation>geben Sie ihm einen einzigen Wert</translation>
    </message>
    <message>
        <source>%1 is computed: it cannot be set</source>
        <translation>%1 wird berechnet und lässt sich nicht setzen</translation>
    </message>
    <message>
        <source>%1 lies in bytes that were put together from several packets: it cannot be set here</source>
        <translation>%1 liegt in Bytes, die aus mehreren Paketen zusammengesetzt wurden, und lässt sich hier nicht setzen</translation>
    </message>
    <message>
        <source>%1 is made of other fields: set those instead</source>
        <translation>%1 besteht aus anderen Feldern: Setzen Sie stattdessen diese</translation>
    </message>
    <message>
        <source>%1 takes %2 bytes, &apos;%3&apos; is %4</source>
        <translation>%1 nimmt %2 Bytes, „%3“ hat %4</translation>
    </message>
    <message>
        <source>there is no such part in this packet</source>
        <translation>einen solchen Teil gibt es in diesem Paket nicht</translation>
    </message>
    <message>
        <source>this part does not lie in the packet&apos;s bytes</source>
        <translation>dieser Teil liegt nicht in den Bytes des Pakets</translation>
    </message>
    <message>
        <source>this field takes %1 bytes, not %2</source>
        <translation>dieses Feld nimmt %1 Bytes, nicht %2</translation>
    </message>
    <message>
        <source>this part holds no list that could take one more</source>
        <translation>dieser Teil enthält keine Liste, die noch etwas aufnehmen könnte</translation>
    </message>
    <message>
        <source>there is no such list in this packet</source>
        <translation>eine solche Liste gibt es in diesem Paket nicht</translation>
    </message>
    <message>
        <source>this part is no element of a list: it cannot be removed</source>
        <translation>dieser Teil gehört zu keiner Liste und lässt sich nicht entfernen</translation>
    </message>
    <message>
        <source>this part</source>
        <translation>dieser Teil</translation>
    </message>
    <message>
        <source>%1 counts in units of %2: %3 is none</source>
        <translation>%1 zählt in Einheiten von %2: %3 ist kein Vielfaches davon</translation>
    </message>
    <message>
        <source>its largest value is %1</source>
        <translation>der größte Wert ist %1</translation>
    </message>
    <message>
        <source>%1 cannot be %2: such a number means another field there</source>
        <translation>%1 kann nicht %2 sein: Eine solche Zahl bedeutet dort ein anderes Feld</translation>
    </message>
    <message>
        <source>%1 counts in units of %2 bytes: a change by %3 cannot be told by it</source>
        <translation>%1 zählt in Einheiten von %2 Bytes: Eine Änderung um %3 lässt sich damit nicht ausdrücken</translation>
    </message>
    <message>
        <source>%1 cannot become negative</source>
        <translation>%1 kann nicht negativ werden</translation>
    </message>
    <message>
        <source>this part has a fixed size of %1 bytes: what is put in must be as long as what it replaces</source>
        <translation>dieser Teil hat die feste Größe von %1 Bytes: Was hineinkommt, muss so lang sein wie das, was es ersetzt</translation>
    </message>
    <message>
        <source>this is padding: it is as long as what it fills up needs</source>
        <translation>das ist Füllung: Sie ist so lang, wie es das Aufgefüllte verlangt</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is no value of it; expected %3</source>
        <translation>%1: „%2“ ist kein möglicher Wert; erwartet wird %3</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 oder 1</translation>
    </message>
    <message>
        <source>a time as 2026-11-23 12:00:00.5</source>
        <translation>eine Zeit wie 2026-11-23 12:00:00.5</translation>
    </message>
    <message>
        <source>seconds as 1.5</source>
        <translation>eine Zahl von Sekunden wie 1.5</translation>
    </message>
    <message>
        <source>a number, also as 1.5</source>
        <translation>eine Zahl, auch wie 1.5</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number or one of its names</source>
        <translation>eine Zahl oder einer der Namen</translation>
    </message>
    <message>
        <source>an IPv4 address</source>
        <translation>eine IPv4-Adresse</translation>
    </message>
    <message>
        <source>an IPv6 address</source>
        <translation>eine IPv6-Adresse</translation>
    </message>
    <message>
        <source>hex bytes as 00:0c:29</source>
        <translation>eine Folge von Hexbytes wie 00:0c:29</translation>
    </message>
    <message>
        <source>what stands alone</source>
        <translation>was allein steht</translation>
    </message>
    <message>
        <source>a function alone is no test; compare its value with something</source>
        <translation>eine Funktion allein prüft nichts; vergleichen Sie ihren Wert mit etwas</translation>
    </message>
    <message>
        <source>the left side of %1</source>
        <translation>die linke Seite von %1</translation>
    </message>
    <message>
        <source>%1 has no value to compare; its name alone asks whether it is there</source>
        <translation>%1 hat keinen Wert zum Vergleichen; der Name allein fragt, ob es da ist</translation>
    </message>
    <message>
        <source>%1 is %2; only text and bytes can be searched with %3</source>
        <translation>%1 ist %2; mit %3 lassen sich nur Text und Bytes durchsuchen</translation>
    </message>
    <message>
        <source>%1 and %2 are not of compatible types: %3, %4</source>
        <translation>%1 und %2 haben Typen, die nicht zusammenpassen: %3, %4</translation>
    </message>
    <message>
        <source>matches wants a regular expression in double quotes, not %1</source>
        <translation>matches verlangt einen regulären Ausdruck in doppelten Anführungszeichen, nicht %1</translation>
    </message>
    <message>
        <source>the regular expression is wrong: %1</source>
        <translation>der reguläre Ausdruck ist falsch: %1</translation>
    </message>
    <message>
        <source>the left side of in</source>
        <translation>die linke Seite von in</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>column %1: %2; did you mean %3?</source>
        <translation>Spalte %1: %2; war %3 gemeint?</translation>
    </message>
    <message>
        <source>character strings</source>
        <translation>Zeichenketten</translation>
    </message>
    <message>
        <source>fields with a value</source>
        <translation>Felder mit einem Wert</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>numbers and addresses</source>
        <translation>Zahlen und Adressen</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>=&gt; is no operator; greater or equal is &gt;=</source>
        <translation>=&gt; ist kein Operator; größer oder gleich ist &gt;=</translation>
    </message>
    <message>
        <source>=&lt; is no operator; less or equal is &lt;=</source>
        <translation>=&lt; ist kein Operator; kleiner oder gleich ist &lt;=</translation>
    </message>
    <message>
        <source>= is no operator; equal is ==</source>
        <translation>= ist kein Operator; gleich ist ==</translation>
    </message>
    <message>
        <source>| is no operator; or is ||</source>
        <translation>| ist kein Operator; oder ist ||</translation>
    </message>
    <message>
        <source>${field} and macros are not supported: a filter has no selected packet to look at</source>
        <translation>${Feld} und Makros gibt es nicht: Ein Filter hat kein gewähltes Paket, das er ansehen könnte</translation>
    </message>
    <message>
        <source>] without a [ before it</source>
        <translation>] ohne ein [ davor</translation>
    </message>
    <message>
        <source>a control character cannot stand here</source>
        <translation>hier kann kein Steuerzeichen stehen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here</source>
        <translation>„%1“ kann hier nicht stehen</translation>
    </message>
    <message>
        <source>there is no character between the quotes</source>
        <translation>zwischen den Anführungszeichen steht kein Zeichen</translation>
    </message>
    <message>
        <source>only one character may stand in single quotes; strings have double quotes</source>
        <translation>in einfachen Anführungszeichen steht genau ein Zeichen; Zeichenketten haben doppelte</translation>
    </message>
    <message>
        <source>the closing ] is missing</source>
        <translation>das schließende ] fehlt</translation>
    </message>
    <message>
        <source># wants the number of a layer or [numbers] right behind it</source>
        <translation># verlangt unmittelbar dahinter die Nummer einer Schicht oder [Nummern]</translation>
    </message>
    <message>
        <source>a computed value</source>
        <translation>ein berechneter Wert</translation>
    </message>
    <message>
        <source>%1 names several values of %2; use a set of numbers: in {%3..%4}</source>
        <translation>%1 nennt mehrere Werte von %2; nehmen Sie eine Menge von Zahlen: in {%3..%4}</translation>
    </message>
    <message>
        <source>%1 is too big for %2, whose largest value is %3</source>
        <translation>%1 ist zu groß für %2, der größte Wert ist %3</translation>
    </message>
    <message>
        <source>%1 holds numbers: in quotes stand only names of values, and it has none</source>
        <translation>%1 enthält Zahlen: In Anführungszeichen stehen nur Namen von Werten, und es hat keine</translation>
    </message>
    <message>
        <source>%1 is neither a number nor a name of one of %2&apos;s values</source>
        <translation>%1 ist weder eine Zahl noch der Name eines Werts von %2</translation>
    </message>
    <message>
        <source>%1 is no name of one of %2&apos;s values</source>
        <translation>%1 ist kein Name eines Werts von %2</translation>
    </message>
    <message>
        <source>%1 is no boolean; it is 1, 0, true or false</source>
        <translation>%1 ist kein Wahrheitswert; der ist 1, 0, true oder false</translation>
    </message>
    <message>
        <source>%1 is neither true nor false nor a name of one of %2&apos;s values</source>
        <translation>%1 ist weder true noch false noch der Name eines Werts von %2</translation>
    </message>
    <message>
        <source>%1 holds %2, which is written without quotes</source>
        <translation>was %1 enthält, ist %2 und wird ohne Anführungszeichen geschrieben</translation>
    </message>
    <message>
        <source>the prefix length: %1</source>
        <translation>die Präfixlänge: %1</translation>
    </message>
    <message>
        <source>a prefix of %1 bits is longer than the address, which has %2</source>
        <translation>ein Präfix von %1 Bits ist länger als die Adresse, die %2 hat</translation>
    </message>
    <message>
        <source>%1 is not an IPv4 address</source>
        <translation>%1 ist keine IPv4-Adresse</translation>
    </message>
    <message>
        <source>%1 is not an IPv6 address, as in fe80::1</source>
        <translation>%1 ist keine IPv6-Adresse, wie etwa fe80::1</translation>
    </message>
    <message>
        <source>%1 would have an order of bytes: write them one by one, as in 00:01</source>
        <translation>%1 hätte eine Bytefolge: Schreiben Sie die Bytes einzeln, wie in 00:01</translation>
    </message>
    <message>
        <source>%1 is no byte string; bytes are hex digits, as in 00:01, and text stands in double quotes</source>
        <translation>%1 ist keine Bytekette; Bytes sind Hexziffern wie in 00:01, und Text steht in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 is not an Ethernet address, as in 00:0c:29:aa:bb:cc</source>
        <translation>%1 ist keine Ethernet-Adresse, wie etwa 00:0c:29:aa:bb:cc</translation>
    </message>
    <message>
        <source>%1 has %2 of the 6 bytes of an Ethernet address</source>
        <translation>%1 hat %2 der 6 Bytes einer Ethernet-Adresse</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 is no number of seconds, with at most nine decimals</source>
        <translation>%1 ist keine Zahl von Sekunden mit höchstens neun Nachkommastellen</translation>
    </message>
    <message>
        <source>%1 is no date and time, as in &quot;2024-07-04 12:34:56.5&quot;, with Z behind it for UTC</source>
        <translation>%1 ist keine Zeit mit Datum, wie etwa &quot;2024-07-04 12:34:56.5&quot;, mit Z dahinter für UTC</translation>
    </message>
    <message>
        <source>%1 has no value to compare with; its name alone asks whether it is there</source>
        <translation>%1 hat keinen Wert zum Vergleichen; der Name allein fragt, ob es da ist</translation>
    </message>
    <message>
        <source>%1 is larger than any number here</source>
        <translation>%1 ist größer als jede Zahl hier</translation>
    </message>
    <message>
        <source>%1 must be a field or function, not %2</source>
        <translation>%1 muss ein Feld oder eine Funktion sein, nicht %2</translation>
    </message>
    <message>
        <source>there is no field %1; a minus needs a blank before it</source>
        <translation>ein Feld %1 gibt es nicht; vor einem Minus muss ein Leerzeichen stehen</translation>
    </message>
    <message>
        <source>there is no field or protocol %1</source>
        <translation>ein Feld oder Protokoll %1 gibt es nicht</translation>
    </message>
    <message>
        <source>the left side of #</source>
        <translation>die linke Seite von #</translation>
    </message>
    <message>
        <source>%1 is a test, not a value</source>
        <translation>%1 ist eine Prüfung, kein Wert</translation>
    </message>
    <message>
        <source>%1 cannot be used with %2, which is %3</source>
        <translation>%1 lässt sich nicht auf %2 anwenden, denn das ist %3</translation>
    </message>
    <message>
        <source>- cannot be used with %1, which is %2</source>
        <translation>- lässt sich nicht auf %1 anwenden, denn das ist %2</translation>
    </message>
    <message>
        <source>the left side of [ ]</source>
        <translation>die linke Seite von [ ]</translation>
    </message>
    <message>
        <source>%1 is %2 and cannot be cut into bytes</source>
        <translation>%1 ist %2 und lässt sich nicht in Bytes zerlegen</translation>
    </message>
    <message>
        <source>the argument of %1()</source>
        <translation>das Argument von %1()</translation>
    </message>
    <message>
        <source>%1() takes fields, not %2</source>
        <translation>%1() nimmt Felder, nicht %2</translation>
    </message>
    <message>
        <source>%1() takes %2, and %3 is %4</source>
        <translation>%1() nimmt %2, und %3 ist %4</translation>
    </message>
    <message>
        <source>the arguments of %1() must be of one type, and %2 is %3</source>
        <translation>die Argumente von %1() müssen von einem Typ sein, und %2 ist %3</translation>
    </message>
    <message>
        <source>there is no function %1; there are: %2</source>
        <translation>eine Funktion %1 gibt es nicht; es gibt: %2</translation>
    </message>
    <message>
        <source>%1() takes one argument, not %2</source>
        <translation>%1() nimmt ein Argument, nicht %2</translation>
    </message>
    <message>
        <source>%1() takes at least one argument, not %2</source>
        <translation>%1() nimmt mindestens ein Argument, nicht %2</translation>
    </message>
    <message>
        <source>one argument of %1() must be a field</source>
        <translation>ein Argument von %1() muss ein Feld sein</translation>
    </message>
    <message>
        <source>%1 cannot be computed: %2 is wanted here</source>
        <translation>%1 lässt sich nicht berechnen: Hier ist %2 verlangt</translation>
    </message>
    <message>
        <source>%1 is beyond the smallest number</source>
        <translation>%1 ist kleiner als jede Zahl hier</translation>
    </message>
    <message>
        <source>%1 cannot be computed as %2</source>
        <translation>%1 lässt sich nicht berechnen, wenn es %2 sein soll</translation>
    </message>
    <message>
        <source>%1 divides by zero</source>
        <translation>%1 teilt durch null</translation>
    </message>
    <message>
        <source>the filter ends too early: %1 is missing</source>
        <translation>der Filter endet zu früh: %1 fehlt</translation>
    </message>
    <message>
        <source>something</source>
        <translation>etwas</translation>
    </message>
    <message>
        <source>operators are written in small letters: %1</source>
        <translation>Operatoren werden kleingeschrieben: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here; %2 is missing</source>
        <translation>„%1“ kann hier nicht stehen; %2 fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here; an operator before it is missing</source>
        <translation>„%1“ kann hier nicht stehen; davor fehlt ein Operator</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here; values are grouped in { }, not in ( )</source>
        <translation>„%1“ kann hier nicht stehen; Werte werden in { } zusammengefasst, nicht in ( )</translation>
    </message>
    <message>
        <source>the filter is nested more than %1 levels deep</source>
        <translation>der Filter ist mehr als %1 Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>the closing ) is missing</source>
        <translation>das schließende ) fehlt</translation>
    </message>
    <message>
        <source>a comparison</source>
        <translation>ein Vergleich</translation>
    </message>
    <message>
        <source>{ with the members of the set</source>
        <translation>{ mit den Elementen der Menge</translation>
    </message>
    <message>
        <source>the closing } is missing</source>
        <translation>das schließende } fehlt</translation>
    </message>
    <message>
        <source>a member behind the comma</source>
        <translation>ein Element hinter dem Komma</translation>
    </message>
    <message>
        <source>a member of the set</source>
        <translation>ein Element der Menge</translation>
    </message>
    <message>
        <source>a field or value</source>
        <translation>ein Feld oder Wert</translation>
    </message>
    <message>
        <source>}</source>
        <translation>}</translation>
    </message>
    <message>
        <source>) behind the arguments</source>
        <translation>) hinter den Argumenten</translation>
    </message>
    <message>
        <source>%1 is no escape; a backslash itself is written \\</source>
        <translation>%1 ist keine Maskierung; ein Backslash selbst wird \\ geschrieben</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>%1 is no range; ranges are [first], [first:length], [first-last], [first:] and [:length]</source>
        <translation>%1 ist kein Bereich; Bereiche sind [erstes], [erstes:Länge], [erstes-letztes], [erstes:] und [:Länge]</translation>
    </message>
    <message>
        <source>%1 has no bytes: the length must be positive</source>
        <translation>%1 hat keine Bytes: Die Länge muss positiv sein</translation>
    </message>
    <message>
        <source>a number is missing between the brackets</source>
        <translation>zwischen den Klammern fehlt eine Zahl</translation>
    </message>
    <message>
        <source>%1 mixes an offset from the start with one from the end</source>
        <translation>%1 mischt einen Offset vom Anfang mit einem vom Ende</translation>
    </message>
    <message>
        <source>%1 ends before it begins</source>
        <translation>%1 endet, bevor es beginnt</translation>
    </message>
    <message>
        <source>a label without a value</source>
        <translation>eine Beschriftung ohne Wert</translation>
    </message>
    <message>
        <source>a protocol</source>
        <translation>ein Protokoll</translation>
    </message>
    <message>
        <source>a signed number</source>
        <translation>eine Zahl mit Vorzeichen</translation>
    </message>
    <message>
        <source>a boolean</source>
        <translation>ein Wahrheitswert</translation>
    </message>
    <message>
        <source>an Ethernet address</source>
        <translation>eine Ethernet-Adresse</translation>
    </message>
    <message>
        <source>a byte string</source>
        <translation>eine Bytekette</translation>
    </message>
    <message>
        <source>a character string</source>
        <translation>eine Zeichenkette</translation>
    </message>
    <message>
        <source>a date and time</source>
        <translation>eine Zeit mit Datum</translation>
    </message>
    <message>
        <source>a time in seconds</source>
        <translation>eine Zeit in Sekunden</translation>
    </message>
    <message>
        <source>a floating point number</source>
        <translation>eine Gleitkommazahl</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>cannot send on %1: %2</source>
        <translation>auf %1 lässt sich nicht senden: %2</translation>
    </message>
    <message>
        <source>that is no interface&apos;s name</source>
        <translation>das ist kein Name einer Schnittstelle</translation>
    </message>
    <message>
        <source>`ip link` lists those that exist</source>
        <translation>`ip link` zeigt die vorhandenen</translation>
    </message>
    <message>
        <source>this process lacks the capability CAP_NET_RAW</source>
        <translation>diesem Prozess fehlt die Berechtigung CAP_NET_RAW</translation>
    </message>
    <message>
        <source>no packet socket can be opened: %1</source>
        <translation>es lässt sich kein Paket-Socket öffnen: %1</translation>
    </message>
    <message>
        <source>there is no such interface</source>
        <translation>eine solche Schnittstelle gibt es nicht</translation>
    </message>
    <message>
        <source>the interface is down</source>
        <translation>die Schnittstelle ist abgeschaltet</translation>
    </message>
    <message>
        <source>turn it on: sudo ip link set %1 up</source>
        <translation>schalten Sie sie ein: sudo ip link set %1 up</translation>
    </message>
    <message>
        <source>its link layer is not known</source>
        <translation>ihre Verbindungsschicht ist nicht bekannt</translation>
    </message>
    <message>
        <source>Ethernet, loopback, and tunnels that carry IP can be sent on</source>
        <translation>senden lässt sich auf Ethernet, Loopback und Tunneln, die IP tragen</translation>
    </message>
    <message>
        <source>a packet of %1 bytes is more than the MTU of %2 allows</source>
        <translation>ein Paket von %1 Bytes ist mehr, als die MTU von %2 erlaubt</translation>
    </message>
    <message>
        <source>make it shorter, send fragments, or raise the MTU</source>
        <translation>machen Sie es kürzer, senden Sie Fragmente, oder erhöhen Sie die MTU</translation>
    </message>
    <message>
        <source>the interface is gone</source>
        <translation>die Schnittstelle ist weg</translation>
    </message>
    <message>
        <source>%1 bytes are no whole link layer header</source>
        <translation>%1 Bytes sind kein ganzer Kopf der Verbindungsschicht</translation>
    </message>
    <message>
        <source>begin the packet with one</source>
        <translation>beginnen Sie das Paket mit einem</translation>
    </message>
    <message>
        <source>the device takes no more packets</source>
        <translation>das Gerät nimmt keine weiteren Pakete</translation>
    </message>
    <message>
        <source>send slower</source>
        <translation>senden Sie langsamer</translation>
    </message>
    <message>
        <source>cannot capture on %1: %2</source>
        <translation>auf %1 lässt sich nicht mitschneiden: %2</translation>
    </message>
    <message>
        <source>the capture filter &quot;%1&quot; does not work on %2: %3</source>
        <translation>der Mitschnittfilter „%1“ funktioniert nicht auf %2: %3</translation>
    </message>
    <message>
        <source>capture filters are written as pcap-filter(7) tells: tcp port 80 and host 192.0.2.1</source>
        <translation>Mitschnittfilter schreiben Sie wie in pcap-filter(7): tcp port 80 and host 192.0.2.1</translation>
    </message>
    <message>
        <source>cannot capture on %1 any more: %2</source>
        <translation>auf %1 lässt sich nicht mehr mitschneiden: %2</translation>
    </message>
    <message>
        <source>start the capture again when it is back</source>
        <translation>beginnen Sie den Mitschnitt neu, wenn sie wieder da ist</translation>
    </message>
    <message>
        <source>it is not one interface with a link layer</source>
        <translation>das ist nicht eine einzelne Schnittstelle mit einer Verbindungsschicht</translation>
    </message>
    <message>
        <source>capture on the interface that the packet shall leave by</source>
        <translation>schneiden Sie auf der Schnittstelle mit, durch die das Paket hinausgehen soll</translation>
    </message>
    <message>
        <source>%1 bytes are more than its MTU of %2 allows</source>
        <translation>%1 Bytes sind mehr, als ihre MTU von %2 erlaubt</translation>
    </message>
    <message>
        <source>send fragments, or raise the MTU</source>
        <translation>senden Sie Fragmente, oder erhöhen Sie die MTU</translation>
    </message>
    <message>
        <source>%1 queues are not possible</source>
        <translation>%1 Warteschlangen sind nicht möglich</translation>
    </message>
    <message>
        <source>choose 1 to 255</source>
        <translation>wählen Sie 1 bis 255</translation>
    </message>
    <message>
        <source>there is no queue for thread %1</source>
        <translation>für Thread %1 gibt es keine Warteschlange</translation>
    </message>
    <message>
        <source>the firewall was set up for %1 threads</source>
        <translation>die Firewall wurde für %1 Threads eingerichtet</translation>
    </message>
    <message>
        <source>thread %1 of the firewall has its queue already</source>
        <translation>Thread %1 der Firewall hat seine Warteschlange schon</translation>
    </message>
    <message>
        <source>it is larger than the MTU of its way: make it shorter, or send it in fragments</source>
        <translation>es ist größer als die MTU seines Wegs: Machen Sie es kürzer, oder senden Sie es in Fragmenten</translation>
    </message>
    <message>
        <source>there is no route to its destination</source>
        <translation>zu seinem Ziel gibt es keine Route</translation>
    </message>
    <message>
        <source>a firewall of this machine refused it</source>
        <translation>eine Firewall dieses Rechners hat es abgewiesen</translation>
    </message>
    <message>
        <source>its destination is a broadcast address</source>
        <translation>sein Ziel ist eine Broadcast-Adresse</translation>
    </message>
    <message>
        <source>its IP header is damaged, or the kernel does not know the interface for its destination</source>
        <translation>sein IP-Kopf ist beschädigt, oder der Kernel kennt die Schnittstelle zu seinem Ziel nicht</translation>
    </message>
    <message>
        <source>cannot open a raw socket to send packets: %1</source>
        <translation>es lässt sich kein Raw-Socket öffnen, um Pakete zu senden: %1</translation>
    </message>
    <message>
        <source>cannot send a packet of %1 bytes: it does not begin with an IPv4 or IPv6 header</source>
        <translation>ein Paket von %1 Bytes lässt sich nicht senden: Es beginnt nicht mit einem IPv4- oder IPv6-Kopf</translation>
    </message>
    <message>
        <source>the firewall sends at layer 3: leave out the link layer</source>
        <translation>die Firewall sendet auf Schicht 3: Lassen Sie die Verbindungsschicht weg</translation>
    </message>
    <message>
        <source>cannot send a packet to %1: %2</source>
        <translation>ein Paket an %1 lässt sich nicht senden: %2</translation>
    </message>
    <message>
        <source>cannot listen on packet queue %1: %2</source>
        <translation>die Paketwarteschlange %1 lässt sich nicht abhören: %2</translation>
    </message>
    <message>
        <source>%1 listens there</source>
        <translation>dort hört %1</translation>
    </message>
    <message>
        <source>choose another number, or let Sallyport choose</source>
        <translation>wählen Sie eine andere Nummer, oder lassen Sie Sallyport wählen</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>this kernel has no NFQUEUE</source>
        <translation>dieser Kernel hat kein NFQUEUE</translation>
    </message>
    <message>
        <source>try: modprobe nfnetlink_queue</source>
        <translation>versuchen Sie: modprobe nfnetlink_queue</translation>
    </message>
    <message>
        <source>cannot open a netlink socket: %1</source>
        <translation>es lässt sich kein Netlink-Socket öffnen: %1</translation>
    </message>
    <message>
        <source>cannot configure packet queue %1: %2</source>
        <translation>die Paketwarteschlange %1 lässt sich nicht einrichten: %2</translation>
    </message>
    <message>
        <source>there are no %1 free packet queues in a row</source>
        <translation>es gibt keine %1 aufeinanderfolgenden freien Paketwarteschlangen</translation>
    </message>
    <message>
        <source>ask for fewer queues</source>
        <translation>verlangen Sie weniger Warteschlangen</translation>
    </message>
    <message>
        <source>cannot receive from packet queue %1: %2</source>
        <translation>von der Paketwarteschlange %1 lässt sich nichts empfangen: %2</translation>
    </message>
    <message>
        <source>packet %1 was made here and has no verdict yet</source>
        <translation>Paket %1 wurde hier gemacht und hat noch kein Urteil</translation>
    </message>
    <message>
        <source>send it: it is received again</source>
        <translation>senden Sie es: Es wird wieder empfangen</translation>
    </message>
    <message>
        <source>packet %1 has its verdict already</source>
        <translation>über Paket %1 ist schon geurteilt</translation>
    </message>
    <message>
        <source>cannot edit packet %1: the kernel gave only its first bytes</source>
        <translation>Paket %1 lässt sich nicht bearbeiten: Der Kernel gab nur seine ersten Bytes</translation>
    </message>
    <message>
        <source>accept or drop it as it is</source>
        <translation>nehmen Sie es an, oder verwerfen Sie es, wie es ist</translation>
    </message>
    <message>
        <source>cannot edit packet %1: %2 bytes are no IP packet that the kernel takes</source>
        <translation>Paket %1 lässt sich nicht bearbeiten: %2 Bytes sind kein IP-Paket, das der Kernel nimmt</translation>
    </message>
    <message>
        <source>20 to %1 are possible; to get rid of it, drop it</source>
        <translation>möglich sind 20 bis %1; um es loszuwerden, verwerfen Sie es</translation>
    </message>
    <message>
        <source>cannot send verdicts to packet queue %1: %2</source>
        <translation>an die Paketwarteschlange %1 lassen sich keine Urteile senden: %2</translation>
    </message>
    <message>
        <source>the process has lost CAP_NET_ADMIN</source>
        <translation>der Prozess hat CAP_NET_ADMIN verloren</translation>
    </message>
    <message>
        <source>cannot make a packet of %1 bytes</source>
        <translation>ein Paket von %1 Bytes lässt sich nicht machen</translation>
    </message>
    <message>
        <source>IP packets have at most 65535</source>
        <translation>IP-Pakete haben höchstens 65535</translation>
    </message>
    <message>
        <source>cannot make a packet: no memory</source>
        <translation>ein Paket lässt sich nicht machen: kein Speicher</translation>
    </message>
    <message>
        <source>packet %1 cannot be sent: it was not made here, or is sent already</source>
        <translation>Paket %1 lässt sich nicht senden: Es wurde nicht hier gemacht oder ist schon gesendet</translation>
    </message>
    <message>
        <source>make a new packet with its bytes</source>
        <translation>machen Sie ein neues Paket mit seinen Bytes</translation>
    </message>
    <message>
        <source>the output of the replay is closed already</source>
        <translation>die Ausgabe des Durchlaufs ist schon geschlossen</translation>
    </message>
    <message>
        <source>pcap-file reads a file with one thread, not with thread %1</source>
        <translation>pcap-file liest eine Datei mit einem Thread, nicht mit Thread %1</translation>
    </message>
    <message>
        <source>cannot send on %1: the interface is gone</source>
        <translation>auf %1 lässt sich nicht senden: die Schnittstelle ist weg</translation>
    </message>
    <message>
        <source>pcap-live captures with one thread, not with thread %1</source>
        <translation>pcap-live schneidet mit einem Thread mit, nicht mit Thread %1</translation>
    </message>
    <message>
        <source>no interface to capture on is named</source>
        <translation>es ist keine Schnittstelle zum Mitschneiden genannt</translation>
    </message>
    <message>
        <source>name one, as `ip link` lists them</source>
        <translation>nennen Sie eine, wie `ip link` sie zeigt</translation>
    </message>
    <message>
        <source>use a kernel with packet sockets</source>
        <translation>nehmen Sie einen Kernel mit Paket-Sockets</translation>
    </message>
    <message>
        <source>run it as root, or once: sudo setcap cap_net_raw,cap_net_admin+ep %1</source>
        <translation>starten Sie das Programm als root, oder einmalig: sudo setcap cap_net_raw,cap_net_admin+ep %1</translation>
    </message>
    <message>
        <source>build it again with the headers of this Sallyport, by the same compiler</source>
        <translation>bauen Sie es neu mit den Headern dieses Sallyport und demselben Compiler</translation>
    </message>
    <message>
        <source>cannot load the plug-in %1: %2</source>
        <translation>das Plug-in %1 lässt sich nicht laden: %2</translation>
    </message>
    <message>
        <source>report it to the author of the plug-in</source>
        <translation>melden Sie es dem Autor des Plug-ins</translation>
    </message>
    <message>
        <source>the plug-in %1 failed: %2</source>
        <translation>das Plug-in %1 ist gescheitert: %2</translation>
    </message>
    <message>
        <source>the plug-in %1 failed with an unknown exception</source>
        <translation>das Plug-in %1 ist mit einer unbekannten Ausnahme gescheitert</translation>
    </message>
    <message>
        <source>it is not a plug-in of Sallyport: its entry is something else</source>
        <translation>es ist kein Plug-in von Sallyport: Sein Eintrag ist etwas anderes</translation>
    </message>
    <message>
        <source>name another file</source>
        <translation>nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>it was built for version %1 of the packet module interface, and this program has %2</source>
        <translation>es wurde für Version %1 der Schnittstelle der Paketmodule gebaut, und dieses Programm hat %2</translation>
    </message>
    <message>
        <source>update Sallyport, or build it for this one</source>
        <translation>bringen Sie Sallyport auf den neuesten Stand, oder bauen Sie es für dieses</translation>
    </message>
    <message>
        <source>it was built with another standard library or other compiler options than this program</source>
        <translation>es wurde mit einer anderen Standardbibliothek oder anderen Compileroptionen gebaut als dieses Programm</translation>
    </message>
    <message>
        <source>its entry is incomplete</source>
        <translation>sein Eintrag ist unvollständig</translation>
    </message>
    <message>
        <source>the author has to fill in license, info, available and make</source>
        <translation>der Autor muss license, info, available und make ausfüllen</translation>
    </message>
    <message>
        <source>build it against the libraries of this machine</source>
        <translation>bauen Sie es mit den Bibliotheken dieses Rechners</translation>
    </message>
    <message>
        <source>it is not a plug-in of Sallyport: it has no symbol sallyport_plugin</source>
        <translation>es ist kein Plug-in von Sallyport: Es hat kein Symbol sallyport_plugin</translation>
    </message>
    <message>
        <source>name another file, or give it SALLYPORT_PLUGIN(entry) (engine/modules/plugin_api.h)</source>
        <translation>nennen Sie eine andere Datei, oder geben Sie ihm SALLYPORT_PLUGIN(entry) (engine/modules/plugin_api.h)</translation>
    </message>
    <message>
        <source>it does not tell its name</source>
        <translation>es nennt seinen Namen nicht</translation>
    </message>
    <message>
        <source>report it to its author</source>
        <translation>melden Sie es seinem Autor</translation>
    </message>
    <message>
        <source>the plug-in %1 cannot start: %2</source>
        <translation>das Plug-in %1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>the plug-in %1 made no module</source>
        <translation>das Plug-in %1 hat kein Modul gemacht</translation>
    </message>
    <message>
        <source>build it as a shared object: ARCHITECTURE.md, &quot;A plug-in&quot;</source>
        <translation>bauen Sie es als ladbare Datei: ARCHITECTURE.md, „A plug-in“</translation>
    </message>
    <message>
        <source>it is not a shared object</source>
        <translation>es ist keine ladbare Datei</translation>
    </message>
    <message>
        <source>it is not a shared object for this machine</source>
        <translation>es ist keine ladbare Datei für diesen Rechner</translation>
    </message>
    <message>
        <source>the file is cut short or damaged</source>
        <translation>die Datei ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
        <source>build or copy it again</source>
        <translation>bauen oder kopieren Sie es noch einmal</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>prüfen Sie den Pfad</translation>
    </message>
    <message>
        <source>it must be readable for you</source>
        <translation>sie muss für Sie lesbar sein</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>name the shared object (.so) itself</source>
        <translation>nennen Sie die ladbare Datei (.so) selbst</translation>
    </message>
    <message>
        <source>it belongs to another user, who could run code with this program&apos;s privileges</source>
        <translation>es gehört einem anderen Benutzer, der so Code mit den Rechten dieses Programms ausführen könnte</translation>
    </message>
    <message>
        <source>install it as root: sudo install -m 644 FILE.so /usr/local/lib/sallyport/modules/</source>
        <translation>richten Sie es als root ein: sudo install -m 644 DATEI.so /usr/local/lib/sallyport/modules/</translation>
    </message>
    <message>
        <source>copy it, so that the copy is yours</source>
        <translation>kopieren Sie es, so dass die Kopie Ihnen gehört</translation>
    </message>
    <message>
        <source>others than its owner may write to it</source>
        <translation>andere als sein Eigentümer dürfen hineinschreiben</translation>
    </message>
    <message>
        <source>take that right away: chmod go-w FILE.so</source>
        <translation>nehmen Sie ihnen dieses Recht: chmod go-w DATEI.so</translation>
    </message>
    <message>
        <source>packet %1 cannot be edited: %2 only observes</source>
        <translation>Paket %1 lässt sich nicht bearbeiten: %2 sieht nur zu</translation>
    </message>
    <message>
        <source>replay the file, or guard the network with the firewall</source>
        <translation>lassen Sie die Datei durchlaufen, oder schützen Sie das Netz mit der Firewall</translation>
    </message>
    <message>
        <source>cannot make a packet of %1 bytes: a packet has at most %2</source>
        <translation>ein Paket von %1 Bytes lässt sich nicht machen: Ein Paket hat höchstens %2</translation>
    </message>
    <message>
        <source>packet %1 cannot be sent: there is no interface %2</source>
        <translation>Paket %1 lässt sich nicht senden: Eine Schnittstelle %2 gibt es nicht</translation>
    </message>
    <message>
        <source>replay reads a file with one thread, not with thread %1</source>
        <translation>replay liest eine Datei mit einem Thread, nicht mit Thread %1</translation>
    </message>
    <message>
        <source>the speed %1 is not possible</source>
        <translation>die Geschwindigkeit %1 ist nicht möglich</translation>
    </message>
    <message>
        <source>0 is as fast as it goes, 1 the original</source>
        <translation>0 ist so schnell wie möglich, 1 die ursprüngliche</translation>
    </message>
    <message>
        <source>there is no wrapper &quot;%1&quot;</source>
        <translation>einen Mantel „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>bekannt: %1</translation>
    </message>
    <message>
        <source>%1, on purpose</source>
        <translation>%1, absichtlich</translation>
    </message>
    <message>
        <source>start without the wrapper fault</source>
        <translation>starten Sie ohne den Mantel fault</translation>
    </message>
    <message>
        <source>the source of packets is gone</source>
        <translation>die Quelle der Pakete ist weg</translation>
    </message>
    <message>
        <source>receiving failed before packet %1</source>
        <translation>das Empfangen vor Paket %1 ist gescheitert</translation>
    </message>
    <message>
        <source>the verdict on packet %1 was refused</source>
        <translation>das Urteil über Paket %1 wurde abgewiesen</translation>
    </message>
    <message>
        <source>cannot edit packet %1: only its first bytes are here</source>
        <translation>Paket %1 lässt sich nicht bearbeiten: Nur seine ersten Bytes sind hier</translation>
    </message>
    <message>
        <source>packet %1 took two verdicts</source>
        <translation>über Paket %1 wurde zweimal geurteilt</translation>
    </message>
    <message>
        <source>report this: the module breaks its contract</source>
        <translation>melden Sie das: Das Modul bricht seinen Vertrag</translation>
    </message>
    <message>
        <source>packet %1 was not sent</source>
        <translation>Paket %1 wurde nicht gesendet</translation>
    </message>
    <message>
        <source>there is no such fault</source>
        <translation>einen solchen Fehler gibt es nicht</translation>
    </message>
    <message>
        <source>wrapper fault: no fault is named</source>
        <translation>Mantel fault: Es ist kein Fehler genannt</translation>
    </message>
    <message>
        <source>such as fault=seed:1,loss:0.01</source>
        <translation>etwa fault=seed:1,loss:0.01</translation>
    </message>
    <message>
        <source>wrapper fault, %1: %2</source>
        <translation>Mantel fault, %1: %2</translation>
    </message>
    <message>
        <source>known: seed:N, loss:P, error:P, stall:TIME@P, truncate:P, verdict:P, duplicate:P, send:P, gone:N</source>
        <translation>bekannt: seed:N, loss:P, error:P, stall:ZEIT@P, truncate:P, verdict:P, duplicate:P, send:P, gone:N</translation>
    </message>
    <message>
        <source>wrapper record: no file is named</source>
        <translation>Mantel record: Es ist keine Datei genannt</translation>
    </message>
    <message>
        <source>record=FILE, such as record=all.pcapng</source>
        <translation>record=DATEI, etwa record=alles.pcapng</translation>
    </message>
    <message>
        <source>recording has ended: %1</source>
        <translation>das Aufzeichnen ist beendet: %1</translation>
    </message>
    <message>
        <source>wrapper trace, limit: %1</source>
        <translation>Mantel trace, limit: %1</translation>
    </message>
    <message>
        <source>trace=FILE,limit:10MB</source>
        <translation>trace=DATEI,limit:10MB</translation>
    </message>
    <message>
        <source>wrapper trace: no file is named</source>
        <translation>Mantel trace: Es ist keine Datei genannt</translation>
    </message>
    <message>
        <source>trace=FILE, such as trace=calls.txt</source>
        <translation>trace=DATEI, etwa trace=aufrufe.txt</translation>
    </message>
    <message>
        <source>free space there, or give the trace a smaller limit</source>
        <translation>schaffen Sie dort Platz, oder geben Sie dem Protokoll eine kleinere Grenze</translation>
    </message>
    <message>
        <source>name a file in a directory that you may write to</source>
        <translation>nennen Sie eine Datei in einem Verzeichnis, in das Sie schreiben dürfen</translation>
    </message>
    <message>
        <source>cannot write the trace %1: %2</source>
        <translation>das Protokoll %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>cannot rename the trace %1: %2</source>
        <translation>das Protokoll %1 lässt sich nicht umbenennen: %2</translation>
    </message>
    <message>
        <source>%1; tracing has ended</source>
        <translation>%1; das Protokoll ist beendet</translation>
    </message>
    <message>
        <source>%1 was expected, not &quot;%2&quot;</source>
        <translation>erwartet wurde %1, nicht „%2“</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a probability of 0 … 1</source>
        <translation>eine Wahrscheinlichkeit von 0 … 1</translation>
    </message>
    <message>
        <source>a time such as 100us, 50ms or 2s</source>
        <translation>eine Zeit wie 100us, 50ms oder 2s</translation>
    </message>
    <message>
        <source>a size such as 64KB, 10MB or 1GB</source>
        <translation>eine Größe wie 64KB, 10MB oder 1GB</translation>
    </message>
    <message>
        <source>cannot make the kernel table: no permission to change this network&apos;s firewall</source>
        <translation>die Kerneltabelle lässt sich nicht anlegen: keine Berechtigung, die Firewall dieses Netzes zu ändern</translation>
    </message>
    <message>
        <source>cannot make the kernel table: this kernel has no nf_tables</source>
        <translation>die Kerneltabelle lässt sich nicht anlegen: Dieser Kernel hat kein nf_tables</translation>
    </message>
    <message>
        <source>try: modprobe nf_tables</source>
        <translation>versuchen Sie: modprobe nf_tables</translation>
    </message>
    <message>
        <source>cannot make the kernel table: %1</source>
        <translation>die Kerneltabelle lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>cannot make the kernel table: there is a table `inet sallyport` already, which no program owns</source>
        <translation>die Kerneltabelle lässt sich nicht anlegen: Es gibt schon eine Tabelle `inet sallyport`, die keinem Programm gehört</translation>
    </message>
    <message>
        <source>somebody made it by hand; if it is not needed: nft delete table inet sallyport</source>
        <translation>jemand hat sie von Hand angelegt; wenn sie nicht gebraucht wird: nft delete table inet sallyport</translation>
    </message>
    <message>
        <source>cannot make the kernel table: %1 has one already</source>
        <translation>die Kerneltabelle lässt sich nicht anlegen: %1 hat schon eine</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>ein anderer Prozess</translation>
    </message>
    <message>
        <source>only one Sallyport can guard a network at a time: end the other one</source>
        <translation>nur ein Sallyport kann ein Netz schützen: Beenden Sie das andere</translation>
    </message>
    <message>
        <source>cannot make the kernel table: the kernel does not know tables that end with their owner: %1</source>
        <translation>die Kerneltabelle lässt sich nicht anlegen: Der Kernel kennt keine Tabellen, die mit ihrem Eigentümer enden: %1</translation>
    </message>
    <message>
        <source>Linux 5.12 or newer is needed</source>
        <translation>Linux 5.12 oder neuer ist nötig</translation>
    </message>
    <message>
        <source>cannot make the kernel table&apos;s chains: %1</source>
        <translation>die Ketten der Kerneltabelle lassen sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>the kernel needs CONFIG_NF_TABLES_INET</source>
        <translation>der Kernel braucht CONFIG_NF_TABLES_INET</translation>
    </message>
    <message>
        <source>cannot make the kernel table&apos;s queue rule: %1</source>
        <translation>die Warteschlangenregel der Kerneltabelle lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>the kernel has neither nft_queue nor xt_NFQUEUE with nft_compat; try: modprobe nft_queue</source>
        <translation>der Kernel hat weder nft_queue noch xt_NFQUEUE mit nft_compat; versuchen Sie: modprobe nft_queue</translation>
    </message>
    <message>
        <source>cannot make the kernel table&apos;s rules: %1</source>
        <translation>die Regeln der Kerneltabelle lassen sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>the firewall has no hook to act on</source>
        <translation>die Firewall hat keinen Hook, auf den sie wirken könnte</translation>
    </message>
    <message>
        <source>choose at least one of input, output, forward</source>
        <translation>wählen Sie mindestens einen von input, output, forward</translation>
    </message>
    <message>
        <source>queues %1 and %2 in number do not exist</source>
        <translation>ab %1 gibt es keine %2 Warteschlangen</translation>
    </message>
    <message>
        <source>queue numbers go from 0 to 65535</source>
        <translation>die Nummern der Warteschlangen gehen von 0 bis 65535</translation>
    </message>
    <message>
        <source>cannot make the kernel table&apos;s queue rule</source>
        <translation>die Warteschlangenregel der Kerneltabelle lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>cannot empty the kernel table: %1</source>
        <translation>die Kerneltabelle lässt sich nicht leeren: %1</translation>
    </message>
    <message>
        <source>cannot remove the kernel table: %1</source>
        <translation>die Kerneltabelle lässt sich nicht entfernen: %1</translation>
    </message>
    <message>
        <source>it goes when the program ends</source>
        <translation>sie geht, wenn das Programm endet</translation>
    </message>
    <message>
        <source>cannot open a netlink socket to netfilter: %1</source>
        <translation>es lässt sich kein Netlink-Socket zu Netfilter öffnen: %1</translation>
    </message>
    <message>
        <source>the kernel needs CONFIG_NETFILTER_NETLINK; try: modprobe nfnetlink</source>
        <translation>der Kernel braucht CONFIG_NETFILTER_NETLINK; versuchen Sie: modprobe nfnetlink</translation>
    </message>
    <message>
        <source>cannot bind a netlink socket: %1</source>
        <translation>ein Netlink-Socket lässt sich nicht binden: %1</translation>
    </message>
    <message>
        <source>cannot send to the kernel&apos;s netfilter: %1</source>
        <translation>an Netfilter im Kernel lässt sich nichts senden: %1</translation>
    </message>
    <message>
        <source>run it as root, or once: sudo setcap cap_net_raw,cap_net_admin+ep %1; the practice network needs neither</source>
        <translation>starten Sie das Programm als root, oder einmalig: sudo setcap cap_net_raw,cap_net_admin+ep %1; das Übungsnetz braucht beides nicht</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>process %1 (%2)</source>
        <translation>Prozess %1 (%2)</translation>
    </message>
    <message>
        <source>cannot read the kernel&apos;s packet queues: %1</source>
        <translation>die Paketwarteschlangen des Kernels lassen sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>the kernel needs NFQUEUE; try: modprobe nfnetlink_queue</source>
        <translation>der Kernel braucht NFQUEUE; versuchen Sie: modprobe nfnetlink_queue</translation>
    </message>
    <message>
        <source>cannot keep a packet of %1 bytes: the largest that the store takes has %2</source>
        <translation>ein Paket von %1 Bytes lässt sich nicht aufheben: Das größte, das in den Speicher passt, hat %2</translation>
    </message>
    <message>
        <source>the oldest packets go before the budget is spent: %1</source>
        <translation>die ältesten Pakete gehen, bevor der Platz verbraucht ist: %1</translation>
    </message>
    <message>
        <source>cannot keep a packet: %1</source>
        <translation>ein Paket lässt sich nicht aufheben: %1</translation>
    </message>
    <message>
        <source>free space where packets are spooled</source>
        <translation>schaffen Sie dort Platz, wo Pakete zwischengelagert werden</translation>
    </message>
    <message>
        <source>cannot keep packets in %1: %2</source>
        <translation>in %1 lassen sich keine Pakete aufheben: %2</translation>
    </message>
    <message>
        <source>free space there, lower the budget of the capture, or choose another directory with TMPDIR</source>
        <translation>schaffen Sie dort Platz, geben Sie dem Mitschnitt weniger davon, oder wählen Sie mit TMPDIR ein anderes Verzeichnis</translation>
    </message>
    <message>
        <source>cannot make a temporary file in %1: %2</source>
        <translation>in %1 lässt sich keine temporäre Datei anlegen: %2</translation>
    </message>
    <message>
        <source>choose a directory that you can write to with TMPDIR</source>
        <translation>wählen Sie mit TMPDIR ein Verzeichnis, in das Sie schreiben können</translation>
    </message>
    <message>
        <source>cannot take the rights from a practice host: %1</source>
        <translation>einem Rechner des Übungsnetzes lassen sich die Rechte nicht nehmen: %1</translation>
    </message>
    <message>
        <source>cannot make a network namespace for a practice host: %1</source>
        <translation>für einen Rechner des Übungsnetzes lässt sich kein Netznamensraum anlegen: %1</translation>
    </message>
    <message>
        <source>sudo sysctl user.max_net_namespaces=15000</source>
        <translation>sudo sysctl user.max_net_namespaces=15000</translation>
    </message>
    <message>
        <source>cannot start the practice host %1: %2</source>
        <translation>der Übungsrechner %1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>close some programs</source>
        <translation>schließen Sie einige Programme</translation>
    </message>
    <message>
        <source>the practice host %1 has ended: %2</source>
        <translation>der Übungsrechner %1 hat geendet: %2</translation>
    </message>
    <message>
        <source>the practice host %1 did not start</source>
        <translation>der Übungsrechner %1 ist nicht gestartet</translation>
    </message>
    <message>
        <source>try again; if it happens again, please report it</source>
        <translation>versuchen Sie es noch einmal; wenn es wieder geschieht, melden Sie es bitte</translation>
    </message>
    <message>
        <source>cannot list the interfaces: %1</source>
        <translation>die Schnittstellen lassen sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>the practice network needs a network of its own, but here is the interface %1</source>
        <translation>das Übungsnetz braucht ein eigenes Netz, aber hier ist die Schnittstelle %1</translation>
    </message>
    <message>
        <source>start the program anew with --practice</source>
        <translation>starten Sie das Programm neu mit --practice</translation>
    </message>
    <message>
        <source>cannot turn on forwarding in the practice network: /proc/sys/net/ipv4/ip_forward: %1</source>
        <translation>im Übungsnetz lässt sich das Weiterleiten nicht einschalten: /proc/sys/net/ipv4/ip_forward: %1</translation>
    </message>
    <message>
        <source>in a container, start it with a writable /proc/sys (--privileged)</source>
        <translation>starten Sie einen Container mit beschreibbarem /proc/sys (--privileged)</translation>
    </message>
    <message>
        <source>sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0; or start the program with sudo</source>
        <translation>sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0; oder starten Sie das Programm mit sudo</translation>
    </message>
    <message>
        <source>cannot make a user namespace for the practice network: %1</source>
        <translation>für das Übungsnetz lässt sich kein Benutzernamensraum anlegen: %1</translation>
    </message>
    <message>
        <source>the program has several threads already</source>
        <translation>das Programm hat schon mehrere Threads</translation>
    </message>
    <message>
        <source>this is a defect of the program: please report it</source>
        <translation>das ist ein Fehler des Programms: Bitte melden Sie ihn</translation>
    </message>
    <message>
        <source>this system forbids them to ordinary users</source>
        <translation>dieses System verbietet sie gewöhnlichen Benutzern</translation>
    </message>
    <message>
        <source>sudo sysctl kernel.unprivileged_userns_clone=1; or start the program with sudo</source>
        <translation>sudo sysctl kernel.unprivileged_userns_clone=1; oder starten Sie das Programm mit sudo</translation>
    </message>
    <message>
        <source>this system allows none of them</source>
        <translation>dieses System erlaubt keinen</translation>
    </message>
    <message>
        <source>sudo sysctl user.max_user_namespaces=15000; or start the program with sudo</source>
        <translation>sudo sysctl user.max_user_namespaces=15000; oder starten Sie das Programm mit sudo</translation>
    </message>
    <message>
        <source>this system allows no network namespaces</source>
        <translation>dieses System erlaubt keine Netznamensräume</translation>
    </message>
    <message>
        <source>AppArmor forbids them to this program</source>
        <translation>AppArmor verbietet sie diesem Programm</translation>
    </message>
    <message>
        <source>too many of them are in use</source>
        <translation>zu viele sind in Gebrauch</translation>
    </message>
    <message>
        <source>sudo sysctl user.max_user_namespaces=15000</source>
        <translation>sudo sysctl user.max_user_namespaces=15000</translation>
    </message>
    <message>
        <source>in a container, start it with the right to make namespaces (--privileged); else start the program with sudo</source>
        <translation>starten Sie einen Container mit dem Recht, Namensräume anzulegen (--privileged); sonst starten Sie das Programm mit sudo</translation>
    </message>
    <message>
        <source>start the program with sudo</source>
        <translation>starten Sie das Programm mit sudo</translation>
    </message>
    <message>
        <source>cannot set up the user namespace of the practice network: %1: %2</source>
        <translation>der Benutzernamensraum des Übungsnetzes lässt sich nicht einrichten: %1: %2</translation>
    </message>
    <message>
        <source>cannot make a pipe: %1</source>
        <translation>es lässt sich keine Pipe anlegen: %1</translation>
    </message>
    <message>
        <source>cannot start a process: %1</source>
        <translation>es lässt sich kein Prozess starten: %1</translation>
    </message>
    <message>
        <source>cannot send pings in the practice network: %1</source>
        <translation>im Übungsnetz lassen sich keine Pings senden: %1</translation>
    </message>
    <message>
        <source>load the kernel&apos;s veth module: sudo modprobe veth</source>
        <translation>laden Sie das Kernelmodul veth: sudo modprobe veth</translation>
    </message>
    <message>
        <source>there is no interface %1 in the practice network</source>
        <translation>im Übungsnetz gibt es keine Schnittstelle %1</translation>
    </message>
    <message>
        <source>not an address: %1</source>
        <translation>keine Adresse: %1</translation>
    </message>
    <message>
        <source>cannot reach the kernel&apos;s network settings: %1</source>
        <translation>die Netzeinstellungen des Kernels sind nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>cannot make the cable %1: %2</source>
        <translation>das Kabel %1 lässt sich nicht anlegen: %2</translation>
    </message>
    <message>
        <source>cannot remove the cable %1: %2</source>
        <translation>das Kabel %1 lässt sich nicht entfernen: %2</translation>
    </message>
    <message>
        <source>cannot turn on the interface %1: %2</source>
        <translation>die Schnittstelle %1 lässt sich nicht einschalten: %2</translation>
    </message>
    <message>
        <source>cannot give an address to the interface %1: %2</source>
        <translation>der Schnittstelle %1 lässt sich keine Adresse geben: %2</translation>
    </message>
    <message>
        <source>cannot add a route over the interface %1: %2</source>
        <translation>über die Schnittstelle %1 lässt sich keine Route legen: %2</translation>
    </message>
    <message>
        <source>cannot set up the interface %1: %2</source>
        <translation>die Schnittstelle %1 lässt sich nicht einrichten: %2</translation>
    </message>
    <message>
        <source>cannot serve port %1 in the practice network: %2</source>
        <translation>Port %1 lässt sich im Übungsnetz nicht bedienen: %2</translation>
    </message>
    <message>
        <source>cannot listen on port %1: %2</source>
        <translation>Port %1 lässt sich nicht abhören: %2</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Lets the packet pass.</source>
        <translation>Lässt das Paket durch.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stops the packet; its sender is told nothing.</source>
        <translation>Hält das Paket auf; der Absender erfährt nichts.</translation>
    </message>
    <message>
        <source>%1 takes a direction (in, out, forward) or &quot;when&quot; here</source>
        <translation>nach %1 steht hier eine Richtung (in, out, forward) oder „when“</translation>
    </message>
    <message>
        <source>there is no action %1 (known: %2)</source>
        <translation>eine Aktion %1 gibt es nicht (bekannt: %2)</translation>
    </message>
    <message>
        <source>no filter follows &quot;when&quot;; leave it out to match every packet</source>
        <translation>hinter „when“ steht kein Filter; lassen Sie es weg, damit die Regel auf jedes Paket passt</translation>
    </message>
    <message>
        <source>an action is missing here</source>
        <translation>hier fehlt eine Aktion</translation>
    </message>
    <message>
        <source>&quot;when&quot; or the end of the rule was expected, not %1</source>
        <translation>erwartet wird „when“ oder das Ende der Regel, nicht %1</translation>
    </message>
    <message>
        <source>%1; did you mean %2?</source>
        <translation>%1; war %2 gemeint?</translation>
    </message>
    <message>
        <source>rule %1, column %2: %3</source>
        <translation>Regel %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>there is a default already; a rule file has one</source>
        <translation>es gibt schon eine Vorgabe; eine Regeldatei hat nur eine</translation>
    </message>
    <message>
        <source>accept or drop was expected behind &quot;default&quot;</source>
        <translation>hinter „default“ wird accept oder drop erwartet</translation>
    </message>
    <message>
        <source>accept or drop was expected behind &quot;default&quot;, not &quot;%1&quot;</source>
        <translation>hinter „default“ wird accept oder drop erwartet, nicht „%1“</translation>
    </message>
    <message>
        <source>the default takes no direction and no filter; write a rule above it instead</source>
        <translation>die Vorgabe hat keine Richtung und keinen Filter; schreiben Sie stattdessen eine Regel darüber</translation>
    </message>
    <message>
        <source>another rule has the number %1 already</source>
        <translation>eine andere Regel hat schon die Nummer %1</translation>
    </message>
    <message>
        <source>cannot start the engine&apos;s threads: %1</source>
        <translation>die Threads lassen sich nicht starten: %1</translation>
    </message>
    <message>
        <source>end other programs, or use fewer queues</source>
        <translation>beenden Sie andere Programme, oder nehmen Sie weniger Warteschlangen</translation>
    </message>
    <message>
        <source>there is nothing to start</source>
        <translation>es gibt nichts zu starten</translation>
    </message>
    <message>
        <source>choose a file, an interface or the firewall</source>
        <translation>wählen Sie eine Datei, eine Schnittstelle oder die Firewall</translation>
    </message>
    <message>
        <source>no interface is chosen</source>
        <translation>es ist keine Schnittstelle gewählt</translation>
    </message>
    <message>
        <source>choose one, or &quot;any&quot; for all</source>
        <translation>wählen Sie eine, oder „any“ für alle</translation>
    </message>
    <message>
        <source>the firewall has no hook to look at</source>
        <translation>die Firewall hat keinen Hook, auf den sie sehen könnte</translation>
    </message>
    <message>
        <source>choose at least one of input, output and forward</source>
        <translation>wählen Sie mindestens einen von input, output und forward</translation>
    </message>
    <message>
        <source>%1 queues are too many</source>
        <translation>%1 Warteschlangen sind zu viele</translation>
    </message>
    <message>
        <source>at most %1 are possible</source>
        <translation>höchstens %1 sind möglich</translation>
    </message>
    <message>
        <source>the plug-in %1 cannot work here: %2</source>
        <translation>das Plug-in %1 kann hier nicht arbeiten: %2</translation>
    </message>
    <message>
        <source>replay: %1</source>
        <translation>Durchlauf: %1</translation>
    </message>
    <message>
        <source>plug-in: %1</source>
        <translation>Plug-in: %1</translation>
    </message>
    <message>
        <source>firewall: %1</source>
        <translation>Firewall: %1</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>sending was cancelled</source>
        <translation>das Senden wurde abgebrochen</translation>
    </message>
    <message>
        <source>the session has ended before they were sent</source>
        <translation>die Sitzung endete, bevor sie gesendet wurden</translation>
    </message>
    <message>
        <source>start it again</source>
        <translation>starten Sie sie noch einmal</translation>
    </message>
    <message>
        <source>there is no session to send through</source>
        <translation>es gibt keine Sitzung, durch die gesendet werden könnte</translation>
    </message>
    <message>
        <source>the session does not run: nothing can be sent through it</source>
        <translation>die Sitzung läuft nicht: Durch sie lässt sich nichts senden</translation>
    </message>
    <message>
        <source>start the firewall or a capture, or send onto an interface</source>
        <translation>starten Sie die Firewall oder einen Mitschnitt, oder senden Sie auf eine Schnittstelle</translation>
    </message>
    <message>
        <source>the session has no interface %1</source>
        <translation>die Sitzung hat keine Schnittstelle %1</translation>
    </message>
    <message>
        <source>choose one that it watches</source>
        <translation>wählen Sie eine, der sie zusieht</translation>
    </message>
    <message>
        <source>a capture file takes no packets</source>
        <translation>eine Mitschnittdatei nimmt keine Pakete</translation>
    </message>
    <message>
        <source>nothing runs that could send</source>
        <translation>es läuft nichts, das senden könnte</translation>
    </message>
    <message>
        <source>the packet has no link layer as it is needed there</source>
        <translation>das Paket hat keine Verbindungsschicht, wie sie dort nötig ist</translation>
    </message>
    <message>
        <source>add an Ethernet layer below</source>
        <translation>fügen Sie darunter eine Ethernet-Schicht hinzu</translation>
    </message>
    <message>
        <source>compose it for that interface</source>
        <translation>verfassen Sie es für diese Schnittstelle</translation>
    </message>
    <message>
        <source>the packet holds no IP packet, and only those can be sent there</source>
        <translation>das Paket enthält kein IP-Paket, und nur solche lassen sich dort senden</translation>
    </message>
    <message>
        <source>user namespaces</source>
        <translation>Benutzernamensräume</translation>
    </message>
    <message>
        <source>the practice network can be made</source>
        <translation>das Übungsnetz lässt sich anlegen</translation>
    </message>
    <message>
        <source>capture</source>
        <translation>Mitschnitt</translation>
    </message>
    <message>
        <source>interfaces can be watched</source>
        <translation>Schnittstellen lässt sich zusehen</translation>
    </message>
    <message>
        <source>nfqueue</source>
        <translation>nfqueue</translation>
    </message>
    <message>
        <source>the kernel hands packets to rules</source>
        <translation>der Kernel reicht Pakete an die Regeln</translation>
    </message>
    <message>
        <source>saving %1 was cancelled</source>
        <translation>das Speichern von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>a packet of the file has no bytes</source>
        <translation>ein Paket der Datei hat keine Bytes</translation>
    </message>
    <message>
        <source>a packet of the sweep cannot be built</source>
        <translation>ein Paket der Reihe lässt sich nicht bauen</translation>
    </message>
    <message>
        <source>sweep fewer values</source>
        <translation>nehmen Sie weniger Werte</translation>
    </message>
    <message>
        <source>there is nothing to send</source>
        <translation>es gibt nichts zu senden</translation>
    </message>
    <message>
        <source>the rate of %1 packets/s is not possible</source>
        <translation>%1 Pakete/s sind nicht möglich</translation>
    </message>
    <message>
        <source>0 is as fast as it goes</source>
        <translation>0 ist so schnell wie möglich</translation>
    </message>
    <message>
        <source>these are too many packets</source>
        <translation>das sind zu viele Pakete</translation>
    </message>
    <message>
        <source>nobody on %1 has %2</source>
        <translation>niemand auf %1 hat %2</translation>
    </message>
    <message>
        <source>check the address, or set eth.dst by hand</source>
        <translation>prüfen Sie die Adresse, oder setzen Sie eth.dst von Hand</translation>
    </message>
    <message>
        <source>Virtual Ethernet pair</source>
        <translation>Virtuelles Ethernet-Paar</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Brücke</translation>
    </message>
    <message>
        <source>Tunnel (TUN/TAP)</source>
        <translation>Tunnel (TUN/TAP)</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Bond</source>
        <translation>Bündel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>WireGuard</source>
        <translation>WireGuard</translation>
    </message>
    <message>
        <source>MAC VLAN</source>
        <translation>MAC-VLAN</translation>
    </message>
    <message>
        <source>IP VLAN</source>
        <translation>IP-VLAN</translation>
    </message>
    <message>
        <source>VXLAN</source>
        <translation>VXLAN</translation>
    </message>
    <message>
        <source>Dummy</source>
        <translation>Attrappe</translation>
    </message>
    <message>
        <source>IPv6 in IPv4</source>
        <translation>IPv6 in IPv4</translation>
    </message>
    <message>
        <source>GRE tunnel</source>
        <translation>GRE-Tunnel</translation>
    </message>
    <message>
        <source>IP in IP</source>
        <translation>IP in IP</translation>
    </message>
    <message>
        <source>IPv6 tunnel</source>
        <translation>IPv6-Tunnel</translation>
    </message>
    <message>
        <source>IPsec tunnel</source>
        <translation>IPsec-Tunnel</translation>
    </message>
    <message>
        <source>IPsec</source>
        <translation>IPsec</translation>
    </message>
    <message>
        <source>Intermediate block</source>
        <translation>Zwischenstück</translation>
    </message>
    <message>
        <source>Virtual CAN</source>
        <translation>Virtueller CAN</translation>
    </message>
    <message>
        <source>Netlink monitor</source>
        <translation>Netlink-Mitschnitt</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>Loopback</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Ethernet</source>
        <translation>Ethernet</translation>
    </message>
    <message>
        <source>Point to point</source>
        <translation>Punkt zu Punkt</translation>
    </message>
    <message>
        <source>CAN</source>
        <translation>CAN</translation>
    </message>
    <message>
        <source>InfiniBand</source>
        <translation>InfiniBand</translation>
    </message>
    <message>
        <source>All interfaces together</source>
        <translation>Alle Schnittstellen zusammen</translation>
    </message>
    <message>
        <source>its length goes beyond the enclosing part</source>
        <translation>seine Länge reicht über den umgebenden Teil hinaus</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>has no size</source>
        <translation>hat keine Größe</translation>
    </message>
    <message>
        <source>its length is too small</source>
        <translation>seine Länge ist zu klein</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>Packet size limited during capture</source>
        <translation>Paket beim Aufzeichnen gekürzt</translation>
    </message>
    <message>
        <source>Malformed Packet</source>
        <translation>fehlerhaftes Paket</translation>
    </message>
    <message>
        <source>malformed type bit map</source>
        <translation>fehlerhafte Typ-Bitkarte</translation>
    </message>
    <message>
        <source>an extension header shorter than its length and type</source>
        <translation>ein Erweiterungskopf, der kürzer ist als seine Länge und sein Typ</translation>
    </message>
    <message>
        <source>an option of length 0</source>
        <translation>eine Option der Länge 0</translation>
    </message>
    <message>
        <source>an extension shorter than its header</source>
        <translation>eine Erweiterung, die kürzer ist als ihr Kopf</translation>
    </message>
    <message>
        <source>No %1 can be composed here</source>
        <translation>%1 lässt sich hier nicht verfassen</translation>
    </message>
    <message>
        <source>The fields were not made automatic</source>
        <translation>Die Felder wurden nicht selbsttätig</translation>
    </message>
    <message>
        <source>The packet was not repaired</source>
        <translation>Das Paket wurde nicht berichtigt</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Nichts wurde gesendet</translation>
    </message>
    <message>
        <source>The bytes were not changed</source>
        <translation>Die Bytes wurden nicht geändert</translation>
    </message>
    <message>
        <source>No layer was added</source>
        <translation>Keine Schicht kam hinzu</translation>
    </message>
    <message>
        <source>The layer was not duplicated</source>
        <translation>Die Schicht wurde nicht verdoppelt</translation>
    </message>
    <message>
        <source>The layer was not removed</source>
        <translation>Die Schicht wurde nicht entfernt</translation>
    </message>
    <message>
        <source>The layer was not moved</source>
        <translation>Die Schicht wurde nicht verschoben</translation>
    </message>
    <message>
        <source>Nothing was added</source>
        <translation>Nichts kam hinzu</translation>
    </message>
    <message>
        <source>Nothing was removed</source>
        <translation>Nichts wurde entfernt</translation>
    </message>
    <message>
        <source>%1 of %2 packets were not sent</source>
        <translation>%1 von %2 Paketen wurden nicht gesendet</translation>
    </message>
    <message>
        <source>Cannot start</source>
        <translation>Der Start gelingt nicht</translation>
    </message>
    <message>
        <source>Cannot start again</source>
        <translation>Der neue Start gelingt nicht</translation>
    </message>
    <message>
        <source>Nothing was pasted</source>
        <translation>Nichts wurde eingefügt</translation>
    </message>
    <message>
        <source>a field has a value that cannot be</source>
        <translation>ein Feld hat einen unmöglichen Wert</translation>
    </message>
    <message>
        <source>correct it, or press Escape in it</source>
        <translation>berichtigen Sie ihn oder drücken Sie darin Esc</translation>
    </message>
    <message>
        <source>Cannot load the rules of %1</source>
        <translation>Die Regeln aus %1 lassen sich nicht laden</translation>
    </message>
    <message>
        <source>it is larger than 16 MB</source>
        <translation>sie ist größer als 16 MB</translation>
    </message>
    <message>
        <source>The rules in force stay as they were.</source>
        <translation>Die geltenden Regeln bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Cannot save the rules to %1</source>
        <translation>Die Regeln lassen sich nicht nach %1 speichern</translation>
    </message>
    <message>
        <source>The rules file %1 was changed by another program. Its rules are not in force yet.</source>
        <translation>Die Regeldatei %1 wurde von einem anderen Programm geändert. Ihre Regeln gelten noch nicht.</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>The rules file %1 is gone. The rules in force stay.</source>
        <translation>Die Regeldatei %1 ist weg. Die geltenden Regeln bleiben.</translation>
    </message>
    <message>
        <source>Save them there</source>
        <translation>Dort sichern</translation>
    </message>
    <message>
        <source>Cannot export the plot</source>
        <translation>Das Bild lässt sich nicht ausgeben</translation>
    </message>
    <message>
        <source>Cannot use the plug-in</source>
        <translation>Das Plug-in kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The kernel learns what to do with packets that nobody judges when the firewall starts again.</source>
        <translation>Was mit Paketen geschieht, die niemand beurteilt, erfährt der Kernel, wenn die Firewall neu startet.</translation>
    </message>
    <message>
        <source>Cannot start the practice network</source>
        <translation>Das Übungsnetz lässt sich nicht starten</translation>
    </message>
    <message>
        <source>this program could not be started again</source>
        <translation>dieses Programm ließ sich nicht noch einmal starten</translation>
    </message>
    <message>
        <source>there is no such packet</source>
        <translation>ein solches Paket gibt es nicht</translation>
    </message>
    <message>
        <source>Save the selected packets</source>
        <translation>Die gewählten Pakete speichern</translation>
    </message>
    <message>
        <source>Save the marked packets</source>
        <translation>Die markierten Pakete speichern</translation>
    </message>
    <message>
        <source>Cannot save</source>
        <translation>Speichern geht nicht</translation>
    </message>
    <message>
        <source>another file is still being saved</source>
        <translation>eine andere Datei wird noch gespeichert</translation>
    </message>
    <message>
        <source>wait until it is done</source>
        <translation>warten Sie, bis das fertig ist</translation>
    </message>
    <message>
        <source>No rule was added</source>
        <translation>Es kam keine Regel hinzu</translation>
    </message>
    <message>
        <source>The checksum that hardware would have completed was made right</source>
        <translation>Die Prüfsumme, die die Hardware vervollständigt hätte, wurde richtiggestellt</translation>
    </message>
    <message>
        <source>Only %1 of the %2 bytes of packet %3 were captured: the rest is missing here too</source>
        <translation>Nur %1 der %2 Bytes von Paket %3 wurden mitgeschnitten: Der Rest fehlt auch hier</translation>
    </message>
    <message>
        <source>The packets of %1 are no longer kept; this is the oldest one that is</source>
        <translation>Die Pakete von %1 sind nicht mehr aufgehoben; dies ist das älteste, das es ist</translation>
    </message>
    <message>
        <source>The plot was saved as %1</source>
        <translation>Das Bild wurde als %1 gespeichert</translation>
    </message>
    <message>
        <source>Our rules are out of the kernel; all traffic passes.</source>
        <translation>Unsere Regeln sind aus dem Kernel; aller Verkehr fließt.</translation>
    </message>
    <message>
        <source>Stopped. No rule of ours was in the kernel.</source>
        <translation>Gestoppt. Keine Regel von uns war im Kernel.</translation>
    </message>
    <message>
        <source>The practice network opens in a window of its own: it has its own network, apart from this computer&apos;s.</source>
        <translation>Das Übungsnetz öffnet sich in einem eigenen Fenster: Es hat ein eigenes Netz, getrennt von dem dieses Rechners.</translation>
    </message>
    <message>
        <source>Saving was cancelled; %1 is as it was.</source>
        <translation>Das Speichern wurde abgebrochen; %1 ist, wie es war.</translation>
    </message>
    <message>
        <source>Saved %1 packets to %2.</source>
        <translation>%1 Pakete in %2 gespeichert.</translation>
    </message>
    <message>
        <source>a mask of more than 32 bits</source>
        <translation>eine Maske von mehr als 32 Bit</translation>
    </message>
    <message>
        <source>the payload is shorter than its length says</source>
        <translation>die Nutzdaten sind kürzer, als ihre Länge sagt</translation>
    </message>
    <message>
        <source>cannot remove %1: %2</source>
        <translation>%1 lässt sich nicht löschen: %2</translation>
    </message>
    <message>
        <source>remove it yourself, or look who owns its folder</source>
        <translation>löschen Sie die Datei selbst, oder sehen Sie nach, wem ihr Ordner gehört</translation>
    </message>
    <message>
        <source>Cannot show the folder %1</source>
        <translation>Der Ordner %1 lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>no file manager was found</source>
        <translation>kein Dateiverwalter wurde gefunden</translation>
    </message>
    <message>
        <source>open the captures with Ctrl+O</source>
        <translation>öffnen Sie die Mitschnitte mit Strg+O</translation>
    </message>
    <message>
        <source>Cannot remove all captures that were kept</source>
        <translation>Nicht alle aufgehobenen Mitschnitte lassen sich löschen</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is no value of it: %3</source>
        <translation>%1: „%2“ ist kein möglicher Wert: %3</translation>
    </message>
    <message>
        <source>there is no label before one of its dots</source>
        <translation>vor einem der Punkte steht kein Label</translation>
    </message>
    <message>
        <source>one of its labels has more than 63 bytes</source>
        <translation>eines der Labels ist länger als 63 Bytes</translation>
    </message>
    <message>
        <source>it takes more than 255 bytes</source>
        <translation>er braucht mehr als 255 Bytes</translation>
    </message>
    <message>
        <source>a number below 128, or one that 4 bits and an exponent can say</source>
        <translation>eine Zahl unter 128 oder eine, die sich mit 4 Bit und einem Exponenten sagen lässt</translation>
    </message>
    <message>
        <source>4 bytes in hex, an IPv4 address, or up to 4 letters</source>
        <translation>4 Bytes in Hex, eine IPv4-Adresse oder bis zu 4 Buchstaben</translation>
    </message>
    <message>
        <source>seconds below 256</source>
        <translation>Sekunden unter 256</translation>
    </message>
    <message>
        <source>Saved %1 packets to %2. The pcap format has no place for the comments of %3 of them; save as .pcapng to keep them.</source>
        <translation>%1 Pakete wurden in %2 gespeichert. Das pcap-Format hat keinen Platz für die Kommentare von %3 davon; als .pcapng gespeichert bleiben sie erhalten.</translation>
    </message>
</context>
<context>
    <name>FieldRowMenu</name>
    <message>
        <source>Copy Field V&amp;alue</source>
        <translation>&amp;Wert des Felds kopieren</translation>
    </message>
    <message>
        <source>Copy Field &amp;Name</source>
        <translation>&amp;Name des Felds kopieren</translation>
    </message>
    <message>
        <source>&amp;Vary This Field</source>
        <translation>Dieses Feld &amp;verändern</translation>
    </message>
    <message>
        <source>Do Not &amp;Vary This Field</source>
        <translation>Dieses Feld nicht &amp;verändern</translation>
    </message>
    <message>
        <source>Make Aut&amp;omatic</source>
        <translation>Selbsttätig &amp;machen</translation>
    </message>
    <message>
        <source>Remove Th&amp;is Part</source>
        <translation>Diesen &amp;Teil entfernen</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>either address lies in that network</source>
        <translation>eine der Adressen liegt in diesem Netz</translation>
    </message>
    <message>
        <source>one of several values or a range</source>
        <translation>einer von mehreren Werten oder ein Bereich</translation>
    </message>
    <message>
        <source>text anywhere in a name</source>
        <translation>Text irgendwo in einem Namen</translation>
    </message>
    <message>
        <source>a regular expression, letters of either case</source>
        <translation>ein regulärer Ausdruck, Groß- und Kleinschreibung gleich</translation>
    </message>
    <message>
        <source>and, not; the words and, or, not work too</source>
        <translation>und, nicht; die Wörter and, or, not gehen auch</translation>
    </message>
    <message>
        <source>a slice of bytes</source>
        <translation>ein Ausschnitt aus Bytes</translation>
    </message>
    <message>
        <source>a protocol or field that is there at all</source>
        <translation>ein Protokoll oder Feld, das überhaupt da ist</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Wireshark&apos;s display filter language, for what is shown and for rules alike.</source>
        <translation>Die Sprache der Anzeigefilter von Wireshark, für das Gezeigte und für Regeln.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys and filters</source>
        <translation>Tasten und Filter</translation>
    </message>
    <message>
        <source>About Sallyport</source>
        <translation>Über Sallyport</translation>
    </message>
    <message>
        <source>See any packet, stop it, or send your own.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Jedes Paket sehen, es aufhalten oder ein eigenes senden.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The filter of -Y is not applied</source>
        <translation>Der Filter von -Y wird nicht angewandt</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
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
        <source>Time Dis&amp;play Format</source>
        <translation>&amp;Zeitangabe</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>Auf&amp;zeichnen</translation>
    </message>
    <message>
        <source>F&amp;irewall</source>
        <translation>F&amp;irewall</translation>
    </message>
    <message>
        <source>C&amp;ompose</source>
        <translation>&amp;Verfassen</translation>
    </message>
    <message>
        <source>&amp;Statistics</source>
        <translation>S&amp;tatistik</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>PacketColumn</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>PlotExport</name>
    <message>
        <source>the picture cannot be written</source>
        <translation>das Bild lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source> (packets)</source>
        <translation> (Pakete)</translation>
    </message>
    <message>
        <source> (bytes)</source>
        <translation> (Bytes)</translation>
    </message>
    <message>
        <source>the name should end in .png, .svg or .csv</source>
        <translation>der Name sollte auf .png, .svg oder .csv enden</translation>
    </message>
</context>
<context>
    <name>RuleSteps</name>
    <message>
        <source>add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>edit rule</source>
        <translation>Regel bearbeiten</translation>
    </message>
    <message>
        <source>remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>remove %1 rules</source>
        <translation>%1 Regeln entfernen</translation>
    </message>
    <message>
        <source>move rule</source>
        <translation>Regel verschieben</translation>
    </message>
    <message>
        <source>switch rule on</source>
        <translation>Regel einschalten</translation>
    </message>
    <message>
        <source>switch rule off</source>
        <translation>Regel ausschalten</translation>
    </message>
    <message>
        <source>accept everything else</source>
        <translation>alles andere annehmen</translation>
    </message>
    <message>
        <source>drop everything else</source>
        <translation>alles andere verwerfen</translation>
    </message>
    <message>
        <source>load rules</source>
        <translation>Regeln laden</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>accept</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>drop</translation>
    </message>
</context>
<context>
    <name>VerdictExplanation</name>
    <message>
        <source>Packet %1 was accepted</source>
        <translation>Paket %1 wurde angenommen</translation>
    </message>
    <message>
        <source>Packet %1 was dropped</source>
        <translation>Paket %1 wurde verworfen</translation>
    </message>
    <message>
        <source>decided after %1 µs</source>
        <translation>entschieden nach %1 µs</translation>
    </message>
    <message>
        <source>Packet %1 was only watched: nobody gave it a verdict.</source>
        <translation>Paket %1 wurde nur angesehen: Niemand hat darüber geurteilt.</translation>
    </message>
    <message>
        <source>%1 by default, since no rule matched it; %2.</source>
        <translation>%1 nach der Vorgabe, da keine Regel passte; %2.</translation>
    </message>
    <message>
        <source>%1 by default, since no rule matched it.</source>
        <translation>%1 nach der Vorgabe, da keine Regel passte.</translation>
    </message>
    <message>
        <source>%1 by the failure policy: it could not be judged in time.</source>
        <translation>%1 nach der Ausfallregel: Es konnte nicht rechtzeitig beurteilt werden.</translation>
    </message>
    <message>
        <source>%1 by the rule “%2”; %3.</source>
        <translation>%1 durch die Regel „%2“; %3.</translation>
    </message>
    <message>
        <source>%1 by the rule “%2”.</source>
        <translation>%1 durch die Regel „%2“.</translation>
    </message>
    <message>
        <source>You composed and sent it. </source>
        <translation>Von Ihnen verfasst und gesendet. </translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>The rules in force, their hits, and how to change them</source>
        <translation>Die geltenden Regeln, ihre Treffer, und wie man sie ändert</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>&amp;Safety</source>
        <translation>&amp;Sicherheit</translation>
    </message>
    <message>
        <source>What Sallyport does to this computer&apos;s traffic, and the way out</source>
        <translation>Was Sallyport mit dem Verkehr dieses Rechners tut, und der Weg hinaus</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Flüsse</translation>
    </message>
    <message>
        <source>Flo&amp;ws</source>
        <translation>&amp;Flüsse</translation>
    </message>
    <message>
        <source>Who talks to whom, how much, and with which verdicts</source>
        <translation>Wer mit wem spricht, wie viel, und mit welchen Urteilen</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>St&amp;atistics</source>
        <translation>S&amp;tatistik</translation>
    </message>
    <message>
        <source>Packets and bits over time, by verdict and by any filter</source>
        <translation>Pakete und Bits über die Zeit, nach Urteil und beliebigen Filtern</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Verfassen</translation>
    </message>
    <message>
        <source>Co&amp;mpose</source>
        <translation>&amp;Verfassen</translation>
    </message>
    <message>
        <source>Make a packet, send it, and see what comes back</source>
        <translation>Ein Paket machen, es senden und sehen, was zurückkommt</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>sallyport::AddressEditor</name>
    <message>
        <source>An IPv4 address is expected, as 192.0.2.1</source>
        <translation>Erwartet wird eine IPv4-Adresse wie 192.0.2.1</translation>
    </message>
    <message>
        <source>An IPv6 address is expected, as 2001:db8::1</source>
        <translation>Erwartet wird eine IPv6-Adresse wie 2001:db8::1</translation>
    </message>
    <message>
        <source>A hardware address is expected, as 02:00:5e:00:53:01</source>
        <translation>Erwartet wird eine Hardwareadresse wie 02:00:5e:00:53:01</translation>
    </message>
</context>
<context>
    <name>sallyport::ByteEdit</name>
    <message>
        <source>Type hexadecimal digits to write over bytes</source>
        <translation>Hexadezimale Ziffern überschreiben Bytes</translation>
    </message>
    <message>
        <source>%1 bytes were pasted where %2 have room</source>
        <translation>%1 Bytes wurden eingefügt, wo %2 Platz haben</translation>
    </message>
    <message>
        <source>paste fewer, or begin a packet with them: Paste Hex</source>
        <translation>fügen Sie weniger ein oder beginnen Sie ein Paket damit: Hex einfügen</translation>
    </message>
</context>
<context>
    <name>sallyport::ByteGrid</name>
    <message>
        <source>Bytes of the packet</source>
        <translation>Bytes des Pakets</translation>
    </message>
</context>
<context>
    <name>sallyport::BytesEditor</name>
    <message>
        <source>%1 bytes, to be edited beside</source>
        <translation>%1 Bytes, nebenan zu bearbeiten</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal are expected, as 48656c6c6f or 48:65:6c</source>
        <translation>Erwartet werden hexadezimale Bytes wie 48656c6c6f oder 48:65:6c</translation>
    </message>
</context>
<context>
    <name>sallyport::BytesView</name>
    <message>
        <source>Which bytes: the packet&apos;s, or put together from several</source>
        <translation>Welche Bytes: die des Pakets oder aus mehreren zusammengesetzte</translation>
    </message>
    <message>
        <source>Packet (%1 bytes)</source>
        <translation>Paket (%1 Bytes)</translation>
    </message>
    <message>
        <source>Put together (%1 bytes)</source>
        <translation>Zusammengesetzt (%1 Bytes)</translation>
    </message>
    <message>
        <source>%1 · computed, no bytes of its own</source>
        <translation>%1 · berechnet, ohne eigene Bytes</translation>
    </message>
    <message>
        <source>%1 · byte %2</source>
        <translation>%1 · Byte %2</translation>
    </message>
    <message>
        <source>%1 · bytes %2–%3</source>
        <translation>%1 · Bytes %2–%3</translation>
    </message>
</context>
<context>
    <name>sallyport::CaptureCommands</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation>Nur zusehen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>Stop (Ctrl+E)</source>
        <translation>Stopp (Strg+E)</translation>
    </message>
    <message>
        <source>Start (Ctrl+E)</source>
        <translation>Start (Strg+E)</translation>
    </message>
    <message>
        <source>Plug-ins</source>
        <translation>Plug-ins</translation>
    </message>
    <message>
        <source>Open a plug-in module</source>
        <translation>Plug-in-Modul öffnen</translation>
    </message>
    <message>
        <source>Packet modules (*.so);;All files (*)</source>
        <translation>Paketmodule (*.so);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Practice &amp;network</source>
        <translation>Übungs&amp;netz</translation>
    </message>
    <message>
        <source>This computer, with the &amp;firewall</source>
        <translation>Dieser Rechner, mit Fire&amp;wall</translation>
    </message>
</context>
<context>
    <name>sallyport::CaptureDialog</name>
    <message>
        <source>Capture options</source>
        <translation>Optionen des Mitschnitts</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Schnittstellen</translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation>Mitschnittfilter</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Capture filter</source>
        <translation>&amp;Mitschnittfilter</translation>
    </message>
    <message>
        <source>Keep at &amp;most</source>
        <translation>&amp;Höchstens behalten</translation>
    </message>
    <message>
        <source>Keep the &amp;last</source>
        <translation>Die &amp;letzten behalten</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>&amp;Record to</source>
        <translation>&amp;Aufzeichnen in</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>Aufzeichnen in</translation>
    </message>
    <message>
        <source>Captures (*.pcapng *.pcap *.pcapng.gz *.pcap.gz)</source>
        <translation>Mitschnitte (*.pcapng *.pcap *.pcapng.gz *.pcap.gz)</translation>
    </message>
    <message>
        <source>&amp;Trace to</source>
        <translation>A&amp;ufrufe notieren in</translation>
    </message>
    <message>
        <source>Trace to</source>
        <translation>Aufrufe notieren in</translation>
    </message>
    <message>
        <source>Text (*.txt *.log);;All files (*)</source>
        <translation>Text (*.txt *.log);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Everything that passes is also written to this capture file as it comes, until the capture stops</source>
        <translation>Alles, was durchkommt, wird auch laufend in diese Datei geschrieben, bis der Mitschnitt endet</translation>
    </message>
    <message>
        <source>Each call of the packet module with its outcome and time is written to this text file (at most 64 MB)</source>
        <translation>Jeder Aufruf des Paketmoduls mit Ergebnis und Dauer wird in diese Textdatei geschrieben (höchstens 64 MB)</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>Browse for a file: %1</source>
        <translation>Eine Datei suchen: %1</translation>
    </message>
    <message>
        <source>See packets for &amp;others too (promiscuous)</source>
        <translation>Auch &amp;Pakete für andere sehen (promiscuous)</translation>
    </message>
    <message>
        <source>as tcpdump takes it: tcp port 80; empty for everything</source>
        <translation>wie bei tcpdump: tcp port 80; leer für alles</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Brows&amp;e…</source>
        <translation>Durchsuch&amp;en …</translation>
    </message>
    <message>
        <source>&amp;Watch these interfaces:</source>
        <translation>Diesen Schnittstellen &amp;zusehen:</translation>
    </message>
</context>
<context>
    <name>sallyport::CapturedStrip</name>
    <message>
        <source>Make right</source>
        <translation>Richtigstellen</translation>
    </message>
    <message>
        <source>They follow from the rest of the packet again; what you set yourself stays</source>
        <translation>Sie folgen wieder aus dem übrigen Paket; was Sie selbst gesetzt haben, bleibt</translation>
    </message>
    <message>
        <source>Wrong as it came</source>
        <translation>Falsch, wie es kam</translation>
    </message>
    <message>
        <source>What the machine itself sends is often captured before hardware completes its checksums</source>
        <translation>Was der Rechner selbst sendet, wird oft mitgeschnitten, bevor die Hardware seine Prüfsummen vervollständigt</translation>
    </message>
    <message>
        <source>%1 is wrong as it came, and would be sent so.</source>
        <translation>%1 ist falsch, wie es kam, und würde so gesendet.</translation>
    </message>
    <message>
        <source>%1 are wrong as they came, and would be sent so.</source>
        <translation>%1 sind falsch, wie sie kamen, und würden so gesendet.</translation>
    </message>
</context>
<context>
    <name>sallyport::ComposeActions</name>
    <message>
        <source>Begin With a &amp;Template</source>
        <translation>Mit einer V&amp;orlage beginnen</translation>
    </message>
    <message>
        <source>&amp;Copy As</source>
        <translation>&amp;Kopieren als</translation>
    </message>
    <message>
        <source>Add a &amp;Layer</source>
        <translation>Sch&amp;icht hinzufügen</translation>
    </message>
    <message>
        <source>&amp;New Empty Packet</source>
        <translation>&amp;Neues leeres Paket</translation>
    </message>
    <message>
        <source>Begin with nothing</source>
        <translation>Mit nichts beginnen</translation>
    </message>
    <message>
        <source>Paste &amp;Hex…</source>
        <translation>&amp;Hex einfügen …</translation>
    </message>
    <message>
        <source>Begin with bytes that are pasted or typed</source>
        <translation>Mit eingefügten oder getippten Bytes beginnen</translation>
    </message>
    <message>
        <source>&amp;Undo in the Packet</source>
        <translation>Im Paket &amp;rückgängig</translation>
    </message>
    <message>
        <source>Take back the last step (Ctrl+Z in the composer)</source>
        <translation>Den letzten Schritt zurücknehmen (Strg+Z beim Verfassen)</translation>
    </message>
    <message>
        <source>&amp;Redo in the Packet</source>
        <translation>Im Paket &amp;wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back (Ctrl+Shift+Z in the composer)</source>
        <translation>Zurückgenommenes wiederholen (Strg+Umschalt+Z beim Verfassen)</translation>
    </message>
    <message>
        <source>Make Ever&amp;ything Automatic</source>
        <translation>&amp;Alles selbsttätig</translation>
    </message>
    <message>
        <source>Lengths, checksums and numbers of next layers follow from the rest again</source>
        <translation>Längen, Prüfsummen und Nummern der nächsten Schichten folgen wieder aus dem Rest</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Stop Sendin&amp;g</source>
        <translation>Senden s&amp;toppen</translation>
    </message>
    <message>
        <source>Hex &amp;Stream</source>
        <translation>Hex&amp;kette</translation>
    </message>
    <message>
        <source>&amp;Hex Dump</source>
        <translation>&amp;Hexdump</translation>
    </message>
    <message>
        <source>&amp;C Array</source>
        <translation>&amp;C-Feld</translation>
    </message>
    <message>
        <source>pasted bytes</source>
        <translation>eingefügte Bytes</translation>
    </message>
    <message>
        <source>Send no more</source>
        <translation>Nichts mehr senden</translation>
    </message>
    <message>
        <source>Send the packet (Ctrl+Return)</source>
        <translation>Das Paket senden (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>sallyport::ComposeBytes</name>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1 bytes · editable</source>
        <translation>%1 Bytes · änderbar</translation>
    </message>
    <message>
        <source>%1 · byte %2 · editable</source>
        <translation>%1 · Byte %2 · änderbar</translation>
    </message>
    <message>
        <source>%1 · bytes %2–%3 · editable</source>
        <translation>%1 · Bytes %2–%3 · änderbar</translation>
    </message>
</context>
<context>
    <name>sallyport::ComposeDock</name>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Paste hex</source>
        <translation>Hex einfügen</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>Schicht hinzufügen</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Add a payload</source>
        <translation>Nutzdaten hinzufügen</translation>
    </message>
    <message>
        <source>Raw bytes in the layer on top</source>
        <translation>Rohe Bytes in der obersten Schicht</translation>
    </message>
    <message>
        <source>The layer on top carries nothing</source>
        <translation>Die oberste Schicht trägt nichts</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
</context>
<context>
    <name>sallyport::CurveEditor</name>
    <message>
        <source>Filter of the curve</source>
        <translation>Filter der Kurve</translation>
    </message>
    <message>
        <source>packets to count: tcp.flags.syn == 1</source>
        <translation>zu zählende Pakete: tcp.flags.syn == 1</translation>
    </message>
    <message>
        <source>Name of the curve</source>
        <translation>Name der Kurve</translation>
    </message>
    <message>
        <source>name, if not the filter</source>
        <translation>Name, wenn nicht der Filter</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>Add curve</source>
        <translation>Kurve hinzufügen</translation>
    </message>
    <message>
        <source>Change curve</source>
        <translation>Kurve ändern</translation>
    </message>
</context>
<context>
    <name>sallyport::CurveListModel</name>
    <message>
        <source>All packets</source>
        <translation>Alle Pakete</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>%1: packets that match %2</source>
        <translation>%1: Pakete, die auf %2 passen</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Bits/s</source>
        <translation>Bits/s</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>Pakete/s</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
</context>
<context>
    <name>sallyport::CurveTable</name>
    <message>
        <source>Curves, with their values</source>
        <translation>Kurven mit ihren Werten</translation>
    </message>
</context>
<context>
    <name>sallyport::CurvesPane</name>
    <message>
        <source>Add a curve of the packets that match a filter</source>
        <translation>Eine Kurve der Pakete, die auf einen Filter passen</translation>
    </message>
    <message>
        <source>Add c&amp;urve…</source>
        <translation>Kurve &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Curve of the display &amp;filter</source>
        <translation>Kurve des An&amp;zeigefilters</translation>
    </message>
    <message>
        <source>C&amp;hange curve…</source>
        <translation>Kurve än&amp;dern …</translation>
    </message>
    <message>
        <source>&amp;Remove curve</source>
        <translation>Kurve &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Show the packets it counts</source>
        <translation>Die gezählten Pakete ze&amp;igen</translation>
    </message>
</context>
<context>
    <name>sallyport::FieldMenu</name>
    <message>
        <source>&amp;Selected</source>
        <translation>&amp;Das Gewählte</translation>
    </message>
    <message>
        <source>&amp;Not Selected</source>
        <translation>&amp;Nicht das Gewählte</translation>
    </message>
    <message>
        <source>…&amp;and Selected</source>
        <translation>… &amp;und das Gewählte</translation>
    </message>
    <message>
        <source>…&amp;or Selected</source>
        <translation>… &amp;oder das Gewählte</translation>
    </message>
    <message>
        <source>…and no&amp;t Selected</source>
        <translation>… und ni&amp;cht das Gewählte</translation>
    </message>
    <message>
        <source>…or not Se&amp;lected</source>
        <translation>… oder nicht das G&amp;ewählte</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>&amp;Zeile</translation>
    </message>
    <message>
        <source>Field &amp;Name</source>
        <translation>Feld&amp;name</translation>
    </message>
    <message>
        <source>As &amp;Filter</source>
        <translation>Als &amp;Filter</translation>
    </message>
    <message>
        <source>Bytes as &amp;Hex Dump</source>
        <translation>Bytes als &amp;Hexdump</translation>
    </message>
    <message>
        <source>Bytes as Hex &amp;Stream</source>
        <translation>Bytes als Hex&amp;kette</translation>
    </message>
    <message>
        <source>Bytes as Printable &amp;Text</source>
        <translation>Bytes als druckbarer &amp;Text</translation>
    </message>
    <message>
        <source>Bytes as C &amp;Array</source>
        <translation>Bytes als &amp;C-Feld</translation>
    </message>
    <message>
        <source>&amp;Drop Packets Like This</source>
        <translation>Pakete wie dieses &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Accept Packets Like This</source>
        <translation>Pakete wie dieses &amp;annehmen</translation>
    </message>
    <message>
        <source>Apply as &amp;Filter</source>
        <translation>Als &amp;Filter anwenden</translation>
    </message>
    <message>
        <source>&amp;Prepare as Filter</source>
        <translation>Als Filter vor&amp;bereiten</translation>
    </message>
    <message>
        <source>Apply as C&amp;olumn</source>
        <translation>Als &amp;Spalte anwenden</translation>
    </message>
</context>
<context>
    <name>sallyport::FieldRow</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Let it follow from the rest of the packet again</source>
        <translation>Wieder aus dem Rest des Pakets folgen lassen</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>von Ihnen gesetzt</translation>
    </message>
    <message>
        <source>as captured</source>
        <translation>wie mitgeschnitten</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>It keeps what you set, whatever changes around it</source>
        <translation>Es behält, was Sie setzten, was auch immer sich darum ändert</translation>
    </message>
    <message>
        <source>It is not what the rest of the packet asks for</source>
        <translation>Es ist nicht, was der Rest des Pakets verlangt</translation>
    </message>
    <message>
        <source>It follows from the rest of the packet</source>
        <translation>Es folgt aus dem Rest des Pakets</translation>
    </message>
    <message>
        <source>make automatic</source>
        <translation>selbsttätig machen</translation>
    </message>
    <message>
        <source>right: %1</source>
        <translation>richtig: %1</translation>
    </message>
    <message>
        <source>%1: make automatic, %2</source>
        <translation>%1: selbsttätig machen, %2</translation>
    </message>
    <message>
        <source>varied: %1</source>
        <translation>verändert: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::FieldsView</name>
    <message>
        <source>Fields of the packet</source>
        <translation>Felder des Pakets</translation>
    </message>
    <message>
        <source>Select a packet to see its fields</source>
        <translation>Wählen Sie ein Paket, um seine Felder zu sehen</translation>
    </message>
</context>
<context>
    <name>sallyport::FileCommands</name>
    <message>
        <source>Captures (*.pcapng *.pcap *.cap *.pcapng.gz *.pcap.gz *.cap.gz *.ntar *.dmp);;All files (*)</source>
        <translation>Mitschnitte (*.pcapng *.pcap *.cap *.pcapng.gz *.pcap.gz *.cap.gz *.ntar *.dmp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation>Einen Mitschnitt öffnen</translation>
    </message>
    <message>
        <source>pcapng, with verdicts and rules (*.pcapng)</source>
        <translation>pcapng, mit Urteilen und Regeln (*.pcapng)</translation>
    </message>
    <message>
        <source>pcapng, compressed (*.pcapng.gz)</source>
        <translation>pcapng, komprimiert (*.pcapng.gz)</translation>
    </message>
    <message>
        <source>pcap (*.pcap)</source>
        <translation>pcap (*.pcap)</translation>
    </message>
    <message>
        <source>pcap, compressed (*.pcap.gz)</source>
        <translation>pcap, komprimiert (*.pcap.gz)</translation>
    </message>
    <message>
        <source>Save the capture</source>
        <translation>Den Mitschnitt speichern</translation>
    </message>
    <message>
        <source>Save the packets shown</source>
        <translation>Die gezeigten Pakete speichern</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation>Noch wurde keine Datei geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Unsaved packets</source>
        <translation>Ungespeicherte Pakete</translation>
    </message>
    <message>
        <source>Save the %1 packets that were captured?</source>
        <translation>Die %1 mitgeschnittenen Pakete speichern?</translation>
    </message>
    <message>
        <source>They are kept nowhere else.</source>
        <translation>Sie sind sonst nirgends aufgehoben.</translation>
    </message>
    <message>
        <source>Saving packets</source>
        <translation>Pakete speichern</translation>
    </message>
    <message>
        <source>They are kept nowhere else. What still arrives while they are saved is not kept.</source>
        <translation>Sie sind sonst nirgends aufgehoben. Was noch eintrifft, während sie gespeichert werden, wird nicht aufgehoben.</translation>
    </message>
</context>
<context>
    <name>sallyport::FilterBar</name>
    <message>
        <source>Apply ⏎</source>
        <translation>Anwenden ⏎</translation>
    </message>
    <message>
        <source>Show only packets that match (Enter)</source>
        <translation>Nur passende Pakete zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>Drop these…</source>
        <translation>Diese verwerfen …</translation>
    </message>
    <message>
        <source>Make a rule of this filter</source>
        <translation>Aus diesem Filter eine Regel machen</translation>
    </message>
    <message>
        <source>Keep this filter as a button</source>
        <translation>Diesen Filter als Knopf behalten</translation>
    </message>
    <message>
        <source>Filters used lately</source>
        <translation>Zuletzt benutzte Filter</translation>
    </message>
    <message>
        <source>Take what was suggested</source>
        <translation>Den Vorschlag nehmen</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1 Pakete</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>Keep a filter</source>
        <translation>Einen Filter behalten</translation>
    </message>
    <message>
        <source>Label of the button for
%1</source>
        <translation>Aufschrift des Knopfs für
%1</translation>
    </message>
    <message>
        <source>1 packet</source>
        <translation>1 Paket</translation>
    </message>
    <message>
        <source>&amp;No filter was used yet</source>
        <translation>&amp;Noch wurde kein Filter benutzt</translation>
    </message>
    <message>
        <source>Show &amp;all packets</source>
        <translation>&amp;Alle Pakete zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove this button</source>
        <translation>Diesen Knopf &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>sallyport::FilterEdit</name>
    <message>
        <source>Filter packets, as in Wireshark: ip.addr == 10.0.0.1 &amp;&amp; tcp</source>
        <translation>Pakete filtern wie in Wireshark: ip.addr == 10.0.0.1 &amp;&amp; tcp</translation>
    </message>
    <message>
        <source>Display filter</source>
        <translation>Anzeigefilter</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>. Did you mean %1?</source>
        <translation>. War %1 gemeint?</translation>
    </message>
</context>
<context>
    <name>sallyport::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Text or bytes to find</source>
        <translation>Gesuchter Text oder gesuchte Bytes</translation>
    </message>
    <message>
        <source>Filter to find</source>
        <translation>Gesuchter Filter</translation>
    </message>
    <message>
        <source>Find previous (Ctrl+B)</source>
        <translation>Rückwärts suchen (Strg+B)</translation>
    </message>
    <message>
        <source>Find next (Ctrl+N)</source>
        <translation>Weitersuchen (Strg+N)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Hexadecimal: 47 45 54</source>
        <translation>Hexadezimal: 47 45 54</translation>
    </message>
    <message>
        <source>Text in the list or in the bytes</source>
        <translation>Text in der Liste oder in den Bytes</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>es wird gesucht …</translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
</context>
<context>
    <name>sallyport::FlowListModel</name>
    <message>
        <source>The highest protocol that was seen in the flow</source>
        <translation>Das höchste Protokoll, das im Fluss zu sehen war</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Who began the flow</source>
        <translation>Wer den Fluss begann</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Whom the client called</source>
        <translation>Wen der Client ansprach</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The server&apos;s name, the DNS question or the HTTP host</source>
        <translation>Der Name des Servers, die DNS-Frage oder der HTTP-Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Packets of both directions</source>
        <translation>Pakete beider Richtungen</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Bytes on the wire, of both directions</source>
        <translation>Bytes auf der Leitung, beide Richtungen</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Bytes from the client to the server</source>
        <translation>Bytes vom Client zum Server</translation>
    </message>
    <message>
        <source>To server</source>
        <translation>Zum Server</translation>
    </message>
    <message>
        <source>Bytes from the server to the client</source>
        <translation>Bytes vom Server zum Client</translation>
    </message>
    <message>
        <source>To client</source>
        <translation>Zum Client</translation>
    </message>
    <message>
        <source>From the first packet to the last</source>
        <translation>Vom ersten bis zum letzten Paket</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>When the first packet came</source>
        <translation>Wann das erste Paket kam</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Whether the flow goes on, and how it ended</source>
        <translation>Ob der Fluss weitergeht und wie er endete</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The verdict on its last packet; how many had the same, where not all did</source>
        <translation>Das Urteil über sein letztes Paket; wie viele dasselbe hatten, wo nicht alle</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>The rule that decided its last packet</source>
        <translation>Die Regel, die über sein letztes Paket entschied</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>failure policy</source>
        <translation>Ausfallregel</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>ohne Antwort</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>schließt</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 packets to the server, %2 to the client</source>
        <translation>%1 Pakete zum Server, %2 zum Client</translation>
    </message>
    <message>
        <source>%1 accepted, %2 dropped</source>
        <translation>%1 angenommen, %2 verworfen</translation>
    </message>
</context>
<context>
    <name>sallyport::FlowsDock</name>
    <message>
        <source>Search: address, port, protocol, name</source>
        <translation>Suche: Adresse, Port, Protokoll, Name</translation>
    </message>
    <message>
        <source>Search flows</source>
        <translation>Flüsse suchen</translation>
    </message>
    <message>
        <source>Shows the flows that have all these words in their addresses, ports, protocol or name</source>
        <translation>Zeigt die Flüsse, die alle diese Wörter in Adressen, Ports, Protokoll oder Namen haben</translation>
    </message>
    <message>
        <source>Which flows</source>
        <translation>Welche Flüsse</translation>
    </message>
    <message>
        <source>All flows</source>
        <translation>Alle Flüsse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>With drops</source>
        <translation>Mit Verworfenem</translation>
    </message>
    <message>
        <source>Flow list</source>
        <translation>Liste der Flüsse</translation>
    </message>
    <message>
        <source>Show its &amp;packets</source>
        <translation>Seine &amp;Pakete zeigen</translation>
    </message>
    <message>
        <source>Show only the packets of this flow in the packet list, both directions</source>
        <translation>In der Paketliste nur die Pakete dieses Flusses zeigen, beide Richtungen</translation>
    </message>
    <message>
        <source>&amp;Go to its first packet</source>
        <translation>&amp;Gehe zu seinem ersten Paket</translation>
    </message>
    <message>
        <source>&amp;Drop this flow</source>
        <translation>Diesen Fluss &amp;verwerfen</translation>
    </message>
    <message>
        <source>Add a rule that drops just this flow, both directions</source>
        <translation>Eine Regel, die nur diesen Fluss verwirft, beide Richtungen</translation>
    </message>
    <message>
        <source>Accept &amp;this flow</source>
        <translation>Diesen Fluss &amp;annehmen</translation>
    </message>
    <message>
        <source>Add a rule that accepts just this flow, both directions</source>
        <translation>Eine Regel, die nur diesen Fluss annimmt, beide Richtungen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Select the flow of this packet in the flow list</source>
        <translation>Den Fluss dieses Pakets in der Liste der Flüsse wählen</translation>
    </message>
    <message>
        <source>&amp;Keep at most</source>
        <translation>&amp;Höchstens behalten</translation>
    </message>
    <message>
        <source>%1 flows, in up to %2</source>
        <translation>%1 Flüsse, in bis zu %2</translation>
    </message>
    <message>
        <source>No flow is open.</source>
        <translation>Kein Fluss ist offen.</translation>
    </message>
    <message>
        <source>No packet of any flow was dropped.</source>
        <translation>Von keinem Fluss wurde ein Paket verworfen.</translation>
    </message>
    <message>
        <source>No flow has these words. Clear the search to see all %1.</source>
        <translation>Kein Fluss hat diese Wörter. Leeren Sie die Suche, um alle %1 zu sehen.</translation>
    </message>
    <message>
        <source>No packets yet: flows appear here as soon as somebody talks.</source>
        <translation>Noch keine Pakete: Flüsse erscheinen hier, sobald jemand spricht.</translation>
    </message>
    <message>
        <source>Looking through the packets …</source>
        <translation>Die Pakete werden durchgesehen …</translation>
    </message>
    <message>
        <source>No capture is open.</source>
        <translation>Kein Mitschnitt ist offen.</translation>
    </message>
    <message>
        <source>%1 flows</source>
        <translation>%1 Flüsse</translation>
    </message>
    <message>
        <source>%1 of %2 flows</source>
        <translation>%1 von %2 Flüssen</translation>
    </message>
    <message>
        <source>%1 let go</source>
        <translation>%1 losgelassen</translation>
    </message>
    <message>
        <source>%1 packets not counted</source>
        <translation>%1 Pakete nicht gezählt</translation>
    </message>
    <message>
        <source>The list keeps %1 flows at most and lets go of those that were idle for longest. Packets that had left the capture&apos;s memory before the list was opened are not counted.</source>
        <translation>Die Liste behält höchstens %1 Flüsse und lässt die am längsten ruhenden los. Pakete, die den Puffer des Mitschnitts schon verlassen hatten, als die Liste geöffnet wurde, sind nicht gezählt.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 nach %3</translation>
    </message>
    <message>
        <source>Show Its F&amp;low</source>
        <translation>Seinen F&amp;luss zeigen</translation>
    </message>
</context>
<context>
    <name>sallyport::HexDialog</name>
    <message>
        <source>Paste Hex</source>
        <translation>Hex einfügen</translation>
    </message>
    <message>
        <source>Bytes in hexadecimal</source>
        <translation>Hexadezimale Bytes</translation>
    </message>
    <message>
        <source>45 00 00 54 … or a dump of Wireshark, tcpdump -x, hexdump -C, xxd</source>
        <translation>45 00 00 54 … oder ein Auszug von Wireshark, tcpdump -x, hexdump -C, xxd</translation>
    </message>
    <message>
        <source>Ethernet</source>
        <translation>Ethernet</translation>
    </message>
    <message>
        <source>IPv4 or IPv6</source>
        <translation>IPv4 oder IPv6</translation>
    </message>
    <message>
        <source>Linux cooked capture</source>
        <translation>Linux cooked capture</translation>
    </message>
    <message>
        <source>BSD loopback</source>
        <translation>BSD loopback</translation>
    </message>
    <message>
        <source>The packet begins with</source>
        <translation>Das Paket beginnt mit</translation>
    </message>
    <message>
        <source>The packet &amp;begins with</source>
        <translation>Das Paket &amp;beginnt mit</translation>
    </message>
    <message>
        <source>Offsets and text beside the bytes are recognised and left out.</source>
        <translation>Abstände und Text neben den Bytes werden erkannt und ausgelassen.</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>&amp;Compose</source>
        <translation>&amp;Verfassen</translation>
    </message>
    <message>
        <source>Bytes in &amp;hexadecimal</source>
        <translation>&amp;Hexadezimale Bytes</translation>
    </message>
</context>
<context>
    <name>sallyport::InterfaceModel</name>
    <message>
        <source>down</source>
        <translation>nicht aktiv</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>sallyport::KeptNotice</name>
    <message>
        <source>1 capture was kept at a sudden end: %1</source>
        <translation>1 Mitschnitt wurde bei einem plötzlichen Ende aufgehoben: %1</translation>
    </message>
    <message>
        <source>%1 captures were kept at sudden ends: %2</source>
        <translation>%1 Mitschnitte wurden bei einem plötzlichen Ende aufgehoben: %2</translation>
    </message>
    <message>
        <source>Packets that nobody had saved when the program had to end. They stay in %1 until somebody removes them.</source>
        <translation>Pakete, die niemand gespeichert hatte, als das Programm enden musste. Sie bleiben in %1, bis jemand sie löscht.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the captures that were kept in the file manager</source>
        <translation>Die aufgehobenen Mitschnitte im Dateiverwalter zeigen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Remove the captures that were kept, after a question</source>
        <translation>Die aufgehobenen Mitschnitte nach einer Rückfrage löschen</translation>
    </message>
    <message>
        <source>Kept captures</source>
        <translation>Aufgehobene Mitschnitte</translation>
    </message>
    <message>
        <source>Remove the capture that was kept?</source>
        <translation>Den aufgehobenen Mitschnitt löschen?</translation>
    </message>
    <message>
        <source>Remove the %1 captures that were kept?</source>
        <translation>Die %1 aufgehobenen Mitschnitte löschen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>That frees %1. The packets are kept nowhere else.</source>
        <translation>Das gibt %1 frei. Die Pakete sind nirgends sonst aufgehoben.</translation>
    </message>
</context>
<context>
    <name>sallyport::LayerForm</name>
    <message>
        <source>Add: %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message>
        <source>Show 1 earlier field</source>
        <translation>1 früheres Feld zeigen</translation>
    </message>
    <message>
        <source>Show %1 earlier fields</source>
        <translation>%1 frühere Felder zeigen</translation>
    </message>
    <message>
        <source>Show 1 more field</source>
        <translation>1 weiteres Feld zeigen</translation>
    </message>
    <message>
        <source>Show %1 more fields</source>
        <translation>%1 weitere Felder zeigen</translation>
    </message>
    <message>
        <source>%1 follow</source>
        <translation>%1 folgen</translation>
    </message>
    <message>
        <source>%1 stand before</source>
        <translation>%1 stehen davor</translation>
    </message>
</context>
<context>
    <name>sallyport::LayerHeader</name>
    <message>
        <source>Duplicate the layer</source>
        <translation>Die Schicht verdoppeln</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>Die Schicht entfernen</translation>
    </message>
    <message>
        <source>Drag the handle or press Alt+Up and Alt+Down to move the layer, Delete to remove it</source>
        <translation>Am Griff ziehen oder mit Alt+Auf und Alt+Ab verschieben, mit Entf entfernen</translation>
    </message>
    <message>
        <source>Layer %1, %2</source>
        <translation>Schicht %1, %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>sallyport::LayerStack</name>
    <message>
        <source>Layers of the packet</source>
        <translation>Schichten des Pakets</translation>
    </message>
    <message>
        <source>Begin with a template, a captured packet, pasted bytes, or add a layer.</source>
        <translation>Beginnen Sie mit einer Vorlage, einem mitgeschnittenen Paket, eingefügten Bytes, oder fügen Sie eine Schicht hinzu.</translation>
    </message>
    <message>
        <source>Insert &amp;Before</source>
        <translation>&amp;Davor einfügen</translation>
    </message>
    <message>
        <source>Insert &amp;After</source>
        <translation>Da&amp;hinter einfügen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Du&amp;plicate</source>
        <translation>&amp;Verdoppeln</translation>
    </message>
</context>
<context>
    <name>sallyport::LockoutGuard</name>
    <message>
        <source>Keep it</source>
        <translation>Dabei bleiben</translation>
    </message>
    <message>
        <source>Take it back now</source>
        <translation>Jetzt zurücknehmen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing passes any more.&lt;/b&gt; The last change of the rules drops every packet. It is taken back in %1 s.</source>
        <translation>&lt;b&gt;Nichts kommt mehr durch.&lt;/b&gt; Die letzte Änderung der Regeln verwirft jedes Paket. In %1 s wird sie zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>sallyport::MainToolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What is watched or judged</source>
        <translation>Wem zugesehen oder was beurteilt wird</translation>
    </message>
    <message>
        <source>While Sallyport cannot judge</source>
        <translation>Solange Sallyport nicht urteilen kann</translation>
    </message>
    <message>
        <source>let traffic through</source>
        <translation>Verkehr durchlassen</translation>
    </message>
    <message>
        <source>refuse traffic</source>
        <translation>Verkehr abweisen</translation>
    </message>
    <message>
        <source>If it cannot judge:</source>
        <translation>Wenn es nicht urteilen kann:</translation>
    </message>
    <message>
        <source>Firewall on</source>
        <translation>Firewall an</translation>
    </message>
    <message>
        <source>Firewall off</source>
        <translation>Firewall aus</translation>
    </message>
    <message>
        <source>Rules act on this traffic. Click to turn the firewall off.</source>
        <translation>Regeln wirken auf diesen Verkehr. Ein Klick schaltet die Firewall aus.</translation>
    </message>
    <message>
        <source>Rules do not act. Click to turn the firewall on.</source>
        <translation>Regeln wirken nicht. Ein Klick schaltet die Firewall ein.</translation>
    </message>
    <message>
        <source>What happens to packets when the queue is full, because Sallyport hangs or is overrun. When it ends, traffic flows as without it.</source>
        <translation>Was mit Paketen geschieht, wenn die Warteschlange voll ist, weil Sallyport hängt oder nicht nachkommt. Endet es, läuft der Verkehr wie ohne es.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Panic: remove all rules</source>
        <translation>Panik: alle Regeln entfernen</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Panik</translation>
    </message>
    <message>
        <source>Let Traffic &amp;Through</source>
        <translation>Verkehr &amp;durchlassen</translation>
    </message>
    <message>
        <source>&amp;Refuse Traffic</source>
        <translation>Verkehr &amp;abweisen</translation>
    </message>
</context>
<context>
    <name>sallyport::MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Seconds Since &amp;Beginning of Capture</source>
        <translation>Sekunden seit &amp;Beginn des Mitschnitts</translation>
    </message>
    <message>
        <source>Seconds Since &amp;Previous Packet</source>
        <translation>Sekunden seit dem &amp;vorigen Paket</translation>
    </message>
    <message>
        <source>&amp;Time of Day</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;Date and Time of Day</source>
        <translation>&amp;Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;UTC Date and Time of Day</source>
        <translation>Datum und Uhrzeit in U&amp;TC</translation>
    </message>
    <message>
        <source>Seconds Since 1970 (&amp;Epoch)</source>
        <translation>Sekunden seit 1970 (&amp;Epoche)</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu beginnen</translation>
    </message>
    <message>
        <source>%1 — Sallyport</source>
        <translation>%1 — Sallyport</translation>
    </message>
    <message>
        <source>Sallyport</source>
        <translation>Sallyport</translation>
    </message>
    <message>
        <source>Dropping from now on: %1</source>
        <translation>Wird von jetzt an verworfen: %1</translation>
    </message>
    <message>
        <source>Accepting from now on: %1</source>
        <translation>Wird von jetzt an angenommen: %1</translation>
    </message>
    <message>
        <source>%1 (as soon as the firewall is on; this is only watched)</source>
        <translation>%1 (sobald die Firewall an ist; hier wird nur zugesehen)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Go to packet</source>
        <translation>Gehe zu Paket</translation>
    </message>
    <message>
        <source>Packet number (%1 … %2)</source>
        <translation>Nummer des Pakets (%1 … %2)</translation>
    </message>
</context>
<context>
    <name>sallyport::MessageStrip</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sallyport::NumberEditor</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>0x%1 to 0x%2</source>
        <translation>0x%1 bis 0x%2</translation>
    </message>
    <message>
        <source>A number is expected</source>
        <translation>Erwartet wird eine Zahl</translation>
    </message>
    <message>
        <source>A number is expected: %1</source>
        <translation>Erwartet wird eine Zahl: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::OutsideStrip</name>
    <message>
        <source>Send there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>%1 lies outside your own networks.</source>
        <translation>%1 liegt außerhalb Ihrer eigenen Netze.</translation>
    </message>
    <message>
        <source>%1 You chose not to send there.</source>
        <translation>%1 Sie wollten nicht dorthin senden.</translation>
    </message>
    <message>
        <source>%1 Make sure that its owner agrees. Your answer holds until Sallyport ends.</source>
        <translation>%1 Vergewissern Sie sich, dass der Eigentümer einverstanden ist. Ihre Antwort gilt, bis Sallyport endet.</translation>
    </message>
</context>
<context>
    <name>sallyport::PacketColumns</name>
    <message>
        <source>&amp;Remove Column</source>
        <translation>Spalte &amp;entfernen</translation>
    </message>
    <message>
        <source>Standard &amp;Columns</source>
        <translation>&amp;Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>sallyport::PacketListModel</name>
    <message>
        <source>&lt;Ignored&gt;</source>
        <translation>&lt;Ignoriert&gt;</translation>
    </message>
    <message>
        <source>*REF*</source>
        <translation>*REF*</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>failure policy</source>
        <translation>Ausfallregel</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
</context>
<context>
    <name>sallyport::PacketSearch</name>
    <message>
        <source>Say what to look for.</source>
        <translation>Sagen Sie, was gesucht wird.</translation>
    </message>
    <message>
        <source>These are not bytes in hexadecimal, such as 47 45 54.</source>
        <translation>Das sind keine hexadezimalen Bytes wie 47 45 54.</translation>
    </message>
</context>
<context>
    <name>sallyport::PacketTable</name>
    <message>
        <source>Packet list</source>
        <translation>Paketliste</translation>
    </message>
</context>
<context>
    <name>sallyport::Preferences</name>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation>wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>A live capture or a firewall drops its oldest packets when it has more than this. They lie in a temporary file, not in memory. It holds from the next start of a capture.</source>
        <translation>Ein laufender Mitschnitt oder eine Firewall vergisst die ältesten Pakete, wenn es mehr werden. Sie liegen in einer temporären Datei, nicht im Arbeitsspeicher. Das gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>let traffic through</source>
        <translation>Verkehr durchlassen</translation>
    </message>
    <message>
        <source>refuse traffic</source>
        <translation>Verkehr abweisen</translation>
    </message>
    <message>
        <source>one a core (%1)</source>
        <translation>eine je Kern (%1)</translation>
    </message>
    <message>
        <source>Packets wait for a program that hangs or is overrun. This says what happens to them when its queue is full. When it ends or is killed, the kernel removes our table and traffic flows as without it.</source>
        <translation>Auf ein Programm, das hängt oder nicht nachkommt, warten Pakete. Hier steht, was mit ihnen geschieht, wenn seine Warteschlange voll ist. Endet es oder wird es beendet, entfernt der Kern unsere Tabelle, und der Verkehr läuft wie ohne es.</translation>
    </message>
    <message>
        <source>It holds from the next start of the firewall.</source>
        <translation>Das gilt ab dem nächsten Start der Firewall.</translation>
    </message>
    <message>
        <source>Loo&amp;k</source>
        <translation>Aus&amp;sehen</translation>
    </message>
    <message>
        <source>Ca&amp;pture</source>
        <translation>&amp;Mitschnitt</translation>
    </message>
    <message>
        <source>Fire&amp;wall</source>
        <translation>Fire&amp;wall</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Font</source>
        <translation>Sc&amp;hrift</translation>
    </message>
    <message>
        <source>Fi&amp;xed-width font</source>
        <translation>Schrift fester &amp;Breite</translation>
    </message>
    <message>
        <source>Font &amp;size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Vergrößerung</translation>
    </message>
    <message>
        <source>Keep at &amp;most</source>
        <translation>&amp;Höchstens behalten</translation>
    </message>
    <message>
        <source>Keep packets f&amp;or</source>
        <translation>Pakete &amp;behalten für</translation>
    </message>
    <message>
        <source>also judge traffic that this machine fo&amp;rwards</source>
        <translation>auch Verkehr beurteilen, den dieser Rechner we&amp;iterleitet</translation>
    </message>
    <message>
        <source>While Sallyport cannot &amp;judge</source>
        <translation>Solange Sallyport nicht &amp;urteilen kann</translation>
    </message>
    <message>
        <source>&amp;Queues</source>
        <translation>War&amp;teschlangen</translation>
    </message>
</context>
<context>
    <name>sallyport::RecentFilesModel</name>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1 Pakete</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 packet</source>
        <translation>1 Paket</translation>
    </message>
</context>
<context>
    <name>sallyport::RepliesPanel</name>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Replies to what was sent</source>
        <translation>Antworten auf das Gesendete</translation>
    </message>
    <message>
        <source>matched to what was sent</source>
        <translation>dem Gesendeten zugeordnet</translation>
    </message>
    <message>
        <source>nothing is captured: replies are not seen</source>
        <translation>nichts wird mitgeschnitten: Antworten sind nicht zu sehen</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 von %2 beantwortet</translation>
    </message>
    <message>
        <source>Answers to what you send show here</source>
        <translation>Antworten auf das, was Sie senden, erscheinen hier</translation>
    </message>
</context>
<context>
    <name>sallyport::ReplyListModel</name>
    <message>
        <source>packet %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>dropped by us, not sent on</source>
        <translation>von uns verworfen, nicht weitergeleitet</translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation>es wird gewartet …</translation>
    </message>
    <message>
        <source>no reply</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Our verdict</source>
        <translation>Unser Urteil</translation>
    </message>
</context>
<context>
    <name>sallyport::RequirementNotice</name>
    <message>
        <source>Check again</source>
        <translation>Nochmals prüfen</translation>
    </message>
    <message>
        <source>One thing is missing</source>
        <translation>Eines fehlt</translation>
    </message>
    <message>
        <source>%1 things are missing</source>
        <translation>%1 Dinge fehlen</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::RuleDelegate</name>
    <message>
        <source>everything else (default)</source>
        <translation>alles andere (Vorgabe)</translation>
    </message>
    <message>
        <source>every packet</source>
        <translation>jedes Paket</translation>
    </message>
    <message>
        <source>%1 packets, %2</source>
        <translation>%1 Pakete, %2</translation>
    </message>
    <message>
        <source>, last at %1</source>
        <translation>, zuletzt um %1</translation>
    </message>
</context>
<context>
    <name>sallyport::RuleEditor</name>
    <message>
        <source>any direction</source>
        <translation>jede Richtung</translation>
    </message>
    <message>
        <source>in</source>
        <translation>herein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>hinaus</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>every packet, or a filter: tcp.dstport == 23</source>
        <translation>jedes Paket, oder ein Filter: tcp.dstport == 23</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>note: what the rule is for</source>
        <translation>Notiz: wozu die Regel da ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>Regel ändern</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
</context>
<context>
    <name>sallyport::RuleListModel</name>
    <message>
        <source>there is no rule in row %1</source>
        <translation>in Zeile %1 steht keine Regel</translation>
    </message>
    <message>
        <source>Rule %1, %2: %3 %4; %5 hits</source>
        <translation>Regel %1, %2: %3 %4; %5 Treffer</translation>
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
        <source>every packet</source>
        <translation>jedes Paket</translation>
    </message>
    <message>
        <source>Everything else: %1; %2 hits</source>
        <translation>Alles andere: %1; %2 Treffer</translation>
    </message>
</context>
<context>
    <name>sallyport::RuleTrial</name>
    <message>
        <source>would have matched all %1 packets seen</source>
        <translation>hätte auf alle %1 gesehenen Pakete gepasst</translation>
    </message>
    <message>
        <source>would have matched %1 of the %2 packets seen</source>
        <translation>hätte auf %1 der %2 gesehenen Pakete gepasst</translation>
    </message>
</context>
<context>
    <name>sallyport::RuleView</name>
    <message>
        <source>Rules, the first that matches wins</source>
        <translation>Regeln, die erste passende gilt</translation>
    </message>
    <message>
        <source>No rules yet. Right-click a packet or a field and choose &quot;Drop packets like this&quot;, or press + and write a filter.</source>
        <translation>Noch keine Regeln. Klicken Sie mit der rechten Taste auf ein Paket oder Feld und wählen Sie „Pakete wie dieses verwerfen“, oder drücken Sie + und schreiben Sie einen Filter.</translation>
    </message>
</context>
<context>
    <name>sallyport::RulesDock</name>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>More about rules</source>
        <translation>Mehr zu Regeln</translation>
    </message>
    <message>
        <source>first match wins</source>
        <translation>die erste passende gilt</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1 Pakete</translation>
    </message>
    <message>
        <source>last hit at %1</source>
        <translation>letzter Treffer um %1</translation>
    </message>
    <message>
        <source>never hit</source>
        <translation>nie getroffen</translation>
    </message>
    <message>
        <source>Not changed: %1</source>
        <translation>Nicht geändert: %1</translation>
    </message>
    <message>
        <source>Open rules</source>
        <translation>Regeln öffnen</translation>
    </message>
    <message>
        <source>Rules (*.rules *.txt);;All files (*)</source>
        <translation>Regeln (*.rules *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>1 packet</source>
        <translation>1 Paket</translation>
    </message>
    <message>
        <source>&amp;New rule…</source>
        <translation>&amp;Neue Regel …</translation>
    </message>
    <message>
        <source>&amp;Edit rule…</source>
        <translation>Regel &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Switch on or off</source>
        <translation>&amp;Ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Mo&amp;ve up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Re&amp;move rule</source>
        <translation>Regel en&amp;tfernen</translation>
    </message>
    <message>
        <source>Show the &amp;packets it matches</source>
        <translation>Die &amp;Pakete zeigen, auf die sie passt</translation>
    </message>
    <message>
        <source>&amp;Open rules…</source>
        <translation>Regeln ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>S&amp;ave rules as…</source>
        <translation>Regeln &amp;speichern unter …</translation>
    </message>
    <message>
        <source>Remove a&amp;ll rules</source>
        <translation>Alle Re&amp;geln entfernen</translation>
    </message>
    <message>
        <source>Drop everyt&amp;hing else</source>
        <translation>A&amp;lles andere verwerfen</translation>
    </message>
    <message>
        <source>Accept everyt&amp;hing else</source>
        <translation>A&amp;lles andere annehmen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>sallyport::SafetyPanel</name>
    <message>
        <source>While Sallyport cannot judge</source>
        <translation>Solange Sallyport nicht urteilen kann</translation>
    </message>
    <message>
        <source>Our table in the kernel</source>
        <translation>Unsere Tabelle im Kernel</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>NFQUEUEs that the kernel hands packets to us through, one thread each</source>
        <translation>NFQUEUEs, durch die der Kernel uns Pakete reicht, je ein Thread</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>packets in the kernel&apos;s queues now</source>
        <translation>Pakete, die jetzt in den Warteschlangen des Kernels stehen</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>accepted and dropped since the start</source>
        <translation>angenommen und verworfen seit dem Start</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>by the kernel because a queue was full</source>
        <translation>vom Kernel, weil eine Warteschlange voll war</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>packets that got the failure policy&apos;s verdict because we could not give one</source>
        <translation>Pakete, über die die Ausfallregel entschied, weil wir es nicht konnten</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht behalten</translation>
    </message>
    <message>
        <source>judged, but not kept for looking at (no space)</source>
        <translation>beurteilt, aber nicht zum Ansehen behalten (kein Platz)</translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation>Wenn es endet</translation>
    </message>
    <message>
        <source>However it ends, also killed: the kernel removes our table with our socket</source>
        <translation>Wie auch immer es endet: Der Kernel entfernt unsere Tabelle mit unserem Socket</translation>
    </message>
    <message>
        <source>traffic flows as without it</source>
        <translation>der Verkehr fließt wie ohne das Programm</translation>
    </message>
    <message>
        <source>let traffic through</source>
        <translation>Verkehr durchlassen</translation>
    </message>
    <message>
        <source>refuse traffic</source>
        <translation>Verkehr abweisen</translation>
    </message>
    <message>
        <source>What happens to packets when the queue is full, because Sallyport hangs or is overrun</source>
        <translation>Was mit Paketen geschieht, wenn die Warteschlange voll ist, weil Sallyport hängt oder nicht nachkommt</translation>
    </message>
    <message>
        <source>Panic: remove all rules</source>
        <translation>Panik: alle Regeln entfernen</translation>
    </message>
    <message>
        <source>Takes our rules out of the kernel at once and lets everything pass</source>
        <translation>Nimmt unsere Regeln sofort aus dem Kernel und lässt alles durch</translation>
    </message>
    <message>
        <source>Rules act on this machine&apos;s traffic: %1.</source>
        <translation>Regeln wirken auf den Verkehr dieses Rechners: %1.</translation>
    </message>
    <message>
        <source>Watching only: rules are tried, nothing is stopped.</source>
        <translation>Hier wird nur zugesehen: Regeln werden erprobt, nichts wird aufgehalten.</translation>
    </message>
    <message>
        <source>Nothing is filtered; no rule of ours is in the kernel.</source>
        <translation>Nichts wird gefiltert; keine Regel von uns ist im Kernel.</translation>
    </message>
    <message>
        <source>%1 accepted, %2 dropped</source>
        <translation>%1 angenommen, %2 verworfen</translation>
    </message>
    <message>
        <source>none: nothing of ours is in the kernel</source>
        <translation>keine: Nichts von uns ist im Kernel</translation>
    </message>
</context>
<context>
    <name>sallyport::SaveJob</name>
    <message>
        <source>saving %1 was cancelled</source>
        <translation>das Speichern von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>no packet matches the filter</source>
        <translation>kein Paket passt auf den Filter</translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation>nichts wurde geschrieben</translation>
    </message>
</context>
<context>
    <name>sallyport::SchedulePanel</name>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Vary a field</source>
        <translation>Ein Feld verändern</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> ×</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>so schnell es geht</translation>
    </message>
    <message>
        <source> packets/s</source>
        <translation> Pakete/s</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>after the last</source>
        <translation>nach dem letzten</translation>
    </message>
    <message>
        <source>on the first reply</source>
        <translation>bei der ersten Antwort</translation>
    </message>
    <message>
        <source>when I stop it</source>
        <translation>wenn ich stoppe</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Send a packet for each of several values of a field</source>
        <translation>Für jeden von mehreren Werten eines Felds ein Paket senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>1..64, 0..255/16 or {22,80,443}</source>
        <translation>1..64, 0..255/16 oder {22,80,443}</translation>
    </message>
    <message>
        <source>A range (1..64), a range in steps (0..255/16), or a list ({22,80,443})</source>
        <translation>Ein Bereich (1..64), ein Bereich in Schritten (0..255/16) oder eine Liste ({22,80,443})</translation>
    </message>
    <message>
        <source>Do not vary it</source>
        <translation>Nicht verändern</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>bis zum Stopp</translation>
    </message>
    <message>
        <source>1 packet</source>
        <translation>1 Paket</translation>
    </message>
    <message>
        <source>%1 packets, %2 s</source>
        <translation>%1 Pakete, %2 s</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1 Pakete</translation>
    </message>
    <message>
        <source>There is no &amp;field yet</source>
        <translation>Noch gibt es kein &amp;Feld</translation>
    </message>
</context>
<context>
    <name>sallyport::SendBar</name>
    <message>
        <source>Send &amp;through</source>
        <translation>Senden &amp;durch</translation>
    </message>
    <message>
        <source>Send through</source>
        <translation>Senden durch</translation>
    </message>
    <message>
        <source>what runs (nothing now)</source>
        <translation>was läuft (jetzt nichts)</translation>
    </message>
    <message>
        <source>the capture on %1</source>
        <translation>den Mitschnitt auf %1</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (weg)</translation>
    </message>
    <message>
        <source>%1, directly</source>
        <translation>%1, unmittelbar</translation>
    </message>
    <message>
        <source>%1, directly (%2)</source>
        <translation>%1, unmittelbar (%2)</translation>
    </message>
    <message>
        <source>%1, directly (down)</source>
        <translation>%1, unmittelbar (nicht aktiv)</translation>
    </message>
    <message>
        <source>Straight onto the interface: no rule judges what is sent</source>
        <translation>Unmittelbar auf die Schnittstelle: Keine Regel beurteilt das Gesendete</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send %1 packets</source>
        <translation>%1 Pakete senden</translation>
    </message>
    <message>
        <source>Send until stopped</source>
        <translation>Bis zum Stopp senden</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>the firewall (judged)</source>
        <translation>die Firewall (mit Urteil)</translation>
    </message>
    <message>
        <source>the replay (judged)</source>
        <translation>den Durchlauf (mit Urteil)</translation>
    </message>
</context>
<context>
    <name>sallyport::SendNotice</name>
    <message>
        <source>Packets sent</source>
        <translation>Gesendete Pakete</translation>
    </message>
    <message>
        <source>%1 packets/s</source>
        <translation>%1 Pakete/s</translation>
    </message>
    <message>
        <source>%1 of %2 sent, %3</source>
        <translation>%1 von %2 gesendet, %3</translation>
    </message>
    <message>
        <source>%1 sent, %2</source>
        <translation>%1 gesendet, %2</translation>
    </message>
    <message>
        <source>Stopped after %1 packets</source>
        <translation>Gestoppt nach %1 Paketen</translation>
    </message>
    <message>
        <source>%1 sent, %2 not: %3</source>
        <translation>%1 gesendet, %2 nicht: %3</translation>
    </message>
    <message>
        <source>1 packet sent</source>
        <translation>1 Paket gesendet</translation>
    </message>
    <message>
        <source>%1 packets sent, %2</source>
        <translation>%1 Pakete gesendet, %2</translation>
    </message>
</context>
<context>
    <name>sallyport::StartView</name>
    <message>
        <source>See any packet. Stop it, or send your own.</source>
        <translation>Jedes Paket sehen. Es aufhalten oder ein eigenes senden.</translation>
    </message>
    <message>
        <source>Turn on the firewall</source>
        <translation>Firewall einschalten</translation>
    </message>
    <message>
        <source>Open a capture…</source>
        <translation>Mitschnitt öffnen …</translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation>Übungsnetz</translation>
    </message>
    <message>
        <source>Judge this machine&apos;s own traffic by your rules</source>
        <translation>Den Verkehr dieses Rechners nach Ihren Regeln beurteilen</translation>
    </message>
    <message>
        <source>pcap and pcapng files, also gzip</source>
        <translation>pcap- und pcapng-Dateien, auch gzip</translation>
    </message>
    <message>
        <source>A small network inside this machine with real traffic; nothing of your own network is touched</source>
        <translation>Ein kleines Netz in diesem Rechner mit echtem Verkehr; Ihr eigenes Netz wird nicht berührt</translation>
    </message>
    <message>
        <source>Watch an interface</source>
        <translation>Einer Schnittstelle zusehen</translation>
    </message>
    <message>
        <source>double click starts</source>
        <translation>Doppelklick startet</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>Schnittstellen</translation>
    </message>
    <message>
        <source>capture filter (BPF): tcp port 80 or icmp</source>
        <translation>Mitschnittfilter (BPF): tcp port 80 or icmp</translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation>Mitschnittfilter</translation>
    </message>
    <message>
        <source>What is captured at all, in libpcap&apos;s language. Empty: everything.</source>
        <translation>Was überhaupt mitgeschnitten wird, in der Sprache von libpcap. Leer: alles.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt benutzte Dateien</translation>
    </message>
    <message>
        <source>Captures that you open or save are listed here. Drop a file on the window to open it.</source>
        <translation>Hier stehen Mitschnitte, die Sie öffnen oder speichern. Eine Datei, die Sie auf das Fenster ziehen, wird geöffnet.</translation>
    </message>
    <message>
        <source>There is no network interface here that could be watched. Open a capture, or try the practice network.</source>
        <translation>Hier gibt es keine Netzschnittstelle, der man zusehen könnte. Öffnen Sie einen Mitschnitt, oder versuchen Sie das Übungsnetz.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove from this list</source>
        <translation>Aus dieser Liste &amp;nehmen</translation>
    </message>
    <message>
        <source>C&amp;lear the list</source>
        <translation>Die Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Compose a packet</source>
        <translation>Paket verfassen</translation>
    </message>
    <message>
        <source>Make a packet of your own, send it, and see what comes back</source>
        <translation>Ein eigenes Paket machen, es senden und sehen, was zurückkommt</translation>
    </message>
</context>
<context>
    <name>sallyport::StatisticsDock</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Show a shorter time (+, or the mouse wheel)</source>
        <translation>Eine kürzere Zeit zeigen (+ oder Mausrad)</translation>
    </message>
    <message>
        <source>Show a longer time (−, or the mouse wheel)</source>
        <translation>Eine längere Zeit zeigen (− oder Mausrad)</translation>
    </message>
    <message>
        <source>Show the whole capture (0, or a double click)</source>
        <translation>Den ganzen Mitschnitt zeigen (0 oder Doppelklick)</translation>
    </message>
    <message>
        <source>Keep the newest packets in sight (End)</source>
        <translation>Die neuesten Pakete im Blick behalten (Ende)</translation>
    </message>
    <message>
        <source>Save what is shown as PNG, SVG or CSV</source>
        <translation>Das Gezeigte als PNG, SVG oder CSV speichern</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>Pakete/s</translation>
    </message>
    <message>
        <source>Bits/s</source>
        <translation>Bits/s</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Interval: automatic</source>
        <translation>Abstand: selbsttätig</translation>
    </message>
    <message>
        <source>Interval: %1</source>
        <translation>Abstand: %1</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>How long the time is that each point sums up</source>
        <translation>Wie lang die Zeit ist, die jeder Punkt zusammenfasst</translation>
    </message>
    <message>
        <source>Waiting for the first packet</source>
        <translation>Das erste Paket wird erwartet</translation>
    </message>
    <message>
        <source>The packets are being counted</source>
        <translation>Die Pakete werden gezählt</translation>
    </message>
    <message>
        <source>There are no packets in this capture</source>
        <translation>In diesem Mitschnitt sind keine Pakete</translation>
    </message>
    <message>
        <source>Open a capture or start one: its traffic over time will stand here</source>
        <translation>Öffnen oder beginnen Sie einen Mitschnitt: Hier wird sein Verkehr über die Zeit stehen</translation>
    </message>
    <message>
        <source>Now, /s</source>
        <translation>Jetzt, /s</translation>
    </message>
    <message>
        <source>Average, /s</source>
        <translation>Mittel, /s</translation>
    </message>
    <message>
        <source>%1 a point · %2</source>
        <translation>%1 je Punkt · %2</translation>
    </message>
    <message>
        <source>Left and right arrows read the curves</source>
        <translation>Pfeil links und rechts lesen die Kurven ab</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Export plot</source>
        <translation>Bild ausgeben</translation>
    </message>
    <message>
        <source>Shorter t&amp;ime</source>
        <translation>Kü&amp;rzere Zeit</translation>
    </message>
    <message>
        <source>&amp;Longer time</source>
        <translation>&amp;Längere Zeit</translation>
    </message>
    <message>
        <source>Whole captur&amp;e</source>
        <translation>Ganzer &amp;Mitschnitt</translation>
    </message>
    <message>
        <source>Follow the &amp;newest packets</source>
        <translation>Den &amp;neuesten Paketen folgen</translation>
    </message>
    <message>
        <source>E&amp;xport plot…</source>
        <translation>&amp;Bild ausgeben …</translation>
    </message>
    <message>
        <source>%1 a point</source>
        <translation>%1 je Punkt</translation>
    </message>
</context>
<context>
    <name>sallyport::StatusBar</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Packets seen</source>
        <translation>Gesehene Pakete</translation>
    </message>
    <message>
        <source>Packets shown</source>
        <translation>Gezeigte Pakete</translation>
    </message>
    <message>
        <source>Packets dropped by rules</source>
        <translation>Von Regeln verworfene Pakete</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Troubles</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>What happens if Sallyport hangs or ends</source>
        <translation>Was geschieht, wenn Sallyport hängt oder endet</translation>
    </message>
    <message>
        <source>Capture buffer</source>
        <translation>Puffer des Mitschnitts</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>inline, rules act</source>
        <translation>dazwischen, Regeln wirken</translation>
    </message>
    <message>
        <source>watching, rules do not act</source>
        <translation>es wird nur zugesehen, Regeln wirken nicht</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>shown %1</source>
        <translation>gezeigt %1</translation>
    </message>
    <message>
        <source>dropped by rules %1</source>
        <translation>von Regeln verworfen %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>queue %1 waiting, %2</source>
        <translation>Warteschlange %1 wartend, %2</translation>
    </message>
    <message>
        <source>reading %1 %</source>
        <translation>gelesen %1 %</translation>
    </message>
    <message>
        <source>buffer %1 of %2</source>
        <translation>Puffer %1 von %2</translation>
    </message>
    <message>
        <source>buffer %1</source>
        <translation>Puffer %1</translation>
    </message>
    <message>
        <source>No rule of ours is in the kernel: traffic passes as if Sallyport were not here.</source>
        <translation>Keine Regel von uns ist im Kernel: Der Verkehr fließt, als gäbe es Sallyport nicht.</translation>
    </message>
    <message>
        <source>nothing is filtered, no rule is in the kernel</source>
        <translation>nichts wird gefiltert, keine Regel ist im Kernel</translation>
    </message>
    <message>
        <source>What finds the queue full, because nobody judges, passes. When the program ends, however it ends, the kernel removes our table.</source>
        <translation>Was die Warteschlange voll findet, weil niemand urteilt, geht durch. Endet das Programm, gleich wie, entfernt der Kern unsere Tabelle.</translation>
    </message>
    <message>
        <source>Nothing passes unjudged while the program runs or hangs. When it ends, however it ends, the kernel removes our table, and traffic flows as without it.</source>
        <translation>Solange das Programm läuft oder hängt, kommt nichts ungeprüft durch. Wie auch immer es endet: Dann entfernt der Kernel unsere Tabelle, und der Verkehr fließt wie ohne das Programm.</translation>
    </message>
    <message>
        <source>if Sallyport ends: %1</source>
        <translation>wenn Sallyport endet: %1</translation>
    </message>
    <message>
        <source>traffic passes</source>
        <translation>Verkehr fließt</translation>
    </message>
    <message>
        <source>if it hangs: %1, if it ends: %2</source>
        <translation>wenn es hängt: %1, wenn es endet: %2</translation>
    </message>
    <message>
        <source>traffic is refused</source>
        <translation>Verkehr wird abgewiesen</translation>
    </message>
    <message>
        <source>Rules act on what passes the plug-in. What happens to it when the program ends is the plug-in&apos;s to decide.</source>
        <translation>Regeln wirken auf das, was durch das Plug-in geht. Was damit geschieht, wenn das Programm endet, entscheidet das Plug-in.</translation>
    </message>
    <message>
        <source>only the plug-in is filtered, no rule is in the kernel</source>
        <translation>nur das Plug-in wird gefiltert, im Kern ist keine Regel</translation>
    </message>
    <message>
        <source>is being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>ist zu Ende</translation>
    </message>
</context>
<context>
    <name>sallyport::TimeEditor</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Set to the present time</source>
        <translation>Auf die jetzige Zeit setzen</translation>
    </message>
    <message>
        <source>A time is expected</source>
        <translation>Erwartet wird eine Zeit</translation>
    </message>
</context>
<context>
    <name>sallyport::TimePlot</name>
    <message>
        <source>Plot of traffic over time</source>
        <translation>Bild des Verkehrs über die Zeit</translation>
    </message>
    <message>
        <source>bit/s</source>
        <translation>bit/s</translation>
    </message>
    <message>
        <source>packets/s</source>
        <translation>Pakete/s</translation>
    </message>
    <message>
        <source>Traffic over time</source>
        <translation>Verkehr über die Zeit</translation>
    </message>
</context>
<context>
    <name>sallyport::Workspace</name>
    <message>
        <source>Follow the live end</source>
        <translation>Dem Ende folgen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Drop like this</source>
        <translation>Solche verwerfen</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Packet %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>Drop from now on: %1</source>
        <translation>Von jetzt an verwerfen: %1</translation>
    </message>
    <message>
        <source>Accept from now on: %1</source>
        <translation>Von jetzt an annehmen: %1</translation>
    </message>
    <message>
        <source>Select a packet first</source>
        <translation>Wählen Sie zuerst ein Paket</translation>
    </message>
    <message>
        <source>No packet matches %1</source>
        <translation>Kein Paket passt auf %1</translation>
    </message>
    <message>
        <source>No packet yet</source>
        <translation>Noch kein Paket</translation>
    </message>
    <message>
        <source>No packets</source>
        <translation>Keine Pakete</translation>
    </message>
    <message>
        <source>Views that share this place</source>
        <translation>Ansichten an diesem Platz</translation>
    </message>
</context>
</TS>
