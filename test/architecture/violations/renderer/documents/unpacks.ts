// breaks: unpacks-only-its-own-spreadsheets
import { readOwnSpreadsheet } from './read-back/own-spreadsheet.ts'

export const size = readOwnSpreadsheet(new Uint8Array())
