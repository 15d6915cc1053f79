/** HTML that is written already, which is put in as it is; all else is escaped. */
export interface Html {
  readonly html: string
}

type Value = string | number | Html | readonly Html[]

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A template of HTML: whatever is put in it is escaped, unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.reduce((whole, part, i) => whole + inserted(values[i - 1] ?? '') + part) }
}

/** A text that is HTML, CSS or script of our own. */
export function raw(text: string): Html {
  return { html: text }
}

function inserted(value: Value): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '')
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map((each) => each.html).join('')
}
