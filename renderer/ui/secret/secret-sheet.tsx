import './secret-sheet.css'
import { useEffect, useState } from 'react'
import { type SecretSheetWords } from '../../locale/secret-sheet.ts'
import { Button } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { Notice } from '../notice.tsx'
import { Stack } from '../page.tsx'
import { type DrawnPage, drawPages } from '../pdf/draw-pages.ts'
import { DrawnSheet } from '../pdf/drawn-sheet.tsx'
import { withPagesOnPaper } from '../pdf/print-pages.ts'
import { Progress } from '../progress.tsx'

type Saved = { saved: string } | { refused: keyof SecretSheetWords['notSaved'] }
type Printed = { printed: true } | { refused: keyof SecretSheetWords['notPrinted'] }

type Props = {
  words: SecretSheetWords
  /** The sheet as a PDF file, or `null` when it could not be made. Asked for once. */
  onMake: () => Promise<Uint8Array | null>
  onSave: (file: Uint8Array) => Promise<Saved>
  /** Prints what is on paper at that moment. */
  onPrint: () => Promise<Printed>
}

type Sheet = { file: Uint8Array; pages: DrawnPage[] } | 'making' | 'not-made'

/** A sheet that holds a secret: shown as it will be printed, to be printed or saved, after saying what it is. */
export function SecretSheet({ words, onMake, onSave, onPrint }: Props) {
  const [sheet, setSheet] = useState<Sheet>('making')
  const [isBusy, setBusy] = useState(false)
  const [told, setTold] = useState<{ tone: 'calm' | 'danger'; text: string } | null>(null)
  const [make] = useState(() => onMake)

  useEffect(() => {
    let isGone = false
    const draw = async (): Promise<Sheet> => {
      const file = await make()
      return file === null ? 'not-made' : { file, pages: await drawPages(file) }
    }
    void draw()
      .catch((): Sheet => 'not-made')
      .then((drawn) => {
        if (!isGone) setSheet(drawn)
      })
    return () => {
      isGone = true
    }
  }, [make])

  const doing = async (work: () => Promise<NonNullable<typeof told>>): Promise<void> => {
    setTold(null)
    setBusy(true)
    setTold(await work())
    setBusy(false)
  }
  const tone = (reason: string): 'calm' | 'danger' => (reason === 'cancelled' ? 'calm' : 'danger')

  if (sheet === 'making') return <Progress label={words.making} />
  if (sheet === 'not-made') return <Notice tone="danger">{words.notSaved['not-made']}</Notice>
  const { file, pages } = sheet

  const print = async () => {
    const answer = await withPagesOnPaper(file, onPrint)
    if ('printed' in answer) return { tone: 'calm' as const, text: words.printed }
    return { tone: tone(answer.refused), text: words.notPrinted[answer.refused] }
  }
  const save = async () => {
    const answer = await onSave(file)
    if ('saved' in answer) return { tone: 'calm' as const, text: words.saved(answer.saved) }
    return { tone: tone(answer.refused), text: words.notSaved[answer.refused] }
  }

  return (
    <div className="secret-sheet">
      {pages.map((page, index) => (
        <DrawnSheet key={index} page={page} label={words.preview} />
      ))}
      <Stack>
        <p>{words.secret}</p>
        <FormActions>
          <Button
            isPending={isBusy}
            onPress={() => {
              void doing(print)
            }}
          >
            {words.print}
          </Button>
          <Button
            isPending={isBusy}
            onPress={() => {
              void doing(save)
            }}
          >
            {words.save}
          </Button>
        </FormActions>
        <div role="status">{told !== null && <Notice tone={told.tone}>{told.text}</Notice>}</div>
      </Stack>
    </div>
  )
}
