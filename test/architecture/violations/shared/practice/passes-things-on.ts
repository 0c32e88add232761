// breaks: no-barrels
export { practice } from './practice.ts'
