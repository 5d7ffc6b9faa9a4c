/** A text on one line: each line break, with the blanks around it, is a blank; at the ends it is nothing. */
export function oneLine(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  if (lines.length === 1) return text;
  return lines
    .map((line, i) => (i === 0 ? line.trimEnd() : i === lines.length - 1 ? line.trimStart() : line.trim()))
    .filter(line => line !== '')
    .join(' ');
}

/** With `\n` for each line break. */
export function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
