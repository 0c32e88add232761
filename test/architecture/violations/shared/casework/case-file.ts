export interface CaseFile {
  readonly id: string
}
