import { type UndoableCommand } from '#shared/contracts/undo.ts'

/** What was taken back: what stood there before stands there again. */
export const undoneSentences: Record<UndoableCommand, string> = {
  'practice.save': 'Ongedaan gemaakt: instellingen bewaard.',
  'group.save': 'Ongedaan gemaakt: concern bewaard.',
  'organisation.save': 'Ongedaan gemaakt: organisatie bewaard.',
  'organisation.remove':
    'Ongedaan gemaakt: organisatie verwijderd. Ze staat er weer, met haar contract en locaties.',
  'location.save': 'Ongedaan gemaakt: locatie bewaard.',
  'location.remove': 'Ongedaan gemaakt: locatie verwijderd. Ze staat er weer.',
  'engagement.save': 'Ongedaan gemaakt: contract bewaard.',
  'register.take': 'Ongedaan gemaakt: locaties uit het register overgenomen.',
  'case.start': 'Ongedaan gemaakt: casus begonnen. De casus is weg.',
  'case.change': 'Ongedaan gemaakt: gegevens van de casus gewijzigd.',
  'case.unlink': 'Ongedaan gemaakt: casussen losgemaakt. Ze horen weer bij elkaar.',
  'case.close': 'Ongedaan gemaakt: casus afgesloten. De casus is weer open.',
  'case.reopen': 'Ongedaan gemaakt: casus heropend. De casus is weer afgesloten.',
  'case.savePersons': 'Ongedaan gemaakt: personen bewaard.',
  'entry.save': 'Ongedaan gemaakt: notitie bewaard.',
  'entry.remove': 'Ongedaan gemaakt: notitie verwijderd. Ze staat er weer.',
  'activity.save': 'Ongedaan gemaakt: activiteit bewaard.',
  'activity.remove': 'Ongedaan gemaakt: activiteit verwijderd. Ze staat er weer.',
}

/** Follows on what was taken back when its text is being typed again. */
export const typedAgain = 'De tekst staat weer in het notitieveld.'
