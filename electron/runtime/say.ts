/** Tells the person at the terminal one thing, in one plain line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
