import { z } from 'zod'
import { Id } from '../kernel/id.ts'
import { JointSubject } from '../reports/joint-report.ts'
import { LedgerFigure, LedgerValue } from '../statistics/ledger.ts'
import { ReportPeriod } from '../statistics/report-period.ts'

const ofReport = { organisationId: Id, period: ReportPeriod }
const ofJoint = { subject: JointSubject, period: ReportPeriod }

/** A figure as it was read back from a file that this program made. */
export const FigureInFile = z.strictObject({
  period: ReportPeriod,
  dimension: z.string().min(1).max(60),
  categories: z.array(z.string().min(1).max(100)).max(200),
  crossing: LedgerFigure.shape.crossing,
  /** Whose people, where a report of several organisations tells them apart; absent for everybody in the report. */
  among: z.array(Id).min(1).max(1000).optional(),
  value: LedgerValue,
})
export type FigureInFile = z.infer<typeof FigureInFile>

const FiguresInFile = z.array(FigureInFile).max(2000)

/** How the figures of one file differ from those that were handed out: in nothing, or something is wrong. */
export const FileFigures = z.strictObject({
  file: z.enum(['pdf', 'spreadsheet']),
  notInLedger: FiguresInFile,
  notInFile: FiguresInFile,
})
export type FileFigures = z.infer<typeof FileFigures>

const AttackedSet = z.strictObject({
  /** Absent: that of the report. */
  period: ReportPeriod.optional(),
  dimension: z.string(),
  categories: z.array(z.string()),
  crossing: LedgerFigure.shape.crossing,
  among: FigureInFile.shape.among,
})

/** What one attacker achieved on the files and everything that was handed out before. */
export const AttackOnFile = z.strictObject({
  level: z.enum(['L0', 'L1', 'L2', 'L3', 'L4']),
  /** `not-played`: nothing could be tried. `given-up`: there was more to try than there is time for. */
  verdict: z.enum(['withstood', 'broken', 'not-played', 'given-up']),
  questions: z.int().nonnegative(),
  findings: z.array(
    z.strictObject({
      /** Null for a sum that is no cell of any table. */
      about: AttackedSet.extend({
        /** It is about what is left when this is taken away. */
        without: AttackedSet.optional(),
      }).nullable(),
      min: z.int().nonnegative(),
      /** Null when nothing limits it. */
      max: z.int().nonnegative().nullable(),
    }),
  ),
})
export type AttackOnFile = z.infer<typeof AttackOnFile>

/**
 * What somebody who knows the program could do with one table, `total` standing for a total that is a range. Not tried
 * are tables that earlier figures count too (`earlier-figures`) and those that stand in a cross table (`crossed`).
 */
export const ProgramTable = z.strictObject({
  dimension: z.string(),
  outcome: z.enum(['withstood', 'broken', 'too-many', 'printed-otherwise', 'earlier-figures', 'crossed']),
})
export type ProgramTable = z.infer<typeof ProgramTable>

const files = { pdf: FiguresInFile, spreadsheet: FiguresInFile }

const AttackAnswer = z.strictObject({
  files: z.array(FileFigures),
  /** Figures that cannot all be true; with any, nothing can be attacked and `attacks` is empty. */
  contradiction: FiguresInFile,
  attacks: z.array(AttackOnFile),
  /** Of what the third attacker tried, table by table; she has no means against a report of several organisations. */
  tables: z.array(ProgramTable),
  /** False when cases were destroyed since: then only what is certain counts as learned. */
  isTruthKnown: z.boolean(),
  /** Figures of several organisations together count some of these people; they were left out of the attack. */
  hasJointFigures: z.boolean(),
})
export type AttackAnswer = z.infer<typeof AttackAnswer>

/** Attacking a report that was settled, from the files that were made of it. */
export const attackCommands = {
  /**
   * Plays the attackers on the figures that were read back from the files of a settled report, together with everything
   * that was handed out before and what invoices tell. Progress is told as that of the task `report`; a newer attack on
   * the same organisation, and `report.stop`, make it answer `superseded`.
   */
  'report.attack': {
    input: z.strictObject({ ...ofReport, ...files }),
    answer: AttackAnswer,
  },
  /**
   * The same for a settled report of several organisations, with everything that was handed out about any of them or
   * about those that such figures tie to them. A newer attack on it, and `jointReport.stop`, make it answer `superseded`.
   */
  'jointReport.attack': {
    input: z.strictObject({ ...ofJoint, ...files }),
    answer: AttackAnswer,
  },
  /** Stops what is computed for this report, which then answers `superseded`; nothing when there is nothing. */
  'report.stop': { input: z.strictObject(ofReport), answer: z.strictObject({}) },
  /**
   * Which of two files the chosen one is, byte for byte. Of the chosen file no more is read than they are long, and it is
   * not opened in any other way.
   */
  'report.recogniseFile': {
    input: z.strictObject({
      token: z.string().min(1).max(100),
      pdf: z.instanceof(Uint8Array),
      spreadsheet: z.instanceof(Uint8Array),
    }),
    answer: z.strictObject({ is: z.enum(['pdf', 'spreadsheet', 'neither']) }),
  },
} as const
