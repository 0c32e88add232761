/** Tells the person at the terminal one thing, in one plain line, beside what a command prints as its answer. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
