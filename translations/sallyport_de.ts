<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Help</name>
    <message>
        <source>either address lies in that network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of several values or a range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text anywhere in a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a regular expression, letters of either case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and, not; the words and, or, not work too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a slice of bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a protocol or field that is there at all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PacketColumn</name>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::ByteGrid</name>
    <message>
        <source>Bytes of the packet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::BytesView</name>
    <message>
        <source>Which bytes: the packet&apos;s, or put together from several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet (%1 bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put together (%1 bytes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · computed, no bytes of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · byte %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · bytes %2–%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::CaptureCommands</name>
    <message>
        <source>The kernel learns what happens if Sallyport stops when the firewall starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our rules are out of the kernel; all traffic passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No rule of ours was in the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice network opens in a window of its own: it has its own network, apart from this computer&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start the practice network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this program could not be started again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer, with the firewall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::CaptureDialog</name>
    <message>
        <source>See packets for others too (promiscuous)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BPF, as tcpdump takes it: tcp port 80; empty for everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Capture filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep at &amp;most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the &amp;last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch these interfaces:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::Demo</name>
    <message>
        <source>add rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::FieldMenu</name>
    <message>
        <source>&amp;Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Not Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…&amp;and Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…&amp;or Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…and no&amp;t Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…or not Se&amp;lected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field &amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as &amp;Hex Dump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as Hex &amp;Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as Printable &amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as C &amp;Array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drop Packets Like This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accept Packets Like This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply as &amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prepare as Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply as C&amp;olumn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::FieldsView</name>
    <message>
        <source>Fields of the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a packet to see its fields</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::FileCommands</name>
    <message>
        <source>Captures (*.pcapng *.pcap *.cap *.pcapng.gz *.pcap.gz *.cap.gz *.ntar *.dmp);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pcapng, with verdicts and rules (*.pcapng)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pcapng, compressed (*.pcapng.gz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pcap (*.pcap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pcap, compressed (*.pcap.gz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the selected packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the marked packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the packets shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another file is still being saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1 packets to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving was cancelled; %1 is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the %1 packets that were captured?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::FilterBar</name>
    <message>
        <source>Apply ⏎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only packets that match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop these…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a rule of this filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this filter as a button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters used lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter was used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label of the button for
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this button</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::FilterEdit</name>
    <message>
        <source>Filter packets, as in Wireshark: ip.addr == 10.0.0.1 &amp;&amp; tcp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::FindBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text or bytes to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hexadecimal: 47 45 54</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in the list or in the bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::InterfaceModel</name>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::LockoutGuard</name>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing passes any more.&lt;/b&gt; The last change of the rules drops every packet. It is taken back in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::MainToolbar</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let traffic through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Sallyport stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Sallyport stops:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firewall on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firewall off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules act on this traffic. Click to turn the firewall off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules do not act. Click to turn the firewall on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panic: remove all rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::MainWindow</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds Since &amp;Beginning of Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds Since &amp;Previous Packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time of Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date and Time of Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;UTC Date and Time of Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds Since 1970 (&amp;Epoch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Sallyport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sallyport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropping from now on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepting from now on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (as soon as the firewall is on; this is only watched)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet number (%1 … %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::MessageStrip</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::PacketListModel</name>
    <message>
        <source>&lt;Ignored&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>*REF*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failure policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::PacketSearch</name>
    <message>
        <source>Say what to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not bytes in hexadecimal, such as 47 45 54.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::PacketTable</name>
    <message>
        <source>Packet list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed-width font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep packets for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A live capture or a firewall drops its oldest packets when it has more than this. They lie in a temporary file, not in memory. It holds from the next start of a capture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let traffic through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one a core (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also judge traffic that this machine forwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Sallyport cannot judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program that hangs or is overloaded gives no verdicts: this says what happens to packets then. When it ends or is killed, the kernel removes our table and traffic flows as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds from the next start of the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RecentFilesModel</name>
    <message>
        <source>no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RequirementNotice</name>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 things are missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RuleDelegate</name>
    <message>
        <source>everything else (default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, last at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RuleEditor</name>
    <message>
        <source>any direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every packet, or a filter: tcp.dstport == 23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: what the rule is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RuleListModel</name>
    <message>
        <source>add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no rule in row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch rule on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch rule off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1, %2: %3 %4; %5 hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else: %1; %2 hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1 rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RuleTrial</name>
    <message>
        <source>would have matched all %1 packets seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would have matched %1 of the %2 packets seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RuleView</name>
    <message>
        <source>Rules, the first that matches wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rules yet. Right-click a packet or a field and choose &quot;Drop packets like this&quot;, or press + and write a filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::RulesDock</name>
    <message>
        <source>New rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the packets it matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open rules…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rules as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first match wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last hit at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not changed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules (*.rules *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot load the rules of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 16 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules in force stay as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the rules to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::SafetyPanel</name>
    <message>
        <source>Panic: remove all rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let traffic through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuse traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes our rules out of the kernel at once and lets everything pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our table in the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NFQUEUEs that the kernel hands packets to us through, one thread each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packets in the kernel&apos;s queues now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted and dropped since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the kernel because a queue was full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>packets that got the failure policy&apos;s verdict because we could not give one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged, but not kept for looking at (no space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Sallyport cannot judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules act on this machine&apos;s traffic: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching only: rules are tried, nothing is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is filtered; no rule of ours is in the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted, %2 dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: nothing of ours is in the kernel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::SessionBridge</name>
    <message>
        <source>Cannot start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::StartView</name>
    <message>
        <source>See any packet. Stop it, or send your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn on the firewall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a capture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge this machine&apos;s own traffic by your rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pcap and pcapng files, also gzip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network inside this machine with real traffic; nothing of your own network is touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch an interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capture filter (BPF): tcp port 80 or icmp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is captured at all, in libpcap&apos;s language. Empty: everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captures that you open or save are listed here. Drop a file on the window to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::StatusBar</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets dropped by rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Troubles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If Sallyport stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capture buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inline, rules act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watching, rules do not act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped by rules %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue %1 waiting, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buffer %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buffer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule of ours is in the kernel: traffic passes as if Sallyport were not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is filtered, no rule is in the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the program stops or dies, the kernel removes our table and lets traffic pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the program cannot judge, traffic is refused; when it ends, the kernel removes our table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if Sallyport dies: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traffic is refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sallyport::Workspace</name>
    <message>
        <source>Follow the live end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet %1 was accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet %1 was dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided after %1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet %1 was only watched: nobody gave it a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by default, since no rule matched it; %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by the failure policy: it could not be judged in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by the rule “%2”; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard &amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packet matches %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packet yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
