import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FontFiles } from '../../renderer/documents/pdf/fonts.ts'

const { resolve } = createRequire(import.meta.url)

function face(subset: 'latin' | 'latin-ext'): FontFiles['latin'] {
  const file = (style: string): string => {
    const name = `atkinson-hyperlegible-next-${subset}-${style}.woff`
    const bytes = readFileSync(resolve(`@fontsource/atkinson-hyperlegible-next/files/${name}`))
    return `data:font/woff;base64,${bytes.toString('base64')}`
  }
  return { regular: file('400-normal'), bold: file('700-normal'), italic: file('400-italic') }
}

/** The typeface as the worker carries it, read from the disk. */
export const fontFiles: FontFiles = { latin: face('latin'), extended: face('latin-ext') }
