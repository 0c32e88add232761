import { z } from 'zod'

/** What the screen may know about the program that shows it. */
export const HostInfo = z.strictObject({
  version: z.string(),
  runtime: z.strictObject({
    electron: z.string(),
    /** `registry`: an old fallback for looking and testing. */
    origin: z.enum(['official', 'registry']),
    /** False for an Electron that no longer gets security updates: the screen then says so at all times. */
    forRealCases: z.boolean(),
  }),
  platform: z.enum(['linux', 'darwin', 'win32']),
  /** Why the program started afresh just now, so that the unlock screen can say it. `person`: she opened it. */
  startedAfter: z.enum(['person', 'lock', 'idle', 'suspend', 'screen-lock', 'vault-ended', 'page-ended']),
  idleMinutes: z.int().min(1).max(60),
})
export type HostInfo = z.infer<typeof HostInfo>

/** What a file that the advisor opens is meant to be; it decides which extensions the dialog offers first. */
export const FilePurpose = z.enum(['register', 'backup', 'handover', 'report', 'table', 'any'])
export type FilePurpose = z.infer<typeof FilePurpose>

/** What a folder that the advisor points at is for. */
export const FolderPurpose = z.enum(['backups', 'anchor'])
export type FolderPurpose = z.infer<typeof FolderPurpose>

/**
 * A file or folder that the advisor pointed at. The page learns its name, never its path; the vault process gets the path
 * with the same token, which is worth something to nobody else and dies with the session.
 */
export const ChosenFile = z.strictObject({
  token: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string(),
  bytes: z.int().nonnegative(),
})
export type ChosenFile = z.infer<typeof ChosenFile>

export const ChosenFolder = z.strictObject({ token: z.string().regex(/^[0-9a-f]{32}$/), name: z.string() })
export type ChosenFolder = z.infer<typeof ChosenFolder>

/** The kinds of document that leave the program, each with its own extension. */
export const DocumentKind = z.enum(['pdf', 'xlsx', 'csv', 'ics', 'xml', 'json', 'luwte'])
export type DocumentKind = z.infer<typeof DocumentKind>

const largestDocument = 256 * 1024 * 1024

/** A document that the page made, to be written where the advisor says. The name is only a proposal. */
export const SaveRequest = z.strictObject({
  suggestedName: z.string().max(300),
  kind: DocumentKind,
  bytes: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length > 0 && bytes.length <= largestDocument, 'expected 1 byte to 256 MiB'),
})
export type SaveRequest = z.infer<typeof SaveRequest>

/** `saved` means: written, flushed to the disk and in place under that name. After a refusal nothing was left behind. */
export const SaveAnswer = z.union([
  z.strictObject({ saved: z.string() }),
  z.strictObject({ refused: z.enum(['cancelled', 'disk-full', 'no-permission', 'not-written']) }),
])
export type SaveAnswer = z.infer<typeof SaveAnswer>

/** `printed`: handed to a printer. `no-printer`: this computer knows none. */
export const PrintAnswer = z.union([
  z.strictObject({ printed: z.literal(true) }),
  z.strictObject({ refused: z.enum(['no-printer', 'cancelled', 'not-printed']) }),
])
export type PrintAnswer = z.infer<typeof PrintAnswer>

/**
 * The seam between the page and the main process: all that the page can ask of its host. Both ways are parsed
 * with these schemas. Case data never crosses here: that goes over the vault's own port.
 */
export const HostCommands = {
  info: { input: z.undefined(), output: HostInfo },
  /**
   * Asks for the port to the vault, which then arrives once as a message event of the window itself, with
   * `data === vaultPortMessage` and the port in `ports[0]`. A second call in one session is refused.
   */
  connectVault: { input: z.undefined(), output: z.enum(['connected', 'already-connected']) },
  /** Somebody is using the program: the idle clock starts again. */
  activity: { input: z.undefined(), output: z.undefined() },
  /** Text of the page is being copied: it is taken from the clipboard again after 30 seconds, or when locking. */
  copied: { input: z.undefined(), output: z.undefined() },
  /** Locks: ends every process of the program and starts it afresh. */
  lock: { input: z.undefined(), output: z.undefined() },
  quit: { input: z.undefined(), output: z.undefined() },
  /** She wants to quit, as when she closes the window: `quit-wanted` comes back. */
  wantQuit: { input: z.undefined(), output: z.undefined() },
  /** After `quit-wanted`: something is finished first. Without this the program ends after three seconds. */
  holdQuit: { input: z.undefined(), output: z.undefined() },
  setIdleMinutes: { input: z.strictObject({ minutes: z.int().min(1).max(60) }), output: z.undefined() },
  /** *In gesprek*: the idle clock stands still for so long. 0 ends it. Suspend and screen lock go on locking. */
  pauseIdle: { input: z.strictObject({ minutes: z.int().min(0).max(90) }), output: z.undefined() },
  chooseFile: { input: z.strictObject({ purpose: FilePurpose }), output: ChosenFile.nullable() },
  chooseFolder: { input: z.strictObject({ purpose: FolderPurpose }), output: ChosenFolder.nullable() },
  saveFile: { input: SaveRequest, output: SaveAnswer },
  /** Prints what the page shows on paper now. */
  print: { input: z.undefined(), output: PrintAnswer },
} as const
export type HostCommand = keyof typeof HostCommands

/** What the host tells the page of its own accord. */
export const HostEvent = z.discriminatedUnion('event', [
  /** The program locks in so many seconds unless somebody uses it. */
  z.strictObject({ event: z.literal('idle-warning'), seconds: z.int().positive() }),
  z.strictObject({ event: z.literal('idle-warning-over') }),
  z.strictObject({ event: z.literal('locking') }),
  /** She wants to quit. The page answers with `quit`, or with `holdQuit` and later `quit`. */
  z.strictObject({ event: z.literal('quit-wanted') }),
  /** The vault process ended unasked; the program is about to start afresh. */
  z.strictObject({ event: z.literal('vault-ended') }),
])
export type HostEvent = z.infer<typeof HostEvent>

export type HostInput<C extends HostCommand> = z.infer<(typeof HostCommands)[C]['input']>
export type HostOutput<C extends HostCommand> = z.infer<(typeof HostCommands)[C]['output']>

type Call<C extends HostCommand> =
  HostInput<C> extends undefined
    ? () => Promise<HostOutput<C>>
    : (input: HostInput<C>) => Promise<HostOutput<C>>

/** `window.host`: one function per command and one way to listen; there is no way to send anything else. */
export type HostApi = { readonly [C in HostCommand]: Call<C> } & {
  /** Calls the listener for every event from now on; the answer stops that. */
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void
}
