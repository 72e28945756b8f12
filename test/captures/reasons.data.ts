/** Why our sessions part from a recorded program on purpose. */
export interface Reason {
  /** The clause, or the option that decides. */
  readonly clause: string;
  readonly text: string;
}

export const REASONS: Readonly<Record<string, Reason>> = {
  'silent-after-follows': {
    clause: 'draft-altman-telnet-starttls-02 §3, TLS-008',
    text: 'After FOLLOWS nothing may be sent in the clear, not even answers to other options. s3270 and tnz go on answering, and hosts that read on take the answer for TLS. Our terminal keeps silent; the host asks again inside TLS.',
  },
  'only-data-is-counted': {
    clause: 'RFC 2355 §10.4, TNE-095',
    text: 'Sequence numbers count 3270-DATA and SCS-DATA. s3270 counts SSCP-LU-DATA too, so its numbers run ahead after input to the SSCP-LU session. Hosts copy the number and do not check it.',
  },
  'data-is-counted': {
    clause: 'RFC 2355 §10.4, TNE-095',
    text: 'tnz leaves the sequence number at 0 although RESPONSES was agreed; our terminal counts.',
  },
  'asks-for-nothing': {
    clause: 'RFC 854 "General Considerations", TEL-019',
    text: 'tnz answers DO END-OF-RECORD with DO END-OF-RECORD beside its WILL. Our terminal asks for nothing by itself and sends the DO when the host offers: hercules drops terminals that volunteer.',
  },
  'own-query-replies': {
    clause: 'SF-083, SF-085, SF-093',
    text: 'Query Replies describe the terminal that sends them. tnz has a smaller cell, no partitions and another order of replies; ours are ascending and, with the option `query`, those of s3270 byte for byte.',
  },
  'looks-beneath-tls': {
    clause: 'TLS-048, TLS-152',
    text: 'The recorded terminal waits until the host gives up, since a few telnet bytes are no TLS record. Our session is shown the first bytes beneath TLS and ends at once with a diagnosis. Both have sent the same: nothing but the ClientHello of the TLS library.',
  },
  'says-why': {
    clause: 'TLS-150, TLS-153, TLS-154',
    text: 'The bytes are the same; where the recorded program says that the host disconnected, our session says why.',
  },
  'asks-type-twice': {
    clause: 'RFC 1091 §6, TEL-084',
    text: 'The recorded host asks for the terminal type once and takes what comes. Ours asks until a type comes twice, which marks the end of the list; the recorded answer is given again. XTERM is no 3270, so the session goes on as an NVT.',
  },
  'grants-printers-controls': {
    clause: 'RFC 2355 §10.1 and §10.2, TNE-038',
    text: 'The recorded host cuts the functions of a printer to 0 2 4. Ours agrees to SCS-CTL-CODES and DATA-STREAM-CTL too, without which a printer can be sent nothing; the recorded FUNCTIONS IS answers a request that ours did not make.',
  },
  'sends-no-jobs': {
    clause: 'TNE-098',
    text: 'Only the negotiation is replayed: the recorded host then sent print jobs, ours sends none, and the recorded responses name numbers that ours never gave.',
  },
  'client-hello-behind-follows': {
    clause: 'TLS-010',
    text: 'FOLLOWS and ClientHello come in one segment. Our host hands the bytes behind FOLLOWS to TLS as `residue`; the C-Kermit server throws them away and both sides wait for ever.',
  },
};
