/** What a writer hands back. */

/** Part of a document that a check of its accessibility looks at. */
export type AccessibilityCheck = 'title' | 'language' | 'character' | 'headings' | 'notes' | 'structure' | 'figure' | 'link' | 'table'

/** A check that a written file does not pass. */
export interface AccessibilityFault {
  readonly check: AccessibilityCheck
  /** The conditions that it fails, by their numbers in the Matterhorn protocol 1.1: `10-001, 31-030`. */
  readonly conditions: string
  /** What was found: the language, the character, the elements one in the other (`TD in Table`). Empty where there is nothing to show. */
  readonly found: string
}

/** A file of the report, and what keeps it from saying of itself that it is accessible: nothing, where no check finds otherwise. */
export interface Written {
  readonly bytes: Uint8Array
  readonly faults: readonly AccessibilityFault[]
  /** The number printed on the page of each numbered table and chart, by its id, in a format that lays out its own pages; empty in the rest. */
  readonly pages: ReadonlyMap<string, string>
}
