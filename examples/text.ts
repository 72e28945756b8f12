/**
 * Breaks a text into lines between words.
 *
 * @param head - put before the first line
 * @param width - of a line; a longer word stands alone
 * @param indent - put before the other lines
 */
export function wrapped(head: string, text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = head;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
