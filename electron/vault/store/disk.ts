/** An open journal: bytes are only ever added at its end. */
export interface Appender {
  /** The size in bytes of what now stands under the journal's name; -1 when that is another file. */
  size(): Promise<number>
  append(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * The few things that the store asks of a file system, so that a test can fill the disk or let an fsync fail.
 * Every method rejects with the system's own error.
 */
export interface Disk {
  makeFolder(path: string): Promise<void>
  /** Names in a folder; none when it does not exist or is no folder. */
  list(path: string): Promise<string[]>
  /** The file, of a longer one no more than the first `most` bytes; nothing when it does not exist. */
  read(path: string, most?: number): Promise<Uint8Array | undefined>
  /** Writes a file that must not exist, readable by the owner alone, and waits until it is on the disk. */
  create(path: string, bytes: Uint8Array): Promise<void>
  append(path: string): Promise<Appender>
  /** Gives a file a second name, which must not exist; false when it does. */
  link(path: string, name: string): Promise<boolean>
  rename(path: string, name: string): Promise<void>
  /** Removes a file, or a link and not what it leads to; content that is not there any more is not an error. */
  remove(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
}
