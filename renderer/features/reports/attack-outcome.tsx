import { type AttackAnswer, type FileFigures } from '#shared/contracts/attack-commands.ts'
import { type SettledReport } from '#shared/reports/annual-report.ts'
import { type SettledJointReport } from '#shared/reports/joint-report.ts'
import { type AttackedReport, attackText as text } from '../../locale/attack.ts'
import { Fold } from '../../ui/fold.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useOrganisationNames } from '../../working-set/organisations.ts'
import { CompareFile } from './compare-file.tsx'
import { type ReadReport } from './read-back.ts'

export type Outcome = { answer: AttackAnswer; read: ReadReport }

type Props = { outcome: Outcome; report: SettledReport | SettledJointReport }

/** What was found in the files, who could make something of it, and what that means. */
export function AttackOutcome({ outcome, report }: Props) {
  const { answer, read } = outcome
  const organisations = useOrganisationNames()
  const { period, locations } = report
  const kind = 'subject' in report ? report.subject.kind : 'organisation'
  const of: AttackedReport = { kind, period, locations, organisations }
  const { tone, title, meaning } = text.meaning(answer, kind)
  const otherNumbers = [...new Set([...read.pdf.otherNumbers, ...read.spreadsheet.otherNumbers])]
  return (
    <div className="stack">
      <Notice tone={tone} title={title}>
        {meaning}
      </Notice>
      {answer.contradiction.length > 0 && (
        <ul>
          {answer.contradiction.map((figure, index) => (
            <li key={index}>{text.figure(figure, of)}</li>
          ))}
        </ul>
      )}
      {!answer.isTruthKnown && <p>{text.truthUnknown}</p>}
      {answer.hasJointFigures && <p>{text.jointLeftOut}</p>}
      {answer.attacks.length > 0 && <Attacks answer={answer} of={of} />}
      <h3>{text.filesTitle}</h3>
      <p>{text.read({ pdf: read.pdf.figures.length, spreadsheet: read.spreadsheet.figures.length })}</p>
      {answer.files.every(isSame) ? (
        <p>{text.bothSame}</p>
      ) : (
        answer.files.map((file) => <Differences key={file.file} file={file} of={of} />)
      )}
      {otherNumbers.length > 0 && (
        <Fold title={text.otherNumbersTitle(otherNumbers.length)}>
          <p>{text.otherNumbers}</p>
          <ul className="report-attacks">
            {otherNumbers.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Fold>
      )}
      <CompareFile kind={kind} pdf={read.pdf.bytes} spreadsheet={read.spreadsheet.bytes} />
    </div>
  )
}

function Attacks({ answer, of }: { answer: AttackAnswer; of: AttackedReport }) {
  return (
    <>
      <h3>{text.attacksTitle}</h3>
      <ol className="report-attacks">
        {answer.attacks.map((attack) => (
          <li key={attack.level}>
            <p>{text.tried(attack.level, of.kind)}</p>
            <p className="report-attack-result" data-verdict={attack.verdict}>
              {text.verdict(attack)}
            </p>
            {attack.level === 'L3' &&
              text.tables(answer.tables, of.kind).map((line) => <p key={line}>{line}</p>)}
            {attack.findings.length > 0 && (
              <ul>
                {attack.findings.map((finding, index) => (
                  <li key={index}>{text.finding(finding, of)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function isSame({ notInLedger, notInFile }: FileFigures): boolean {
  return notInLedger.length + notInFile.length === 0
}

function Differences({ file, of }: { file: FileFigures; of: AttackedReport }) {
  const kinds = ['notInLedger', 'notInFile'] as const
  if (isSame(file)) return <p>{text.same[file.file]}</p>
  return kinds
    .filter((kind) => file[kind].length > 0)
    .map((kind) => (
      <div key={kind}>
        <p className="report-warning">{text[kind](file.file, file[kind].length)}</p>
        <ul>
          {file[kind].map((figure, index) => (
            <li key={index}>{text.figure(figure, of)}</li>
          ))}
        </ul>
      </div>
    ))
}
